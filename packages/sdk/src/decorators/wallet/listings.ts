import type { Account, Chain } from 'viem'
import { createListing } from '../../actions/listings/createListing.ts'
import { dismissAdjudicator } from '../../actions/listings/dismissAdjudicator.ts'
import { dismissQuoteSigner } from '../../actions/listings/dismissQuoteSigner.ts'
import { lowerProtocolFee } from '../../actions/listings/lowerProtocolFee.ts'
import { pauseSales } from '../../actions/listings/pauseSales.ts'
import { postRates } from '../../actions/listings/postRates.ts'
import { raiseRateFloors } from '../../actions/listings/raiseRateFloors.ts'
import { setAdjudicator } from '../../actions/listings/setAdjudicator.ts'
import { setCuratorFeeCap } from '../../actions/listings/setCuratorFeeCap.ts'
import { setDescriptor } from '../../actions/listings/setDescriptor.ts'
import { setFamily } from '../../actions/listings/setFamily.ts'
import { setProtocolFee } from '../../actions/listings/setProtocolFee.ts'
import { setQuoteSigner } from '../../actions/listings/setQuoteSigner.ts'
import { setRateBounds } from '../../actions/listings/setRateBounds.ts'
import { setRatePace } from '../../actions/listings/setRatePace.ts'
import { setTreasury } from '../../actions/listings/setTreasury.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/listings`. */
export const listingsWrites = {
  createListing,
  dismissAdjudicator,
  dismissQuoteSigner,
  lowerProtocolFee,
  pauseSales,
  postRates,
  raiseRateFloors,
  setAdjudicator,
  setCuratorFeeCap,
  setDescriptor,
  setFamily,
  setProtocolFee,
  setQuoteSigner,
  setRateBounds,
  setRatePace,
  setTreasury,
} as const

/** The writes of `actions/listings`, as methods of a client. */
export type ListingsWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  createListing: Bound<typeof createListing<chain, account>>
  dismissAdjudicator: Bound<typeof dismissAdjudicator<chain, account>>
  dismissQuoteSigner: Bound<typeof dismissQuoteSigner<chain, account>>
  lowerProtocolFee: Bound<typeof lowerProtocolFee<chain, account>>
  pauseSales: Bound<typeof pauseSales<chain, account>>
  postRates: Bound<typeof postRates<chain, account>>
  raiseRateFloors: Bound<typeof raiseRateFloors<chain, account>>
  setAdjudicator: Bound<typeof setAdjudicator<chain, account>>
  setCuratorFeeCap: Bound<typeof setCuratorFeeCap<chain, account>>
  setDescriptor: Bound<typeof setDescriptor<chain, account>>
  setFamily: Bound<typeof setFamily<chain, account>>
  setProtocolFee: Bound<typeof setProtocolFee<chain, account>>
  setQuoteSigner: Bound<typeof setQuoteSigner<chain, account>>
  setRateBounds: Bound<typeof setRateBounds<chain, account>>
  setRatePace: Bound<typeof setRatePace<chain, account>>
  setTreasury: Bound<typeof setTreasury<chain, account>>
}
