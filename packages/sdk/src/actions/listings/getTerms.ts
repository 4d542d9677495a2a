import type { Address, Chain, Client, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { type LossProof, lossProofKinds, type Terms } from '../../types/listing.ts'

/** What {@link getTerms} takes. */
export type GetTermsParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getTerms} returns. */
export type GetTermsReturnType = Terms

/** What {@link getTerms} can fail with. */
export type GetTermsErrorType = ReadErrorType

/**
 * Reads the terms of a listing.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns everything that the listing fixes for ever.
 * @throws {UnknownListingError} if there is no such listing.
 * @example
 * const terms = await getTerms(client, { listings, listing: 1n })
 */
export async function getTerms<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetTermsParameters,
): Promise<GetTermsReturnType> {
  const { listings, listing } = parameters
  const terms = await read(client, parameters, {
    abi: listingsAbi,
    address: listings,
    functionName: 'terms',
    args: [listing],
  })
  return { ...terms, lossProof: lossProofKinds[terms.lossProof] as LossProof }
}
