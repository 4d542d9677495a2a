import type { Address, Chain, Client, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getPoolByNumber} takes. */
export type GetPoolByNumberParameters = ReadOptions & {
  /** The address of `Covers`. */
  covers: Address
  /** Number of the pool, from 1. */
  number: bigint
}

/** What {@link getPoolByNumber} returns. */
export type GetPoolByNumberReturnType = Address

/** What {@link getPoolByNumber} can fail with. */
export type GetPoolByNumberErrorType = ReadErrorType

/**
 * Reads the pool of a number.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the pool; zero if there is none.
 * @example
 * const address = await getPoolByNumber(client, { covers, number: 1n })
 */
export async function getPoolByNumber<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetPoolByNumberParameters,
): Promise<GetPoolByNumberReturnType> {
  const { covers, number } = parameters
  return read(client, parameters, { abi: coversAbi, address: covers, functionName: 'poolByNumber', args: [number] })
}
