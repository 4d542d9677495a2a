import { type Address, encodeAbiParameters, type Hex, parseAbiParameters } from 'viem'
import { toQuoteMessage } from '../internal/toQuoteMessage.ts'
import type { Quote } from '../types/listing.ts'

/** What {@link encodeQuote} takes. */
export type EncodeQuoteParameters = {
  /** The offer. */
  quote: Quote
  /** Who signed it. */
  signer: Address
  /** What `signQuote` returned. */
  signature: Hex
}

const parameters = parseAbiParameters([
  'Quote quote, address signer, bytes signature',
  'struct Quote { uint32 listing; bytes32 facts; uint56 zone; uint32 begins; uint32 ends; uint32 lastSale; uint64 rate; uint32 expiry; }',
])

/**
 * Encodes a signed quote as {@link buy} and {@link quote} take it.
 *
 * @param parameters the offer, who signed it, and the signature.
 * @returns abi.encode(quote, signer, signature).
 * @example
 * const signature = await signQuote(wallet, { listings, quote: offer })
 * const signed = encodeQuote({ quote: offer, signer: alice, signature })
 * const premium = await quote(client, { pool, listing: offer.listing, amount: 200_000_000n, quote: signed })
 */
export function encodeQuote({ quote, signer, signature }: EncodeQuoteParameters): Hex {
  return encodeAbiParameters(parameters, [toQuoteMessage(quote), signer, signature])
}
