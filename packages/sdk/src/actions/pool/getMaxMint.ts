import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getMaxMint} takes. */
export type GetMaxMintParameters = ReadOptions & {
  /** The pool. */
  pool: Address
  /** Who would receive the shares. */
  receiver: Address
}

/** What {@link getMaxMint} returns. */
export type GetMaxMintReturnType = bigint

/** What {@link getMaxMint} can fail with. */
export type GetMaxMintErrorType = ReadErrorType

/**
 * Reads the most shares that can be minted: zero while the pool is closed, or behind the journal.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns shares.
 * @example
 * const shares = await getMaxMint(client, { pool, receiver: alice })
 */
export async function getMaxMint<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetMaxMintParameters,
): Promise<GetMaxMintReturnType> {
  const { pool, receiver } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'maxMint', args: [receiver] })
}
