import { canSellProven } from '../../actions/lossProofs/canSellProven.ts'
import { checkBackable } from '../../actions/lossProofs/checkBackable.ts'
import { simulateDefineProofTerms } from '../../actions/lossProofs/defineProofTerms.ts'
import { simulateDefineRootTerms } from '../../actions/lossProofs/defineRootTerms.ts'
import { getConsent } from '../../actions/lossProofs/getConsent.ts'
import { getConsentHash } from '../../actions/lossProofs/getConsentHash.ts'
import { getHolding } from '../../actions/lossProofs/getHolding.ts'
import { getLossProofsAuthority } from '../../actions/lossProofs/getLossProofsAuthority.ts'
import { getLossProofsBounds } from '../../actions/lossProofs/getLossProofsBounds.ts'
import { getLossProofsDomain } from '../../actions/lossProofs/getLossProofsDomain.ts'
import { getPinnedBlock } from '../../actions/lossProofs/getPinnedBlock.ts'
import { getProofTerms } from '../../actions/lossProofs/getProofTerms.ts'
import { getRecordedBlock } from '../../actions/lossProofs/getRecordedBlock.ts'
import { getRegisteredToken } from '../../actions/lossProofs/getRegisteredToken.ts'
import { getRootValue } from '../../actions/lossProofs/getRootValue.ts'
import { getStorageRoot } from '../../actions/lossProofs/getStorageRoot.ts'
import { simulateGiveConsent } from '../../actions/lossProofs/giveConsent.ts'
import { isNftCounted } from '../../actions/lossProofs/isNftCounted.ts'
import { isProofSupported } from '../../actions/lossProofs/isProofSupported.ts'
import { simulatePinBlock } from '../../actions/lossProofs/pinBlock.ts'
import { simulateProveHolding } from '../../actions/lossProofs/proveHolding.ts'
import { simulateProveNft } from '../../actions/lossProofs/proveNft.ts'
import { simulateProveToken } from '../../actions/lossProofs/proveToken.ts'
import { simulateProveValue } from '../../actions/lossProofs/proveValue.ts'
import { simulateRecordBlock } from '../../actions/lossProofs/recordBlock.ts'
import { simulateRegisterToken } from '../../actions/lossProofs/registerToken.ts'
import { simulateRetireToken } from '../../actions/lossProofs/retireToken.ts'
import { simulateRevokeConsent } from '../../actions/lossProofs/revokeConsent.ts'
import { simulateShowToken } from '../../actions/lossProofs/showToken.ts'

/** The reads and simulations of `actions/lossProofs`. */
export const lossProofsReads = {
  canSellProven,
  checkBackable,
  getConsent,
  getConsentHash,
  getHolding,
  getLossProofsAuthority,
  getLossProofsBounds,
  getLossProofsDomain,
  getPinnedBlock,
  getProofTerms,
  getRecordedBlock,
  getRegisteredToken,
  getRootValue,
  getStorageRoot,
  isNftCounted,
  isProofSupported,
  simulateDefineProofTerms,
  simulateDefineRootTerms,
  simulateGiveConsent,
  simulatePinBlock,
  simulateProveHolding,
  simulateProveNft,
  simulateProveToken,
  simulateProveValue,
  simulateRecordBlock,
  simulateRegisterToken,
  simulateRetireToken,
  simulateRevokeConsent,
  simulateShowToken,
} as const
