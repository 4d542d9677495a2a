import type { Address, Chain, Client, Transport } from 'viem'
import { poolFactoryAbi } from '../../abis/poolFactoryAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getPoolCount} takes. */
export type GetPoolCountParameters = ReadOptions & {
  /** The address of `PoolFactory`. */
  factory: Address
}

/** What {@link getPoolCount} returns. */
export type GetPoolCountReturnType = bigint

/** What {@link getPoolCount} can fail with. */
export type GetPoolCountErrorType = ReadErrorType

/**
 * Reads how many pools there are; they are numbered from 1.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns the number of pools.
 * @example
 * await getPoolCount(client, { factory })
 */
export async function getPoolCount<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetPoolCountParameters,
): Promise<GetPoolCountReturnType> {
  const { factory } = parameters
  return read(client, parameters, { abi: poolFactoryAbi, address: factory, functionName: 'count', args: [] })
}
