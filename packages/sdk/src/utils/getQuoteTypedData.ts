import type { Address } from 'viem'
import { toQuoteMessage } from '../internal/toQuoteMessage.ts'
import type { Quote } from '../types/listing.ts'

/** Where a quote is valid. */
export type QuoteDomain = {
  /** The address of `Listings`. */
  listings: Address
  /** The chain's id. */
  chainId: number
}

/** What {@link getQuoteTypedData} takes. */
export type GetQuoteTypedDataParameters = QuoteDomain & {
  /** The offer. */
  quote: Quote
}

const types = {
  Quote: [
    { name: 'listing', type: 'uint32' },
    { name: 'facts', type: 'bytes32' },
    { name: 'zone', type: 'uint56' },
    { name: 'begins', type: 'uint32' },
    { name: 'ends', type: 'uint32' },
    { name: 'lastSale', type: 'uint32' },
    { name: 'rate', type: 'uint64' },
    { name: 'expiry', type: 'uint32' },
  ],
} as const

/**
 * The EIP-712 typed data of a quote, bound to a chain and to `Listings`, for signers that viem does not know.
 *
 * @param parameters the offer, and where it is valid.
 * @returns domain, types, primary type and message, as viem's typed-data functions take them.
 * @example
 * const typedData = getQuoteTypedData({ listings, chainId: 1, quote: offer })
 */
export function getQuoteTypedData({ listings, chainId, quote }: GetQuoteTypedDataParameters) {
  const domain = { name: 'Bulwark Listings', version: '1', chainId, verifyingContract: listings } as const
  return { domain, types, primaryType: 'Quote' as const, message: toQuoteMessage(quote) }
}
