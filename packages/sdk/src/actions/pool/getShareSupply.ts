import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getShareSupply} takes. */
export type GetShareSupplyParameters = ReadOptions & {
  /** The pool. */
  pool: Address
}

/** What {@link getShareSupply} returns. */
export type GetShareSupplyReturnType = bigint

/** What {@link getShareSupply} can fail with. */
export type GetShareSupplyErrorType = ReadErrorType

/**
 * Reads how many shares of a pool there are, those in the exit queue included.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns shares, 18 decimals.
 * @example
 * await getShareSupply(client, { pool })
 */
export async function getShareSupply<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetShareSupplyParameters,
): Promise<GetShareSupplyReturnType> {
  const { pool } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'totalSupply', args: [] })
}
