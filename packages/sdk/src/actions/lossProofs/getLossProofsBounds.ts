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
  /** Most that could be. */
  maxGrid: bigint
  /** Blocks within which one can be recorded. */
  history: bigint
  /** Accounts or ids that show a token. */
  samples: bigint
  /** Seconds in which an account's NFTs are counted before its holding is known. */
  countTime: bigint
  /** Seconds of a bucket of use; a loss sees its own and both neighbours. */
  useWindow: bigint
  /** Seconds from a revocation of consent to the first loss for which it counts. */
  revocationDelay: bigint
}

/** What {@link getLossProofsBounds} can fail with. */
export type GetLossProofsBoundsErrorType = ReadErrorType

/**
 * Reads the grid, and the bounds that are written in the code of `LossProofs`.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @example
 * const { grid } = await getLossProofsBounds(client, { lossProofs })
 */
export async function getLossProofsBounds<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetLossProofsBoundsParameters,
): Promise<GetLossProofsBoundsReturnType> {
  const call = { abi: lossProofsAbi, address: parameters.lossProofs, args: [] } as const
  const [grid, maxGrid, history, samples, countTime, useWindow, revocationDelay] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'grid' }),
    read(client, parameters, { ...call, functionName: 'MAX_GRID' }),
    read(client, parameters, { ...call, functionName: 'HISTORY' }),
    read(client, parameters, { ...call, functionName: 'SAMPLES' }),
    read(client, parameters, { ...call, functionName: 'COUNT_TIME' }),
    read(client, parameters, { ...call, functionName: 'USE_WINDOW' }),
    read(client, parameters, { ...call, functionName: 'REVOCATION_DELAY' }),
  ])
  return { grid, maxGrid, history, samples, countTime, useWindow, revocationDelay }
}
