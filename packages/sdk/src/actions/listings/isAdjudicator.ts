import type { Address, Chain, Client, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link isAdjudicator} takes. */
export type IsAdjudicatorParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
  /** The adjudicator. */
  adjudicator: Address
}

/** What {@link isAdjudicator} returns. */
export type IsAdjudicatorReturnType = boolean

/** What {@link isAdjudicator} can fail with. */
export type IsAdjudicatorErrorType = ReadErrorType

/**
 * Reads whether an adjudicator may be named by new sales.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns true if it may.
 * @example
 * await isAdjudicator(client, { listings, adjudicator })
 */
export async function isAdjudicator<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: IsAdjudicatorParameters,
): Promise<IsAdjudicatorReturnType> {
  const { listings, adjudicator } = parameters
  return read(client, parameters, {
    abi: listingsAbi,
    address: listings,
    functionName: 'isAdjudicator',
    args: [adjudicator],
  })
}
