import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link convertToAssets} takes. */
export type ConvertToAssetsParameters = ReadOptions & {
  /** The pool. */
  pool: Address
  /** Shares, 18 decimals. */
  shares: bigint
}

/** What {@link convertToAssets} returns. */
export type ConvertToAssetsReturnType = bigint

/** What {@link convertToAssets} can fail with. */
export type ConvertToAssetsErrorType = ReadErrorType

/**
 * Reads what shares are worth at Low, at which exits are priced.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns units of the pool's asset, rounded down.
 * @example
 * const assets = await convertToAssets(client, { pool, shares: 10n ** 18n })
 */
export async function convertToAssets<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: ConvertToAssetsParameters,
): Promise<ConvertToAssetsReturnType> {
  const { pool, shares } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'convertToAssets', args: [shares] })
}
