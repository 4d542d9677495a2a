import type { Address, Chain, Client, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getPinnedBlock} takes. */
export type GetPinnedBlockParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Unix seconds of the loss. */
  lossTime: bigint
}

/** What {@link getPinnedBlock} returns. */
export type GetPinnedBlockReturnType = bigint

/** What {@link getPinnedBlock} can fail with. */
export type GetPinnedBlockErrorType = ReadErrorType

/**
 * Reads which block counts for losses at a time.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns its number; zero if {@link pinBlock} has not fixed it.
 * @example
 * await getPinnedBlock(client, { lossProofs, lossTime: 1_700_000_000n })
 */
export async function getPinnedBlock<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetPinnedBlockParameters,
): Promise<GetPinnedBlockReturnType> {
  const { lossProofs, lossTime } = parameters
  return read(client, parameters, {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'blockFor',
    args: [lossTime],
  })
}
