import type { Account, Chain } from 'viem'
import { answerEvidence } from '../../actions/court/answerEvidence.ts'
import { appealAward } from '../../actions/court/appealAward.ts'
import { appealRuling } from '../../actions/court/appealRuling.ts'
import { clearConflict } from '../../actions/court/clearConflict.ts'
import { collectEarnings } from '../../actions/court/collectEarnings.ts'
import { commitAward } from '../../actions/court/commitAward.ts'
import { confirmConflict } from '../../actions/court/confirmConflict.ts'
import { countPool } from '../../actions/court/countPool.ts'
import { createCourtListing } from '../../actions/court/createCourtListing.ts'
import { openCase } from '../../actions/court/openCase.ts'
import { reportConflict } from '../../actions/court/reportConflict.ts'
import { requestUnstake } from '../../actions/court/requestUnstake.ts'
import { revealAward } from '../../actions/court/revealAward.ts'
import { setCourtParameters } from '../../actions/court/setCourtParameters.ts'
import { setEncryptionKey } from '../../actions/court/setEncryptionKey.ts'
import { setStakeValue } from '../../actions/court/setStakeValue.ts'
import { settleCase } from '../../actions/court/settleCase.ts'
import { settleSilent } from '../../actions/court/settleSilent.ts'
import { stakeTokens } from '../../actions/court/stakeTokens.ts'
import { submitEvidence } from '../../actions/court/submitEvidence.ts'
import { withdrawStake } from '../../actions/court/withdrawStake.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/court`. */
export const courtWrites = {
  answerEvidence,
  appealAward,
  appealRuling,
  clearConflict,
  collectEarnings,
  commitAward,
  confirmConflict,
  countPool,
  createCourtListing,
  openCase,
  reportConflict,
  requestUnstake,
  revealAward,
  setCourtParameters,
  setEncryptionKey,
  setStakeValue,
  settleCase,
  settleSilent,
  stakeTokens,
  submitEvidence,
  withdrawStake,
} as const

/** The writes of `actions/court`, as methods of a client. */
export type CourtWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  answerEvidence: Bound<typeof answerEvidence<chain, account>>
  appealAward: Bound<typeof appealAward<chain, account>>
  appealRuling: Bound<typeof appealRuling<chain, account>>
  clearConflict: Bound<typeof clearConflict<chain, account>>
  collectEarnings: Bound<typeof collectEarnings<chain, account>>
  commitAward: Bound<typeof commitAward<chain, account>>
  confirmConflict: Bound<typeof confirmConflict<chain, account>>
  countPool: Bound<typeof countPool<chain, account>>
  createCourtListing: Bound<typeof createCourtListing<chain, account>>
  openCase: Bound<typeof openCase<chain, account>>
  reportConflict: Bound<typeof reportConflict<chain, account>>
  requestUnstake: Bound<typeof requestUnstake<chain, account>>
  revealAward: Bound<typeof revealAward<chain, account>>
  setCourtParameters: Bound<typeof setCourtParameters<chain, account>>
  setEncryptionKey: Bound<typeof setEncryptionKey<chain, account>>
  setStakeValue: Bound<typeof setStakeValue<chain, account>>
  settleCase: Bound<typeof settleCase<chain, account>>
  settleSilent: Bound<typeof settleSilent<chain, account>>
  stakeTokens: Bound<typeof stakeTokens<chain, account>>
  submitEvidence: Bound<typeof submitEvidence<chain, account>>
  withdrawStake: Bound<typeof withdrawStake<chain, account>>
}
