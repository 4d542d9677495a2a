import type { Address, Chain, Client, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { Periods } from '../../types/listing.ts'

/** What {@link getPeriods} takes. */
export type GetPeriodsParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getPeriods} returns. */
export type GetPeriodsReturnType = Periods

/** What {@link getPeriods} can fail with. */
export type GetPeriodsErrorType = ReadErrorType

/**
 * Reads the part of a listing that a change of a cover needs, whether or not it may be sold now.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the periods.
 * @throws {UnknownListingError} if there is no such listing.
 * @example
 * const { waiting } = await getPeriods(client, { listings, listing: 1n })
 */
export async function getPeriods<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetPeriodsParameters,
): Promise<GetPeriodsReturnType> {
  const { listings, listing } = parameters
  return read(client, parameters, { abi: listingsAbi, address: listings, functionName: 'periodsOf', args: [listing] })
}
