import type { Address, Chain, Client, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link isChainSupported} takes. */
export type IsChainSupportedParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
}

/** What {@link isChainSupported} returns. */
export type IsChainSupportedReturnType = boolean

/** What {@link isChainSupported} can fail with. */
export type IsChainSupportedErrorType = ReadErrorType

/**
 * Reads whether EIP-2935 answers here as `blockhash` does.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns true if holdings can be proven on this chain.
 * @example
 * await isChainSupported(client, { lossProofs: proofs })
 */
export async function isChainSupported<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: IsChainSupportedParameters,
): Promise<IsChainSupportedReturnType> {
  const { lossProofs } = parameters
  return read(client, parameters, { abi: lossProofsAbi, address: lossProofs, functionName: 'isSupported', args: [] })
}
