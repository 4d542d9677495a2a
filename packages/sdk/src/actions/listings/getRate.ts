import type { Address, Chain, Client, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getRate} takes. */
export type GetRateParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getRate} returns. */
export type GetRateReturnType = {
  /** Technical rate, WAD per year. */
  rate: bigint
  /** Unix seconds; zero: never. */
  postedAt: bigint
}

/** What {@link getRate} can fail with. */
export type GetRateErrorType = ReadErrorType

/**
 * Reads the posted rate of a listing, and when it was posted.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the rate and its age.
 * @throws {UnknownListingError} if there is no such listing.
 * @example
 * const { rate, postedAt } = await getRate(client, { listings, listing: 1n })
 */
export async function getRate<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetRateParameters,
): Promise<GetRateReturnType> {
  const { listings, listing } = parameters
  const [rate, postedAt] = await read(client, parameters, {
    abi: listingsAbi,
    address: listings,
    functionName: 'rateOf',
    args: [listing],
  })
  return { rate, postedAt }
}
