import type { Address, Chain, Client, Transport } from 'viem'
import { poolFactoryAbi } from '../../abis/poolFactoryAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getFactoryAuthority} takes. */
export type GetFactoryAuthorityParameters = ReadOptions & {
  /** The address of `PoolFactory`. */
  factory: Address
}

/** What {@link getFactoryAuthority} returns. */
export type GetFactoryAuthorityReturnType = Address

/** What {@link getFactoryAuthority} can fail with. */
export type GetFactoryAuthorityErrorType = ReadErrorType

/**
 * Reads which AccessManager grants the roles of `PoolFactory`.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the address.
 * @example
 * await getFactoryAuthority(client, { factory })
 */
export async function getFactoryAuthority<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetFactoryAuthorityParameters,
): Promise<GetFactoryAuthorityReturnType> {
  const { factory } = parameters
  return read(client, parameters, { abi: poolFactoryAbi, address: factory, functionName: 'authority', args: [] })
}
