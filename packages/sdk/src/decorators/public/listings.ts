import { checkQuote } from '../../actions/listings/checkQuote.ts'
import { simulateCreateListing } from '../../actions/listings/createListing.ts'
import { simulateDismissAdjudicator } from '../../actions/listings/dismissAdjudicator.ts'
import { simulateDismissQuoteSigner } from '../../actions/listings/dismissQuoteSigner.ts'
import { getAuthority } from '../../actions/listings/getAuthority.ts'
import { getCuratorFeeCap } from '../../actions/listings/getCuratorFeeCap.ts'
import { getDescriptor } from '../../actions/listings/getDescriptor.ts'
import { getFamily } from '../../actions/listings/getFamily.ts'
import { getListingBounds } from '../../actions/listings/getListingBounds.ts'
import { getListingCount } from '../../actions/listings/getListingCount.ts'
import { getListingsDomain } from '../../actions/listings/getListingsDomain.ts'
import { getPausedUntil } from '../../actions/listings/getPausedUntil.ts'
import { getPeriods } from '../../actions/listings/getPeriods.ts'
import { getProtocolFee } from '../../actions/listings/getProtocolFee.ts'
import { getQuoteHash } from '../../actions/listings/getQuoteHash.ts'
import { getRate } from '../../actions/listings/getRate.ts'
import { getRateBounds } from '../../actions/listings/getRateBounds.ts'
import { getRatePace } from '../../actions/listings/getRatePace.ts'
import { getSaleTerms } from '../../actions/listings/getSaleTerms.ts'
import { getTerms } from '../../actions/listings/getTerms.ts'
import { getTermsHash } from '../../actions/listings/getTermsHash.ts'
import { getTreasury } from '../../actions/listings/getTreasury.ts'
import { getWording } from '../../actions/listings/getWording.ts'
import { isAdjudicator } from '../../actions/listings/isAdjudicator.ts'
import { isQuoteSigner } from '../../actions/listings/isQuoteSigner.ts'
import { simulateLowerProtocolFee } from '../../actions/listings/lowerProtocolFee.ts'
import { simulatePauseSales } from '../../actions/listings/pauseSales.ts'
import { simulatePostRates } from '../../actions/listings/postRates.ts'
import { simulateRaiseRateFloors } from '../../actions/listings/raiseRateFloors.ts'
import { simulateSetAdjudicator } from '../../actions/listings/setAdjudicator.ts'
import { simulateSetCuratorFeeCap } from '../../actions/listings/setCuratorFeeCap.ts'
import { simulateSetDescriptor } from '../../actions/listings/setDescriptor.ts'
import { simulateSetFamily } from '../../actions/listings/setFamily.ts'
import { simulateSetProtocolFee } from '../../actions/listings/setProtocolFee.ts'
import { simulateSetQuoteSigner } from '../../actions/listings/setQuoteSigner.ts'
import { simulateSetRateBounds } from '../../actions/listings/setRateBounds.ts'
import { simulateSetRatePace } from '../../actions/listings/setRatePace.ts'
import { simulateSetTreasury } from '../../actions/listings/setTreasury.ts'
import { worstCaseTime } from '../../actions/listings/worstCaseTime.ts'

/** The reads and simulations of `actions/listings`. */
export const listingsReads = {
  checkQuote,
  getAuthority,
  getCuratorFeeCap,
  getDescriptor,
  getFamily,
  getListingBounds,
  getListingCount,
  getListingsDomain,
  getPausedUntil,
  getPeriods,
  getProtocolFee,
  getQuoteHash,
  getRate,
  getRateBounds,
  getRatePace,
  getSaleTerms,
  getTerms,
  getTermsHash,
  getTreasury,
  getWording,
  isAdjudicator,
  isQuoteSigner,
  simulateCreateListing,
  simulateDismissAdjudicator,
  simulateDismissQuoteSigner,
  simulateLowerProtocolFee,
  simulatePauseSales,
  simulatePostRates,
  simulateRaiseRateFloors,
  simulateSetAdjudicator,
  simulateSetCuratorFeeCap,
  simulateSetDescriptor,
  simulateSetFamily,
  simulateSetProtocolFee,
  simulateSetQuoteSigner,
  simulateSetRateBounds,
  simulateSetRatePace,
  simulateSetTreasury,
  worstCaseTime,
} as const
