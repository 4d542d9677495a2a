import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link previewDeposit} takes. */
export type PreviewDepositParameters = ReadOptions & {
  /** The pool. */
  pool: Address
  /** Units of the pool's asset. */
  assets: bigint
}

/** What {@link previewDeposit} returns. */
export type PreviewDepositReturnType = bigint

/** What {@link previewDeposit} can fail with. */
export type PreviewDepositErrorType = ReadErrorType

/**
 * Reads how many shares {@link deposit} would mint now.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns shares.
 * @throws {JournalBehindError} if the pool has to `step` first.
 * @example
 * const shares = await previewDeposit(client, { pool, assets: 1_000_000n })
 */
export async function previewDeposit<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: PreviewDepositParameters,
): Promise<PreviewDepositReturnType> {
  const { pool, assets } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'previewDeposit', args: [assets] })
}
