import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link previewMint} takes. */
export type PreviewMintParameters = ReadOptions & {
  /** The pool. */
  pool: Address
  /** Shares, 18 decimals. */
  shares: bigint
}

/** What {@link previewMint} returns. */
export type PreviewMintReturnType = bigint

/** What {@link previewMint} can fail with. */
export type PreviewMintErrorType = ReadErrorType

/**
 * Reads what {@link mintShares} would take now.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns units of the pool's asset.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const assets = await previewMint(client, { pool, shares: 10n ** 18n })
 */
export async function previewMint<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: PreviewMintParameters,
): Promise<PreviewMintReturnType> {
  const { pool, shares } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'previewMint', args: [shares] })
}
