import type { Address, Chain, Client, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getPoolNumber} takes. */
export type GetPoolNumberParameters = ReadOptions & {
  /** The address of `Covers`. */
  covers: Address
  /** The pool. */
  pool: Address
}

/** What {@link getPoolNumber} returns. */
export type GetPoolNumberReturnType = bigint

/** What {@link getPoolNumber} can fail with. */
export type GetPoolNumberErrorType = ReadErrorType

/**
 * Reads the number of a pool: the upper bits of the ids of its covers.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the number; zero if it is no pool.
 * @example
 * await getPoolNumber(client, { covers, pool })
 */
export async function getPoolNumber<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetPoolNumberParameters,
): Promise<GetPoolNumberReturnType> {
  const { covers, pool } = parameters
  return read(client, parameters, { abi: coversAbi, address: covers, functionName: 'numberOf', args: [pool] })
}
