import type { Address, Chain, Client, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getPausedUntil} takes. */
export type GetPausedUntilParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
}

/** What {@link getPausedUntil} returns. */
export type GetPausedUntilReturnType = bigint

/** What {@link getPausedUntil} can fail with. */
export type GetPausedUntilErrorType = ReadErrorType

/**
 * Reads until when new sales are paused.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns Unix seconds; in the past: not paused.
 * @example
 * await getPausedUntil(client, { listings })
 */
export async function getPausedUntil<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetPausedUntilParameters,
): Promise<GetPausedUntilReturnType> {
  const { listings } = parameters
  return read(client, parameters, { abi: listingsAbi, address: listings, functionName: 'pausedUntil', args: [] })
}
