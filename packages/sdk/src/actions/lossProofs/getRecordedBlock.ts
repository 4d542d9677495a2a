import type { Address, Chain, Client, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { RecordedBlock } from '../../types/proof.ts'

/** What {@link getRecordedBlock} takes. */
export type GetRecordedBlockParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Number of the block. */
  gridBlock: bigint
}

/** What {@link getRecordedBlock} returns. */
export type GetRecordedBlockReturnType = RecordedBlock

/** What {@link getRecordedBlock} can fail with. */
export type GetRecordedBlockErrorType = ReadErrorType

/**
 * Reads what was recorded of a block.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns state root and time; zeros if it was not recorded.
 * @example
 * const { timestamp } = await getRecordedBlock(client, { lossProofs, gridBlock: 1_800n })
 */
export async function getRecordedBlock<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetRecordedBlockParameters,
): Promise<GetRecordedBlockReturnType> {
  const { lossProofs, gridBlock } = parameters
  const [stateRoot, timestamp] = await read(client, parameters, {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'blockOf',
    args: [gridBlock],
  })
  return { stateRoot, timestamp }
}
