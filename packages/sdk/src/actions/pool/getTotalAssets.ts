import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getTotalAssets} takes. */
export type GetTotalAssetsParameters = ReadOptions & {
  /** The pool. */
  pool: Address
}

/** What {@link getTotalAssets} returns. */
export type GetTotalAssetsReturnType = bigint

/** What {@link getTotalAssets} can fail with. */
export type GetTotalAssetsErrorType = ReadErrorType

/**
 * Reads the own funds of a pool at High (ERC-4626): open incidents are not deducted.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns units of the pool's asset.
 * @example
 * await getTotalAssets(client, { pool })
 */
export async function getTotalAssets<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetTotalAssetsParameters,
): Promise<GetTotalAssetsReturnType> {
  const { pool } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'totalAssets', args: [] })
}
