import { type Hex, hashTypedData } from 'viem'
import { type GetQuoteTypedDataParameters, getQuoteTypedData } from './getQuoteTypedData.ts'

/** What {@link hashQuote} takes. */
export type HashQuoteParameters = GetQuoteTypedDataParameters

/**
 * Computes the EIP-712 digest of a quote, as `Listings` does.
 *
 * @param parameters the offer, and where it is valid.
 * @returns the digest that the signer signs.
 * @example
 * const digest = hashQuote({ listings, chainId: 1, quote: offer })
 */
export function hashQuote(parameters: HashQuoteParameters): Hex {
  return hashTypedData(getQuoteTypedData(parameters))
}
