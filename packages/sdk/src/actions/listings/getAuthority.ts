import type { Address, Chain, Client, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getAuthority} takes. */
export type GetAuthorityParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
}

/** What {@link getAuthority} returns. */
export type GetAuthorityReturnType = Address

/** What {@link getAuthority} can fail with. */
export type GetAuthorityErrorType = ReadErrorType

/**
 * Reads which AccessManager grants the roles of `Listings`.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns its address.
 * @example
 * await getAuthority(client, { listings })
 */
export async function getAuthority<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetAuthorityParameters,
): Promise<GetAuthorityReturnType> {
  const { listings } = parameters
  return read(client, parameters, { abi: listingsAbi, address: listings, functionName: 'authority', args: [] })
}
