import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkGovernorAbi } from '../../abis/bulwarkGovernorAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getGovernorDomain} takes. */
export type GetGovernorDomainParameters = ReadOptions & {
  /** The address of `BulwarkGovernor`. */
  governor: Address
}

/** What {@link getGovernorDomain} returns. */
export type GetGovernorDomainReturnType = { name: string; version: string; chainId: bigint; verifyingContract: Address }

/** What {@link getGovernorDomain} can fail with. */
export type GetGovernorDomainErrorType = ReadErrorType

/**
 * Reads the EIP-712 domain of the governor.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the domain.
 * @example
 * await getGovernorDomain(client, { governor })
 */
export async function getGovernorDomain<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetGovernorDomainParameters,
): Promise<GetGovernorDomainReturnType> {
  const { governor } = parameters
  const [, name, version, chainId, verifyingContract] = await read(client, parameters, {
    abi: bulwarkGovernorAbi,
    address: governor,
    functionName: 'eip712Domain',
    args: [],
  })
  return { name, version, chainId, verifyingContract }
}
