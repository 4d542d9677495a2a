import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getAsset} takes. */
export type GetAssetParameters = ReadOptions & {
  /** The pool. */
  pool: Address
}

/** What {@link getAsset} returns. */
export type GetAssetReturnType = Address

/** What {@link getAsset} can fail with. */
export type GetAssetErrorType = ReadErrorType

/**
 * Reads which token a pool holds and insures in.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns the address of the ERC-20.
 * @example
 * await getAsset(client, { pool })
 */
export async function getAsset<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetAssetParameters,
): Promise<GetAssetReturnType> {
  const { pool } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'asset', args: [] })
}
