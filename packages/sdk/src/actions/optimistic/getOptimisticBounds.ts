import type { Address, Chain, Client, Transport } from 'viem'
import { optimisticAbi } from '../../abis/optimisticAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getOptimisticBounds} takes. */
export type GetOptimisticBoundsParameters = ReadOptions & {
  /** The address of `Optimistic`. */
  optimistic: Address
}

/** What {@link getOptimisticBounds} returns. */
export type GetOptimisticBoundsReturnType = {
  /** Seconds after an opening within which the incident must be asserted in UMA's oracle. */
  assertTime: bigint
  /** Shortest liveness, seconds. */
  minLiveness: bigint
  /** Longest liveness, seconds. */
  maxLiveness: bigint
  /** Seconds from a dispute to the end of UMA's vote at the latest. */
  voteTime: bigint
  /** Seconds that keepers have to settle and rule. */
  keeperTime: bigint
  /** Shortest grace of a listing, seconds. */
  minGrace: bigint
}

/** What {@link getOptimisticBounds} can fail with. */
export type GetOptimisticBoundsErrorType = ReadErrorType

/**
 * Reads the times that hold for every listing.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns all of them.
 * @example
 * const { assertTime, voteTime } = await getOptimisticBounds(client, { optimistic })
 */
export async function getOptimisticBounds<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetOptimisticBoundsParameters,
): Promise<GetOptimisticBoundsReturnType> {
  const { optimistic } = parameters
  const call = { abi: optimisticAbi, address: optimistic, args: [] } as const
  const [assertTime, minLiveness, maxLiveness, voteTime, keeperTime, minGrace] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'ASSERT_TIME' }),
    read(client, parameters, { ...call, functionName: 'MIN_LIVENESS' }),
    read(client, parameters, { ...call, functionName: 'MAX_LIVENESS' }),
    read(client, parameters, { ...call, functionName: 'VOTE_TIME' }),
    read(client, parameters, { ...call, functionName: 'KEEPER_TIME' }),
    read(client, parameters, { ...call, functionName: 'MIN_GRACE' }),
  ])
  return { assertTime, minLiveness, maxLiveness, voteTime, keeperTime, minGrace }
}
