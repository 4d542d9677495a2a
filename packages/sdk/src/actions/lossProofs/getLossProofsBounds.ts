import type { Address, Chain, Client, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getLossProofsBounds} takes. */
export type GetLossProofsBoundsParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
}

/** What {@link getLossProofsBounds} returns. */
export type GetLossProofsBoundsReturnType = {
  /** Blocks from one on the grid to the next. */
  grid: bigint
  /** The most that the grid may be, blocks. */
  maxGrid: bigint
  /** Blocks whose hashes the chain serves. */
  history: bigint
  /** Accounts or ids that a token is shown by. */
  samples: bigint
  /** Seconds in which NFTs are counted before a holding is known. */
  countTime: bigint
  /** Seconds of one bucket of use. */
  useWindow: bigint
}

/** What {@link getLossProofsBounds} can fail with. */
export type GetLossProofsBoundsErrorType = ReadErrorType

/**
 * Reads the grid of blocks, and the other fixed numbers of `LossProofs`.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @example
 * const { grid } = await getLossProofsBounds(client, { lossProofs: proofs })
 */
export async function getLossProofsBounds<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetLossProofsBoundsParameters,
): Promise<GetLossProofsBoundsReturnType> {
  const call = { abi: lossProofsAbi, address: parameters.lossProofs, args: [] } as const
  const [grid, maxGrid, history, samples, countTime, useWindow] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'grid' }),
    read(client, parameters, { ...call, functionName: 'MAX_GRID' }),
    read(client, parameters, { ...call, functionName: 'HISTORY' }),
    read(client, parameters, { ...call, functionName: 'SAMPLES' }),
    read(client, parameters, { ...call, functionName: 'COUNT_TIME' }),
    read(client, parameters, { ...call, functionName: 'USE_WINDOW' }),
  ])
  return { grid, maxGrid, history, samples, countTime, useWindow }
}
