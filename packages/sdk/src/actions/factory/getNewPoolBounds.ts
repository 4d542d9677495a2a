import type { Address, Chain, Client, Transport } from 'viem'
import { poolFactoryAbi } from '../../abis/poolFactoryAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getNewPoolBounds} takes. */
export type GetNewPoolBoundsParameters = ReadOptions & {
  /** The address of `PoolFactory`. */
  factory: Address
}

/** What {@link getNewPoolBounds} returns. */
export type GetNewPoolBoundsReturnType = {
  /** Least correlation within a class, WAD. */
  minRho: bigint
  /** Least correlation across classes, WAD. */
  minR: bigint
  /** The most that the probability of loss of a class may be, WAD. */
  maxLossProbability: bigint
}

/** What {@link getNewPoolBounds} can fail with. */
export type GetNewPoolBoundsErrorType = ReadErrorType

/**
 * Reads what new pools are held to.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the bounds.
 * @example
 * await getNewPoolBounds(client, { factory })
 */
export async function getNewPoolBounds<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetNewPoolBoundsParameters,
): Promise<GetNewPoolBoundsReturnType> {
  const { factory } = parameters
  return read(client, parameters, { abi: poolFactoryAbi, address: factory, functionName: 'bounds', args: [] })
}
