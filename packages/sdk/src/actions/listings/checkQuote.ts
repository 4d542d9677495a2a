import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { Quote } from '../../types/listing.ts'

/** What {@link checkQuote} takes. */
export type CheckQuoteParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
  /** Listing number. */
  listing: bigint
  /** The offer. */
  quote: Quote
  /** Who signed it. */
  signer: Address
  /** What `signQuote` returned. */
  signature: Hex
}

/** What {@link checkQuote} returns. */
export type CheckQuoteReturnType = Hex

/** What {@link checkQuote} can fail with. */
export type CheckQuoteErrorType = ReadErrorType

/**
 * Checks a quote and its signature (of an account or of an ERC-1271 contract).
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the key that the quote names.
 * @throws {QuoteForAnotherListingError} if it is for another listing.
 * @throws {UnknownListingError} if there is no such listing.
 * @throws {KeyedMismatchError} if the listing takes no quotes.
 * @throws {QuoteExpiredError} if it has expired.
 * @throws {InvalidQuoteError} if a field is out of bounds.
 * @throws {QuoteSignerNotApprovedError} if the signature is wrong, or the signer not approved.
 * @example
 * const key = await checkQuote(client, { listings, listing: 1n, quote: offer, signer: alice, signature })
 */
export async function checkQuote<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: CheckQuoteParameters,
): Promise<CheckQuoteReturnType> {
  const { listings, listing, quote, signer, signature } = parameters
  return read(client, parameters, {
    abi: listingsAbi,
    address: listings,
    functionName: 'checkQuote',
    args: [listing, quote, signer, signature],
  })
}
