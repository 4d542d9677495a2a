import { simulateApproveShares } from '../../actions/pool/approveShares.ts'
import { simulateBuy } from '../../actions/pool/buy.ts'
import { simulateCancelCover } from '../../actions/pool/cancelCover.ts'
import { simulateCancelRedeemRequest } from '../../actions/pool/cancelRedeemRequest.ts'
import { simulateCollectFees } from '../../actions/pool/collectFees.ts'
import { simulateCollectPayout } from '../../actions/pool/collectPayout.ts'
import { simulateContribute } from '../../actions/pool/contribute.ts'
import { convertToAssets } from '../../actions/pool/convertToAssets.ts'
import { convertToShares } from '../../actions/pool/convertToShares.ts'
import { simulateDecreaseCover } from '../../actions/pool/decreaseCover.ts'
import { simulateDeposit } from '../../actions/pool/deposit.ts'
import { simulateExtendCover } from '../../actions/pool/extendCover.ts'
import { simulateFinishClosing } from '../../actions/pool/finishClosing.ts'
import { getAsset } from '../../actions/pool/getAsset.ts'
import { getCapital } from '../../actions/pool/getCapital.ts'
import { getClaimableRedeemRequest } from '../../actions/pool/getClaimableRedeemRequest.ts'
import { getFunding } from '../../actions/pool/getFunding.ts'
import { getMaxDeposit } from '../../actions/pool/getMaxDeposit.ts'
import { getMaxMint } from '../../actions/pool/getMaxMint.ts'
import { getMaxRedeem } from '../../actions/pool/getMaxRedeem.ts'
import { getMaxWithdraw } from '../../actions/pool/getMaxWithdraw.ts'
import { getPendingRedeemRequest } from '../../actions/pool/getPendingRedeemRequest.ts'
import { getPermitDomainSeparator } from '../../actions/pool/getPermitDomainSeparator.ts'
import { getPermitNonce } from '../../actions/pool/getPermitNonce.ts'
import { getPoolBounds } from '../../actions/pool/getPoolBounds.ts'
import { getRefund } from '../../actions/pool/getRefund.ts'
import { getShare } from '../../actions/pool/getShare.ts'
import { getShareAllowance } from '../../actions/pool/getShareAllowance.ts'
import { getShareBalance } from '../../actions/pool/getShareBalance.ts'
import { getShareMetadata } from '../../actions/pool/getShareMetadata.ts'
import { getShareSupply } from '../../actions/pool/getShareSupply.ts'
import { getShortfall } from '../../actions/pool/getShortfall.ts'
import { getTotalAssets } from '../../actions/pool/getTotalAssets.ts'
import { simulateIncreaseCover } from '../../actions/pool/increaseCover.ts'
import { isOperator } from '../../actions/pool/isOperator.ts'
import { simulateMintShares } from '../../actions/pool/mintShares.ts'
import { simulatePermitShares } from '../../actions/pool/permitShares.ts'
import { previewDeposit } from '../../actions/pool/previewDeposit.ts'
import { previewMint } from '../../actions/pool/previewMint.ts'
import { simulateProcessOwnRedeem } from '../../actions/pool/processOwnRedeem.ts'
import { simulateProcessRedeem } from '../../actions/pool/processRedeem.ts'
import { quote } from '../../actions/pool/quote.ts'
import { quoteExtension } from '../../actions/pool/quoteExtension.ts'
import { quoteIncrease } from '../../actions/pool/quoteIncrease.ts'
import { simulateRecapitalise } from '../../actions/pool/recapitalise.ts'
import { simulateRedeem } from '../../actions/pool/redeem.ts'
import { simulateRelease } from '../../actions/pool/release.ts'
import { simulateRequestRedeem } from '../../actions/pool/requestRedeem.ts'
import { simulateRevoke } from '../../actions/pool/revoke.ts'
import { simulateSetAdjudicatorLimit } from '../../actions/pool/setAdjudicatorLimit.ts'
import { simulateSetBacking } from '../../actions/pool/setBacking.ts'
import { simulateSetCurator } from '../../actions/pool/setCurator.ts'
import { simulateSetCuratorFee } from '../../actions/pool/setCuratorFee.ts'
import { simulateSetGroupLimit } from '../../actions/pool/setGroupLimit.ts'
import { simulateSetOperator } from '../../actions/pool/setOperator.ts'
import { simulateStep } from '../../actions/pool/step.ts'
import { simulateStop } from '../../actions/pool/stop.ts'
import { simulateSubmit } from '../../actions/pool/submit.ts'
import { simulateTransferShares } from '../../actions/pool/transferShares.ts'
import { simulateTransferSharesFrom } from '../../actions/pool/transferSharesFrom.ts'
import { wasEverSold } from '../../actions/pool/wasEverSold.ts'
import { simulateWithdraw } from '../../actions/pool/withdraw.ts'
import { simulateWriteDown } from '../../actions/pool/writeDown.ts'

/** The reads and simulations of `actions/pool`. */
export const poolReads = {
  convertToAssets,
  convertToShares,
  getAsset,
  getCapital,
  getClaimableRedeemRequest,
  getFunding,
  getMaxDeposit,
  getMaxMint,
  getMaxRedeem,
  getMaxWithdraw,
  getPendingRedeemRequest,
  getPermitDomainSeparator,
  getPermitNonce,
  getPoolBounds,
  getRefund,
  getShare,
  getShareAllowance,
  getShareBalance,
  getShareMetadata,
  getShareSupply,
  getShortfall,
  getTotalAssets,
  isOperator,
  previewDeposit,
  previewMint,
  quote,
  quoteExtension,
  quoteIncrease,
  simulateApproveShares,
  simulateBuy,
  simulateCancelCover,
  simulateCancelRedeemRequest,
  simulateCollectFees,
  simulateCollectPayout,
  simulateContribute,
  simulateDecreaseCover,
  simulateDeposit,
  simulateExtendCover,
  simulateFinishClosing,
  simulateIncreaseCover,
  simulateMintShares,
  simulatePermitShares,
  simulateProcessOwnRedeem,
  simulateProcessRedeem,
  simulateRecapitalise,
  simulateRedeem,
  simulateRelease,
  simulateRequestRedeem,
  simulateRevoke,
  simulateSetAdjudicatorLimit,
  simulateSetBacking,
  simulateSetCurator,
  simulateSetCuratorFee,
  simulateSetGroupLimit,
  simulateSetOperator,
  simulateStep,
  simulateStop,
  simulateSubmit,
  simulateTransferShares,
  simulateTransferSharesFrom,
  simulateWithdraw,
  simulateWriteDown,
  wasEverSold,
} as const
