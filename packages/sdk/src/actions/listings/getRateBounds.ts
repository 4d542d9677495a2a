import type { Address, Chain, Client, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getRateBounds} takes. */
export type GetRateBoundsParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getRateBounds} returns. */
export type GetRateBoundsReturnType = {
  /** Lowest rate, WAD per year. */
  floor: bigint
  /** Highest rate, WAD per year. */
  ceiling: bigint
}

/** What {@link getRateBounds} can fail with. */
export type GetRateBoundsErrorType = ReadErrorType

/**
 * Reads the bounds of the rate of a listing as they are governed.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the bounds.
 * @throws {UnknownListingError} if there is no such listing.
 * @example
 * await getRateBounds(client, { listings, listing: 1n })
 */
export async function getRateBounds<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetRateBoundsParameters,
): Promise<GetRateBoundsReturnType> {
  const { listings, listing } = parameters
  const [floor, ceiling] = await read(client, parameters, {
    abi: listingsAbi,
    address: listings,
    functionName: 'rateBoundsOf',
    args: [listing],
  })
  return { floor, ceiling }
}
