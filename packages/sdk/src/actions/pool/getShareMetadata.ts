import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getShareMetadata} takes. */
export type GetShareMetadataParameters = ReadOptions & {
  /** The pool. */
  pool: Address
}

/** What {@link getShareMetadata} returns. */
export type GetShareMetadataReturnType = {
  /** Name of the share. */
  name: string
  /** Symbol of the share. */
  symbol: string
  /** Decimals of the share: 18. */
  decimals: number
}

/** What {@link getShareMetadata} can fail with. */
export type GetShareMetadataErrorType = ReadErrorType

/**
 * Reads what the shares of a pool are called.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @example
 * const { name } = await getShareMetadata(client, { pool })
 */
export async function getShareMetadata<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetShareMetadataParameters,
): Promise<GetShareMetadataReturnType> {
  const call = { abi: poolAbi, address: parameters.pool, args: [] } as const
  const [name, symbol, decimals] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'name' }),
    read(client, parameters, { ...call, functionName: 'symbol' }),
    read(client, parameters, { ...call, functionName: 'decimals' }),
  ])
  return { name, symbol, decimals }
}
