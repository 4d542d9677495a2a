import { simulateAnswerEvidence } from '../../actions/court/answerEvidence.ts'
import { simulateAppealAward } from '../../actions/court/appealAward.ts'
import { simulateAppealRuling } from '../../actions/court/appealRuling.ts'
import { simulateClearConflict } from '../../actions/court/clearConflict.ts'
import { simulateCollectEarnings } from '../../actions/court/collectEarnings.ts'
import { simulateCommitAward } from '../../actions/court/commitAward.ts'
import { simulateConfirmConflict } from '../../actions/court/confirmConflict.ts'
import { simulateCountPool } from '../../actions/court/countPool.ts'
import { simulateCreateCourtListing } from '../../actions/court/createCourtListing.ts'
import { getAssessor } from '../../actions/court/getAssessor.ts'
import { getAwardHash } from '../../actions/court/getAwardHash.ts'
import { getCase } from '../../actions/court/getCase.ts'
import { getCaseOutcome } from '../../actions/court/getCaseOutcome.ts'
import { getCaseTally } from '../../actions/court/getCaseTally.ts'
import { getCaseVotes } from '../../actions/court/getCaseVotes.ts'
import { getCommitment } from '../../actions/court/getCommitment.ts'
import { getCourtAuthority } from '../../actions/court/getCourtAuthority.ts'
import { getCourtBounds } from '../../actions/court/getCourtBounds.ts'
import { getCourtConfig } from '../../actions/court/getCourtConfig.ts'
import { getCourtParameters } from '../../actions/court/getCourtParameters.ts'
import { getCourtVersion } from '../../actions/court/getCourtVersion.ts'
import { getEarnings } from '../../actions/court/getEarnings.ts'
import { getStakeToken } from '../../actions/court/getStakeToken.ts'
import { getStakeValue } from '../../actions/court/getStakeValue.ts'
import { getStakeWeight } from '../../actions/court/getStakeWeight.ts'
import { getTotalStake } from '../../actions/court/getTotalStake.ts'
import { simulateOpenCase } from '../../actions/court/openCase.ts'
import { simulateReportConflict } from '../../actions/court/reportConflict.ts'
import { simulateRequestUnstake } from '../../actions/court/requestUnstake.ts'
import { simulateRevealAward } from '../../actions/court/revealAward.ts'
import { simulateSetCourtParameters } from '../../actions/court/setCourtParameters.ts'
import { simulateSetEncryptionKey } from '../../actions/court/setEncryptionKey.ts'
import { simulateSetStakeValue } from '../../actions/court/setStakeValue.ts'
import { simulateSettleCase } from '../../actions/court/settleCase.ts'
import { simulateSettleSilent } from '../../actions/court/settleSilent.ts'
import { simulateStakeTokens } from '../../actions/court/stakeTokens.ts'
import { simulateSubmitEvidence } from '../../actions/court/submitEvidence.ts'
import { simulateWithdrawStake } from '../../actions/court/withdrawStake.ts'

/** The reads and simulations of `actions/court`. */
export const courtReads = {
  getAssessor,
  getAwardHash,
  getCase,
  getCaseOutcome,
  getCaseTally,
  getCaseVotes,
  getCommitment,
  getCourtAuthority,
  getCourtBounds,
  getCourtConfig,
  getCourtParameters,
  getCourtVersion,
  getEarnings,
  getStakeToken,
  getStakeValue,
  getStakeWeight,
  getTotalStake,
  simulateAnswerEvidence,
  simulateAppealAward,
  simulateAppealRuling,
  simulateClearConflict,
  simulateCollectEarnings,
  simulateCommitAward,
  simulateConfirmConflict,
  simulateCountPool,
  simulateCreateCourtListing,
  simulateOpenCase,
  simulateReportConflict,
  simulateRequestUnstake,
  simulateRevealAward,
  simulateSetCourtParameters,
  simulateSetEncryptionKey,
  simulateSetStakeValue,
  simulateSettleCase,
  simulateSettleSilent,
  simulateStakeTokens,
  simulateSubmitEvidence,
  simulateWithdrawStake,
} as const
