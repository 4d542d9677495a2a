import type { Address, Chain, Client, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link isProofSupported} takes. */
export type IsProofSupportedParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
}

/** What {@link isProofSupported} returns. */
export type IsProofSupportedReturnType = boolean

/** What {@link isProofSupported} can fail with. */
export type IsProofSupportedErrorType = ReadErrorType

/**
 * Asks whether the chain serves the hashes of its blocks (EIP-2935), which proofs of holdings need.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns whether its answer equals `blockhash`.
 * @example
 * await isProofSupported(client, { lossProofs })
 */
export async function isProofSupported<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: IsProofSupportedParameters,
): Promise<IsProofSupportedReturnType> {
  const { lossProofs } = parameters
  return read(client, parameters, { abi: lossProofsAbi, address: lossProofs, functionName: 'isSupported', args: [] })
}
