import { simulateCancelProposal } from '../../actions/governor/cancelProposal.ts'
import { simulateCastVote } from '../../actions/governor/castVote.ts'
import { simulateCastVoteBySig } from '../../actions/governor/castVoteBySig.ts'
import { simulateExecuteProposal } from '../../actions/governor/executeProposal.ts'
import { getGovernorBounds } from '../../actions/governor/getGovernorBounds.ts'
import { getGovernorContracts } from '../../actions/governor/getGovernorContracts.ts'
import { getGovernorDomain } from '../../actions/governor/getGovernorDomain.ts'
import { getGovernorSettings } from '../../actions/governor/getGovernorSettings.ts'
import { getProposal } from '../../actions/governor/getProposal.ts'
import { getProposalId } from '../../actions/governor/getProposalId.ts'
import { getProposalState } from '../../actions/governor/getProposalState.ts'
import { getProposalVotes } from '../../actions/governor/getProposalVotes.ts'
import { getQuorum } from '../../actions/governor/getQuorum.ts'
import { getVoteNonce } from '../../actions/governor/getVoteNonce.ts'
import { getVotingPower } from '../../actions/governor/getVotingPower.ts'
import { hasVoted } from '../../actions/governor/hasVoted.ts'
import { simulatePropose } from '../../actions/governor/propose.ts'
import { simulateQueueProposal } from '../../actions/governor/queueProposal.ts'

/** The reads and simulations of `actions/governor`. */
export const governorReads = {
  getGovernorBounds,
  getGovernorContracts,
  getGovernorDomain,
  getGovernorSettings,
  getProposal,
  getProposalId,
  getProposalState,
  getProposalVotes,
  getQuorum,
  getVoteNonce,
  getVotingPower,
  hasVoted,
  simulateCancelProposal,
  simulateCastVote,
  simulateCastVoteBySig,
  simulateExecuteProposal,
  simulatePropose,
  simulateQueueProposal,
} as const
