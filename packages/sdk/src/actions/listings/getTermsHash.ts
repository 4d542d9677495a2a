import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getTermsHash} takes. */
export type GetTermsHashParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getTermsHash} returns. */
export type GetTermsHashReturnType = Hex

/** What {@link getTermsHash} can fail with. */
export type GetTermsHashErrorType = ReadErrorType

/**
 * Reads what the covers of a listing are sold under: keccak256(abi.encode(terms, keccak256(wording))).
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the hash.
 * @throws {UnknownListingError} if there is no such listing.
 * @example
 * const hash = await getTermsHash(client, { listings, listing: 1n })
 */
export async function getTermsHash<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetTermsHashParameters,
): Promise<GetTermsHashReturnType> {
  const { listings, listing } = parameters
  return read(client, parameters, { abi: listingsAbi, address: listings, functionName: 'termsHash', args: [listing] })
}
