import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getStorageRoot} takes. */
export type GetStorageRootParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** The token. */
  token: Address
  /** Number of a recorded block on the grid. */
  gridBlock: bigint
}

/** What {@link getStorageRoot} returns. */
export type GetStorageRootReturnType = Hex

/** What {@link getStorageRoot} can fail with. */
export type GetStorageRootErrorType = ReadErrorType

/**
 * Reads the storage root of a token at a block.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the root; zero if {@link proveToken} has not proven it.
 * @example
 * await getStorageRoot(client, { lossProofs, token: asset, gridBlock: 1_800n })
 */
export async function getStorageRoot<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetStorageRootParameters,
): Promise<GetStorageRootReturnType> {
  const { lossProofs, token, gridBlock } = parameters
  return read(client, parameters, {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'storageRootOf',
    args: [token, gridBlock],
  })
}
