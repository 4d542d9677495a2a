import type { Account, Chain } from 'viem'
import { cancelProposal } from '../../actions/governor/cancelProposal.ts'
import { castVote } from '../../actions/governor/castVote.ts'
import { castVoteBySig } from '../../actions/governor/castVoteBySig.ts'
import { executeProposal } from '../../actions/governor/executeProposal.ts'
import { propose } from '../../actions/governor/propose.ts'
import { queueProposal } from '../../actions/governor/queueProposal.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/governor`. */
export const governorWrites = {
  cancelProposal,
  castVote,
  castVoteBySig,
  executeProposal,
  propose,
  queueProposal,
} as const

/** The writes of `actions/governor`, as methods of a client. */
export type GovernorWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  cancelProposal: Bound<typeof cancelProposal<chain, account>>
  castVote: Bound<typeof castVote<chain, account>>
  castVoteBySig: Bound<typeof castVoteBySig<chain, account>>
  executeProposal: Bound<typeof executeProposal<chain, account>>
  propose: Bound<typeof propose<chain, account>>
  queueProposal: Bound<typeof queueProposal<chain, account>>
}
