import { simulateCollectDisputeFees } from '../../actions/membersAppeal/collectDisputeFees.ts'
import { simulateExecuteDispute } from '../../actions/membersAppeal/executeDispute.ts'
import { getAppealCost } from '../../actions/membersAppeal/getAppealCost.ts'
import { getAppealPeriod } from '../../actions/membersAppeal/getAppealPeriod.ts'
import { getArbitrationCost } from '../../actions/membersAppeal/getArbitrationCost.ts'
import { getCurrentRuling } from '../../actions/membersAppeal/getCurrentRuling.ts'
import { getDispute } from '../../actions/membersAppeal/getDispute.ts'
import { getDisputeCount } from '../../actions/membersAppeal/getDisputeCount.ts'
import { getDisputeQuorum } from '../../actions/membersAppeal/getDisputeQuorum.ts'
import { getDisputeStatus } from '../../actions/membersAppeal/getDisputeStatus.ts'
import { getDisputeVotes } from '../../actions/membersAppeal/getDisputeVotes.ts'
import { getMembersAppealBounds } from '../../actions/membersAppeal/getMembersAppealBounds.ts'
import { hasVotedOnDispute } from '../../actions/membersAppeal/hasVotedOnDispute.ts'
import { simulateVoteOnDispute } from '../../actions/membersAppeal/voteOnDispute.ts'

/** The reads and simulations of `actions/membersAppeal`. */
export const membersAppealReads = {
  getAppealCost,
  getAppealPeriod,
  getArbitrationCost,
  getCurrentRuling,
  getDispute,
  getDisputeCount,
  getDisputeQuorum,
  getDisputeStatus,
  getDisputeVotes,
  getMembersAppealBounds,
  hasVotedOnDispute,
  simulateCollectDisputeFees,
  simulateExecuteDispute,
  simulateVoteOnDispute,
} as const
