import type { Address, Chain, Client, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getRatePace} takes. */
export type GetRatePaceParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
}

/** What {@link getRatePace} returns. */
export type GetRatePaceReturnType = {
  /** Seconds in which a rate may double. */
  riseTime: bigint
  /** Seconds in which a rate may fall by a tenth. */
  fallTime: bigint
}

/** What {@link getRatePace} can fail with. */
export type GetRatePaceErrorType = ReadErrorType

/**
 * Reads how fast posted rates may move.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the pace.
 * @example
 * await getRatePace(client, { listings })
 */
export async function getRatePace<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetRatePaceParameters,
): Promise<GetRatePaceReturnType> {
  const { listings } = parameters
  const [riseTime, fallTime] = await read(client, parameters, {
    abi: listingsAbi,
    address: listings,
    functionName: 'ratePace',
    args: [],
  })
  return { riseTime, fallTime }
}
