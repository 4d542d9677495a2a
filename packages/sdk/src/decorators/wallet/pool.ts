import type { Account, Chain } from 'viem'
import { approveShares } from '../../actions/pool/approveShares.ts'
import { buy } from '../../actions/pool/buy.ts'
import { cancelCover } from '../../actions/pool/cancelCover.ts'
import { cancelRedeemRequest } from '../../actions/pool/cancelRedeemRequest.ts'
import { collectFees } from '../../actions/pool/collectFees.ts'
import { collectPayout } from '../../actions/pool/collectPayout.ts'
import { contribute } from '../../actions/pool/contribute.ts'
import { decreaseCover } from '../../actions/pool/decreaseCover.ts'
import { deposit } from '../../actions/pool/deposit.ts'
import { extendCover } from '../../actions/pool/extendCover.ts'
import { finishClosing } from '../../actions/pool/finishClosing.ts'
import { increaseCover } from '../../actions/pool/increaseCover.ts'
import { mintShares } from '../../actions/pool/mintShares.ts'
import { permitShares } from '../../actions/pool/permitShares.ts'
import { processOwnRedeem } from '../../actions/pool/processOwnRedeem.ts'
import { processRedeem } from '../../actions/pool/processRedeem.ts'
import { recapitalise } from '../../actions/pool/recapitalise.ts'
import { redeem } from '../../actions/pool/redeem.ts'
import { release } from '../../actions/pool/release.ts'
import { requestRedeem } from '../../actions/pool/requestRedeem.ts'
import { revoke } from '../../actions/pool/revoke.ts'
import { setAdjudicatorLimit } from '../../actions/pool/setAdjudicatorLimit.ts'
import { setBacking } from '../../actions/pool/setBacking.ts'
import { setCurator } from '../../actions/pool/setCurator.ts'
import { setCuratorFee } from '../../actions/pool/setCuratorFee.ts'
import { setGroupLimit } from '../../actions/pool/setGroupLimit.ts'
import { setOperator } from '../../actions/pool/setOperator.ts'
import { step } from '../../actions/pool/step.ts'
import { stop } from '../../actions/pool/stop.ts'
import { submit } from '../../actions/pool/submit.ts'
import { transferShares } from '../../actions/pool/transferShares.ts'
import { transferSharesFrom } from '../../actions/pool/transferSharesFrom.ts'
import { withdraw } from '../../actions/pool/withdraw.ts'
import { writeDown } from '../../actions/pool/writeDown.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/pool`. */
export const poolWrites = {
  approveShares,
  buy,
  cancelCover,
  cancelRedeemRequest,
  collectFees,
  collectPayout,
  contribute,
  decreaseCover,
  deposit,
  extendCover,
  finishClosing,
  increaseCover,
  mintShares,
  permitShares,
  processOwnRedeem,
  processRedeem,
  recapitalise,
  redeem,
  release,
  requestRedeem,
  revoke,
  setAdjudicatorLimit,
  setBacking,
  setCurator,
  setCuratorFee,
  setGroupLimit,
  setOperator,
  step,
  stop,
  submit,
  transferShares,
  transferSharesFrom,
  withdraw,
  writeDown,
} as const

/** The writes of `actions/pool`, as methods of a client. */
export type PoolWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  approveShares: Bound<typeof approveShares<chain, account>>
  buy: Bound<typeof buy<chain, account>>
  cancelCover: Bound<typeof cancelCover<chain, account>>
  cancelRedeemRequest: Bound<typeof cancelRedeemRequest<chain, account>>
  collectFees: Bound<typeof collectFees<chain, account>>
  collectPayout: Bound<typeof collectPayout<chain, account>>
  contribute: Bound<typeof contribute<chain, account>>
  decreaseCover: Bound<typeof decreaseCover<chain, account>>
  deposit: Bound<typeof deposit<chain, account>>
  extendCover: Bound<typeof extendCover<chain, account>>
  finishClosing: Bound<typeof finishClosing<chain, account>>
  increaseCover: Bound<typeof increaseCover<chain, account>>
  mintShares: Bound<typeof mintShares<chain, account>>
  permitShares: Bound<typeof permitShares<chain, account>>
  processOwnRedeem: Bound<typeof processOwnRedeem<chain, account>>
  processRedeem: Bound<typeof processRedeem<chain, account>>
  recapitalise: Bound<typeof recapitalise<chain, account>>
  redeem: Bound<typeof redeem<chain, account>>
  release: Bound<typeof release<chain, account>>
  requestRedeem: Bound<typeof requestRedeem<chain, account>>
  revoke: Bound<typeof revoke<chain, account>>
  setAdjudicatorLimit: Bound<typeof setAdjudicatorLimit<chain, account>>
  setBacking: Bound<typeof setBacking<chain, account>>
  setCurator: Bound<typeof setCurator<chain, account>>
  setCuratorFee: Bound<typeof setCuratorFee<chain, account>>
  setGroupLimit: Bound<typeof setGroupLimit<chain, account>>
  setOperator: Bound<typeof setOperator<chain, account>>
  step: Bound<typeof step<chain, account>>
  stop: Bound<typeof stop<chain, account>>
  submit: Bound<typeof submit<chain, account>>
  transferShares: Bound<typeof transferShares<chain, account>>
  transferSharesFrom: Bound<typeof transferSharesFrom<chain, account>>
  withdraw: Bound<typeof withdraw<chain, account>>
  writeDown: Bound<typeof writeDown<chain, account>>
}
