import type { Urgency } from '../plan/Action.ts'

/** What the keeper may pay for gas. */
export type GasPolicy = {
  /** The most for a unit of gas, wei. */
  readonly maxFeePerGas: bigint
  /** What of it goes to the block's producer at first, wei. */
  readonly priorityFee: bigint
}

/** The fees of a transaction, wei for a unit of gas. */
export type Fees = { readonly maxFeePerGas: bigint; readonly maxPriorityFeePerGas: bigint }

/** Parts of the cap, in quarters. */
const quarters = { urgent: 4n, soon: 2n, idle: 1n } as const satisfies Record<Urgency, bigint>

/** The most that is paid for a unit of gas at an urgency, wei. */
export function capFor({ maxFeePerGas }: GasPolicy, urgency: Urgency): bigint {
  return (maxFeePerGas * quarters[urgency]) / 4n
}

/**
 * The fees to offer: enough for six full blocks in a row, at most what the urgency allows.
 *
 * @returns nothing if a block takes more than the urgency allows: the action waits.
 * @example
 * const fees = feeFor(policy, { urgency: 'urgent', baseFee: 20_000_000_000n })
 */
export function feeFor(
  policy: GasPolicy,
  { urgency, baseFee }: { urgency: Urgency; baseFee: bigint },
): Fees | undefined {
  const cap = capFor(policy, urgency)
  const priority = policy.priorityFee < cap ? policy.priorityFee : cap
  if (baseFee + priority > cap) return undefined
  const offered = 2n * baseFee + priority
  return { maxFeePerGas: offered < cap ? offered : cap, maxPriorityFeePerGas: priority }
}

/**
 * The fees that replace a transaction which is stuck: an eighth more, as nodes want it, and what a block takes now.
 *
 * @returns nothing if that is more than the urgency allows.
 */
export function bumpedFee(
  policy: GasPolicy,
  { urgency, baseFee, before }: { urgency: Urgency; baseFee: bigint; before: Fees },
): Fees | undefined {
  const cap = capFor(policy, urgency)
  const priority = raise(before.maxPriorityFeePerGas)
  const wanted = 2n * baseFee + priority
  const least = raise(before.maxFeePerGas)
  if (least > cap) return undefined
  const fee = wanted > cap ? cap : wanted
  return { maxFeePerGas: fee > least ? fee : least, maxPriorityFeePerGas: priority < least ? priority : least }
}

const raise = (fee: bigint): bigint => (fee * 9n + 7n) / 8n + 1n
