import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link convertToShares} takes. */
export type ConvertToSharesParameters = ReadOptions & {
  /** The pool. */
  pool: Address
  /** Units of the pool's asset. */
  assets: bigint
}

/** What {@link convertToShares} returns. */
export type ConvertToSharesReturnType = bigint

/** What {@link convertToShares} can fail with. */
export type ConvertToSharesErrorType = ReadErrorType

/**
 * Reads how many shares assets are worth at High, at which deposits are priced.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns shares, rounded down.
 * @example
 * const shares = await convertToShares(client, { pool, assets: 1_000_000n })
 */
export async function convertToShares<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: ConvertToSharesParameters,
): Promise<ConvertToSharesReturnType> {
  const { pool, assets } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'convertToShares', args: [assets] })
}
