import { simulateApproveTokens } from '../../actions/governanceToken/approveTokens.ts'
import { simulateDelegateVotes } from '../../actions/governanceToken/delegateVotes.ts'
import { simulateDelegateVotesBySig } from '../../actions/governanceToken/delegateVotesBySig.ts'
import { getDelegate } from '../../actions/governanceToken/getDelegate.ts'
import { getMintBounds } from '../../actions/governanceToken/getMintBounds.ts'
import { getPastTokenSupply } from '../../actions/governanceToken/getPastTokenSupply.ts'
import { getPastVotes } from '../../actions/governanceToken/getPastVotes.ts'
import { getTokenAllowance } from '../../actions/governanceToken/getTokenAllowance.ts'
import { getTokenAuthority } from '../../actions/governanceToken/getTokenAuthority.ts'
import { getTokenBalance } from '../../actions/governanceToken/getTokenBalance.ts'
import { getTokenDomain } from '../../actions/governanceToken/getTokenDomain.ts'
import { getTokenMetadata } from '../../actions/governanceToken/getTokenMetadata.ts'
import { getTokenNonce } from '../../actions/governanceToken/getTokenNonce.ts'
import { getTokenSupply } from '../../actions/governanceToken/getTokenSupply.ts'
import { getVoteCheckpoint } from '../../actions/governanceToken/getVoteCheckpoint.ts'
import { getVoteCheckpointCount } from '../../actions/governanceToken/getVoteCheckpointCount.ts'
import { getVoteClock } from '../../actions/governanceToken/getVoteClock.ts'
import { getVotes } from '../../actions/governanceToken/getVotes.ts'
import { simulateMintTokens } from '../../actions/governanceToken/mintTokens.ts'
import { simulatePermitTokens } from '../../actions/governanceToken/permitTokens.ts'
import { simulateTransferTokens } from '../../actions/governanceToken/transferTokens.ts'
import { simulateTransferTokensFrom } from '../../actions/governanceToken/transferTokensFrom.ts'

/** The reads and simulations of `actions/governanceToken`. */
export const governanceTokenReads = {
  getDelegate,
  getMintBounds,
  getPastTokenSupply,
  getPastVotes,
  getTokenAllowance,
  getTokenAuthority,
  getTokenBalance,
  getTokenDomain,
  getTokenMetadata,
  getTokenNonce,
  getTokenSupply,
  getVoteCheckpoint,
  getVoteCheckpointCount,
  getVoteClock,
  getVotes,
  simulateApproveTokens,
  simulateDelegateVotes,
  simulateDelegateVotesBySig,
  simulateMintTokens,
  simulatePermitTokens,
  simulateTransferTokens,
  simulateTransferTokensFrom,
} as const
