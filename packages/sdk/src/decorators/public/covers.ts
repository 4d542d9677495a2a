import { simulateApproveCover } from '../../actions/covers/approveCover.ts'
import { getCover } from '../../actions/covers/getCover.ts'
import { getCoverApproved } from '../../actions/covers/getCoverApproved.ts'
import { getCoverBalance } from '../../actions/covers/getCoverBalance.ts'
import { getCoverForChange } from '../../actions/covers/getCoverForChange.ts'
import { getCoverForSettlement } from '../../actions/covers/getCoverForSettlement.ts'
import { getCoverOwner } from '../../actions/covers/getCoverOwner.ts'
import { getCoverPool } from '../../actions/covers/getCoverPool.ts'
import { getCoversBounds } from '../../actions/covers/getCoversBounds.ts'
import { getCoversContracts } from '../../actions/covers/getCoversContracts.ts'
import { getCoversMetadata } from '../../actions/covers/getCoversMetadata.ts'
import { getCoverTermsHash } from '../../actions/covers/getCoverTermsHash.ts'
import { getCoverUri } from '../../actions/covers/getCoverUri.ts'
import { getPayee } from '../../actions/covers/getPayee.ts'
import { getPoolByNumber } from '../../actions/covers/getPoolByNumber.ts'
import { getPoolNumber } from '../../actions/covers/getPoolNumber.ts'
import { getRemainingAmount } from '../../actions/covers/getRemainingAmount.ts'
import { getStateFingerprint } from '../../actions/covers/getStateFingerprint.ts'
import { isCoverOperator } from '../../actions/covers/isCoverOperator.ts'
import { simulateSafeTransferCover } from '../../actions/covers/safeTransferCover.ts'
import { simulateSetCoverOperator } from '../../actions/covers/setCoverOperator.ts'
import { simulateSetPayee } from '../../actions/covers/setPayee.ts'
import { simulateTransferCover } from '../../actions/covers/transferCover.ts'

/** The reads and simulations of `actions/covers`. */
export const coversReads = {
  getCover,
  getCoverApproved,
  getCoverBalance,
  getCoverForChange,
  getCoverForSettlement,
  getCoverOwner,
  getCoverPool,
  getCoverTermsHash,
  getCoverUri,
  getCoversBounds,
  getCoversContracts,
  getCoversMetadata,
  getPayee,
  getPoolByNumber,
  getPoolNumber,
  getRemainingAmount,
  getStateFingerprint,
  isCoverOperator,
  simulateApproveCover,
  simulateSafeTransferCover,
  simulateSetCoverOperator,
  simulateSetPayee,
  simulateTransferCover,
} as const
