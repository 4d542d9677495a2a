/** Where a transaction can stand: the same words in every part of Bulwark. */
export const transactionStates = [
  ...(['idle', 'simulating', 'awaiting-wallet', 'submitted', 'confirming', 'confirmed', 'replaced'] as const),
  ...(['cancelled', 'rejected', 'reverted', 'awaiting-cosigners', 'unknown'] as const),
] as const

/** Where a transaction stands. */
export type TransactionState = (typeof transactionStates)[number]

/** A transaction as `--json` tells it. */
export type Transaction = {
  readonly label: string
  readonly to: string
  readonly state: TransactionState
  readonly hash?: string
  readonly block?: bigint
  readonly gasUsed?: bigint
  /** Wei. */
  readonly gasCost?: bigint
}
