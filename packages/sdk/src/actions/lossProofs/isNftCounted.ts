import type { Address, Chain, Client, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link isNftCounted} takes. */
export type IsNftCountedParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
  /** The token. */
  token: Address
  /** Number of a recorded block on the grid. */
  gridBlock: bigint
  /** Id of the NFT. */
  nftId: bigint
}

/** What {@link isNftCounted} returns. */
export type IsNftCountedReturnType = boolean

/** What {@link isNftCounted} can fail with. */
export type IsNftCountedErrorType = ReadErrorType

/**
 * Asks whether an NFT was counted for its owner at a block.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns whether {@link proveNft} has counted it.
 * @example
 * await isNftCounted(client, { lossProofs, token: asset, gridBlock: 1_800n, nftId: 7n })
 */
export async function isNftCounted<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: IsNftCountedParameters,
): Promise<IsNftCountedReturnType> {
  const { lossProofs, token, gridBlock, nftId } = parameters
  return read(client, parameters, {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'isCounted',
    args: [token, gridBlock, nftId],
  })
}
