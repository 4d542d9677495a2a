import { encodeAbiParameters, type Hex, keccak256, parseAbiParameters } from 'viem'
import type { Quote } from '../types/listing.ts'
import type { InsuredEvent } from '../types/report.ts'

const parameters = parseAbiParameters('bytes32 facts, uint56 zone, uint256 begins, uint256 ends, uint256 lastSale')

/**
 * Computes the key of the risk that a quote is for, as `Listings` and `ReportTrigger` do.
 *
 * @param event the offer, or the event that it names.
 * @returns keccak256 of its facts, zone and times: two quotes for one key cannot differ in them.
 * @example
 * const risk = getRiskId({ listing: offer.listing, key: getQuoteKey(offer) })
 */
export function getQuoteKey({ facts, zone, begins, ends, lastSale }: InsuredEvent | Quote): Hex {
  return keccak256(encodeAbiParameters(parameters, [facts, zone, begins, ends, lastSale]))
}
