import type { Address, Chain, Client, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getListingCount} takes. */
export type GetListingCountParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
}

/** What {@link getListingCount} returns. */
export type GetListingCountReturnType = bigint

/** What {@link getListingCount} can fail with. */
export type GetListingCountErrorType = ReadErrorType

/**
 * Reads how many listings there are; they are numbered from 1.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns the number of listings.
 * @example
 * await getListingCount(client, { listings })
 */
export async function getListingCount<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetListingCountParameters,
): Promise<GetListingCountReturnType> {
  const { listings } = parameters
  return read(client, parameters, { abi: listingsAbi, address: listings, functionName: 'count', args: [] })
}
