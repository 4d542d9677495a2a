import type { Address, Chain, Client, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { SaleTerms } from '../../types/listing.ts'

/** What {@link getSaleTerms} takes. */
export type GetSaleTermsParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
  /** Listing number. */
  listing: bigint
  /** The pool's asset. */
  asset: Address
}

/** What {@link getSaleTerms} returns. */
export type GetSaleTermsReturnType = SaleTerms

/** What {@link getSaleTerms} can fail with. */
export type GetSaleTermsErrorType = ReadErrorType

/**
 * Reads what a sale by a pool with this asset needs; reverts if the listing may not be sold now.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the terms of a sale.
 * @throws {UnknownListingError} if there is no such listing.
 * @throws {SalesArePausedError} while the guardian has paused sales.
 * @throws {AdjudicatorNotApprovedError} if the adjudicator was dismissed.
 * @throws {OwnAssetError} if the asset belongs to the family that the listing insures.
 * @throws {RateStaleError} if the rate is too old.
 * @example
 * const { rate } = await getSaleTerms(client, { listings, listing: 1n, asset })
 */
export async function getSaleTerms<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetSaleTermsParameters,
): Promise<GetSaleTermsReturnType> {
  const { listings, listing, asset } = parameters
  return read(client, parameters, {
    abi: listingsAbi,
    address: listings,
    functionName: 'saleTerms',
    args: [listing, asset],
  })
}
