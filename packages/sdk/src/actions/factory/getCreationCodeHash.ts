import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { poolFactoryAbi } from '../../abis/poolFactoryAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getCreationCodeHash} takes. */
export type GetCreationCodeHashParameters = ReadOptions & {
  /** The address of `PoolFactory`. */
  factory: Address
}

/** What {@link getCreationCodeHash} returns. */
export type GetCreationCodeHashReturnType = Hex

/** What {@link getCreationCodeHash} can fail with. */
export type GetCreationCodeHashErrorType = ReadErrorType

/**
 * Reads which creation code the factory makes pools of.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns its keccak256 hash.
 * @example
 * await getCreationCodeHash(client, { factory })
 */
export async function getCreationCodeHash<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCreationCodeHashParameters,
): Promise<GetCreationCodeHashReturnType> {
  const { factory } = parameters
  return read(client, parameters, { abi: poolFactoryAbi, address: factory, functionName: 'creationCodeHash', args: [] })
}
