import type { Address, Chain, Client, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getBlockForLoss} takes. */
export type GetBlockForLossParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Unix seconds of the loss. */
  lossTime: bigint
}

/** What {@link getBlockForLoss} returns. */
export type GetBlockForLossReturnType = bigint

/** What {@link getBlockForLoss} can fail with. */
export type GetBlockForLossErrorType = ReadErrorType

/**
 * Reads which block counts for losses at a time.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns its number; zero if {@link pinBlock} has not fixed it.
 * @example
 * await getBlockForLoss(client, { lossProofs, lossTime: 1_700_000_000n })
 */
export async function getBlockForLoss<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetBlockForLossParameters,
): Promise<GetBlockForLossReturnType> {
  const { lossProofs, lossTime } = parameters
  return read(client, parameters, {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'blockFor',
    args: [lossTime],
  })
}
