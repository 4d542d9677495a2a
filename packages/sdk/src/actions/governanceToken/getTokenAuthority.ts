import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkTokenAbi } from '../../abis/bulwarkTokenAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getTokenAuthority} takes. */
export type GetTokenAuthorityParameters = ReadOptions & {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
}

/** What {@link getTokenAuthority} returns. */
export type GetTokenAuthorityReturnType = Address

/** What {@link getTokenAuthority} can fail with. */
export type GetTokenAuthorityErrorType = ReadErrorType

/**
 * Reads which AccessManager may mint tokens.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the address.
 * @example
 * await getTokenAuthority(client, { governanceToken })
 */
export async function getTokenAuthority<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetTokenAuthorityParameters,
): Promise<GetTokenAuthorityReturnType> {
  const { governanceToken } = parameters
  return read(client, parameters, {
    abi: bulwarkTokenAbi,
    address: governanceToken,
    functionName: 'authority',
    args: [],
  })
}
