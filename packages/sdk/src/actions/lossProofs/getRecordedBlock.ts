import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getRecordedBlock} takes. */
export type GetRecordedBlockParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** Number of a recorded block on the grid. */
  number: bigint
}

/** What {@link getRecordedBlock} returns. */
export type GetRecordedBlockReturnType = {
  /** Its state root; zero if it was not recorded. */
  stateRoot: Hex
  /** Unix seconds. */
  timestamp: bigint
}

/** What {@link getRecordedBlock} can fail with. */
export type GetRecordedBlockErrorType = ReadErrorType

/**
 * Reads a recorded block.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns state root and time; zeros if it was not recorded.
 * @example
 * await getRecordedBlock(client, { lossProofs: proofs, number: 1_800n })
 */
export async function getRecordedBlock<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetRecordedBlockParameters,
): Promise<GetRecordedBlockReturnType> {
  const { lossProofs, number } = parameters
  const [stateRoot, timestamp] = await read(client, parameters, {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'blockOf',
    args: [number],
  })
  return { stateRoot, timestamp }
}
