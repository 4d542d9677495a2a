import type { Chain, Client, Transport } from 'viem'
import { type GetBlockErrorType, getBlock } from 'viem/actions'
import { LossBeforeGridError } from '../errors/proofs.ts'

/** What {@link findLossBlock} takes. */
export type FindLossBlockParameters = {
  /** Unix seconds of the loss. */
  lossTime: bigint
  /** Blocks from one on the grid to the next: see `getLossProofsBounds`. */
  grid: bigint
}

/** What {@link findLossBlock} can fail with. */
export type FindLossBlockErrorType = GetBlockErrorType | LossBeforeGridError

/**
 * Finds the block that counts for losses at a time: the last one on the grid at or before it. Asks an RPC for some 15
 * blocks.
 *
 * @param client a viem client.
 * @param parameters the time of loss, and the grid.
 * @returns its number, for `pinBlock`.
 * @throws {LossBeforeGridError} if no block of the grid is that old.
 * @example
 * const gridBlock = await findLossBlock(client, { lossTime: 1_700_000_000n, grid: 1_800n })
 */
export async function findLossBlock<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  { lossTime, grid }: FindLossBlockParameters,
): Promise<bigint> {
  const latest = await getBlock(client, { blockTag: 'latest' })
  let low = 0n
  let high = (latest.number ?? 0n) / grid
  while (low < high) {
    const middle = (low + high + 1n) / 2n
    const { timestamp } = await getBlock(client, { blockNumber: middle * grid })
    if (timestamp <= lossTime) low = middle
    else high = middle - 1n
  }
  // The genesis block is not on the grid.
  if (low === 0n) throw new LossBeforeGridError({ lossTime, grid })
  return low * grid
}
