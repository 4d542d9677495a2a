import type { Address, Chain, Client, Transport } from 'viem'
import { lossProofsAbi } from '../../abis/lossProofsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getLossProofsDomain} takes. */
export type GetLossProofsDomainParameters = ReadOptions & {
  /** The address of `LossProofs`. */
  lossProofs: Address
}

/** What {@link getLossProofsDomain} returns. */
export type GetLossProofsDomainReturnType = {
  /** "Bulwark LossProofs". */
  name: string
  /** "1". */
  version: string
  /** The chain that a consent is bound to. */
  chainId: bigint
  /** The contract that a consent is bound to. */
  verifyingContract: Address
}

/** What {@link getLossProofsDomain} can fail with. */
export type GetLossProofsDomainErrorType = ReadErrorType

/**
 * Reads the EIP-712 domain of consents (ERC-5267).
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the domain, as viem's typed-data functions take it.
 * @example
 * const domain = await getLossProofsDomain(client, { lossProofs })
 */
export async function getLossProofsDomain<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetLossProofsDomainParameters,
): Promise<GetLossProofsDomainReturnType> {
  const { lossProofs } = parameters
  const [, name, version, chainId, verifyingContract] = await read(client, parameters, {
    abi: lossProofsAbi,
    address: lossProofs,
    functionName: 'eip712Domain',
    args: [],
  })
  return { name, version, chainId, verifyingContract }
}
