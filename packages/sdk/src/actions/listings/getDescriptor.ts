import type { Address, Chain, Client, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getDescriptor} takes. */
export type GetDescriptorParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
}

/** What {@link getDescriptor} returns. */
export type GetDescriptorReturnType = Address

/** What {@link getDescriptor} can fail with. */
export type GetDescriptorErrorType = ReadErrorType

/**
 * Reads which contract answers `tokenURI` of `Covers`; the zero address if none does.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns the address.
 * @example
 * await getDescriptor(client, { listings })
 */
export async function getDescriptor<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetDescriptorParameters,
): Promise<GetDescriptorReturnType> {
  const { listings } = parameters
  return read(client, parameters, { abi: listingsAbi, address: listings, functionName: 'descriptor', args: [] })
}
