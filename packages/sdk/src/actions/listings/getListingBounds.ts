import type { Address, Chain, Client, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getListingBounds} takes. */
export type GetListingBoundsParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
}

/** What {@link getListingBounds} returns. */
export type GetListingBoundsReturnType = {
  /** Shortest duration of cover without a key, seconds. */
  minPeriod: bigint
  /** Longest duration of cover, and longest event window, seconds. */
  maxPeriod: bigint
  /** Longest waiting period, seconds. */
  maxWaiting: bigint
  /** Longest grace period, seconds. */
  maxGrace: bigint
  /** Highest technical rate, WAD per year. */
  maxRate: bigint
  /** Age past which a posted rate sells nothing, seconds. */
  maxRateAge: bigint
  /** Highest reward of finder and settler, each, basis points of a payout. */
  maxReward: bigint
  /** Longest wording, bytes. */
  maxWording: bigint
  /** The most event windows that fit into the grace period. */
  maxEvents: bigint
  /** Longest pause of sales, and shortest time between two, seconds. */
  maxPause: bigint
  /** Highest protocol fee, basis points of the net premium. */
  maxProtocolFee: bigint
  /** Highest cap of the curators' fees, basis points of the net premium. */
  maxCuratorFee: bigint
  /** Bounds of the time in which a rate may double, or fall by a tenth, seconds. */
  minPace: bigint
  maxPace: bigint
}

/** What {@link getListingBounds} can fail with. */
export type GetListingBoundsErrorType = ReadErrorType

/**
 * Reads the bounds of what a listing can be created with.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @example
 * const { minPeriod } = await getListingBounds(client, { listings })
 */
export async function getListingBounds<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetListingBoundsParameters,
): Promise<GetListingBoundsReturnType> {
  const call = { abi: listingsAbi, address: parameters.listings, args: [] } as const
  const [
    minPeriod,
    maxPeriod,
    maxWaiting,
    maxGrace,
    maxRate,
    maxRateAge,
    maxReward,
    maxWording,
    maxEvents,
    maxPause,
    maxProtocolFee,
    maxCuratorFee,
    minPace,
    maxPace,
  ] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'MIN_PERIOD' }),
    read(client, parameters, { ...call, functionName: 'MAX_PERIOD' }),
    read(client, parameters, { ...call, functionName: 'MAX_WAITING' }),
    read(client, parameters, { ...call, functionName: 'MAX_GRACE' }),
    read(client, parameters, { ...call, functionName: 'MAX_RATE' }),
    read(client, parameters, { ...call, functionName: 'MAX_RATE_AGE' }),
    read(client, parameters, { ...call, functionName: 'MAX_REWARD' }),
    read(client, parameters, { ...call, functionName: 'MAX_WORDING' }),
    read(client, parameters, { ...call, functionName: 'MAX_EVENTS' }),
    read(client, parameters, { ...call, functionName: 'MAX_PAUSE' }),
    read(client, parameters, { ...call, functionName: 'MAX_PROTOCOL_FEE' }),
    read(client, parameters, { ...call, functionName: 'MAX_CURATOR_FEE' }),
    read(client, parameters, { ...call, functionName: 'MIN_PACE' }),
    read(client, parameters, { ...call, functionName: 'MAX_PACE' }),
  ])
  return {
    minPeriod,
    maxPeriod,
    maxWaiting,
    maxGrace,
    maxRate,
    maxRateAge,
    maxReward,
    maxWording,
    maxEvents,
    maxPause,
    maxProtocolFee,
    maxCuratorFee,
    minPace,
    maxPace,
  }
}
