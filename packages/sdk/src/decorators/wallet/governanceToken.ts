import type { Account, Chain } from 'viem'
import { approveTokens } from '../../actions/governanceToken/approveTokens.ts'
import { delegateVotes } from '../../actions/governanceToken/delegateVotes.ts'
import { delegateVotesBySig } from '../../actions/governanceToken/delegateVotesBySig.ts'
import { mintTokens } from '../../actions/governanceToken/mintTokens.ts'
import { permitTokens } from '../../actions/governanceToken/permitTokens.ts'
import { transferTokens } from '../../actions/governanceToken/transferTokens.ts'
import { transferTokensFrom } from '../../actions/governanceToken/transferTokensFrom.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/governanceToken`. */
export const governanceTokenWrites = {
  approveTokens,
  delegateVotes,
  delegateVotesBySig,
  mintTokens,
  permitTokens,
  transferTokens,
  transferTokensFrom,
} as const

/** The writes of `actions/governanceToken`, as methods of a client. */
export type GovernanceTokenWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  approveTokens: Bound<typeof approveTokens<chain, account>>
  delegateVotes: Bound<typeof delegateVotes<chain, account>>
  delegateVotesBySig: Bound<typeof delegateVotesBySig<chain, account>>
  mintTokens: Bound<typeof mintTokens<chain, account>>
  permitTokens: Bound<typeof permitTokens<chain, account>>
  transferTokens: Bound<typeof transferTokens<chain, account>>
  transferTokensFrom: Bound<typeof transferTokensFrom<chain, account>>
}
