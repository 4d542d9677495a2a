/** How one votes, by the code of the contract. */
export const voteSupports = ['against', 'for', 'abstain'] as const

/** How one votes. */
export type VoteSupport = (typeof voteSupports)[number]

/** Where a proposal stands, by the code of the contract. */
export const proposalStates = [
  'pending',
  'active',
  'cancelled',
  'defeated',
  'succeeded',
  'queued',
  'expired',
  'executed',
] as const

/** Where a proposal stands. */
export type ProposalState = (typeof proposalStates)[number]

/** Where a decision stands in the timelock, by the code of the contract. */
export const operationStates = ['unset', 'waiting', 'ready', 'done'] as const

/** Where a decision stands in the timelock. */
export type OperationState = (typeof operationStates)[number]
