import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkTokenAbi } from '../../abis/bulwarkTokenAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getTokenDomain} takes. */
export type GetTokenDomainParameters = ReadOptions & {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
}

/** What {@link getTokenDomain} returns. */
export type GetTokenDomainReturnType = { name: string; version: string; chainId: bigint; verifyingContract: Address }

/** What {@link getTokenDomain} can fail with. */
export type GetTokenDomainErrorType = ReadErrorType

/**
 * Reads the EIP-712 domain of the token.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the domain.
 * @example
 * await getTokenDomain(client, { governanceToken })
 */
export async function getTokenDomain<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetTokenDomainParameters,
): Promise<GetTokenDomainReturnType> {
  const { governanceToken } = parameters
  const [, name, version, chainId, verifyingContract] = await read(client, parameters, {
    abi: bulwarkTokenAbi,
    address: governanceToken,
    functionName: 'eip712Domain',
    args: [],
  })
  return { name, version, chainId, verifyingContract }
}
