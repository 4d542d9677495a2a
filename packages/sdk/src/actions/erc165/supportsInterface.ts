import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link supportsInterface} takes. */
export type SupportsInterfaceParameters = ReadOptions & {
  /** A pool, or the address of `Covers`. */
  address: Address
  /** The interface's id: four bytes. */
  interfaceId: Hex
}

/** What {@link supportsInterface} returns. */
export type SupportsInterfaceReturnType = boolean

/** What {@link supportsInterface} can fail with. */
export type SupportsInterfaceErrorType = ReadErrorType

/**
 * Asks a contract whether it has an interface (ERC-165).
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns true if it has.
 * @example
 * const tokens = await supportsInterface(client, { address: covers, interfaceId: '0x80ac58cd' })
 */
export async function supportsInterface<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: SupportsInterfaceParameters,
): Promise<SupportsInterfaceReturnType> {
  const { address, interfaceId } = parameters
  return read(client, parameters, { abi: poolAbi, address, functionName: 'supportsInterface', args: [interfaceId] })
}
