import type { Address, Chain, Client, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getTreasury} takes. */
export type GetTreasuryParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
}

/** What {@link getTreasury} returns. */
export type GetTreasuryReturnType = Address

/** What {@link getTreasury} can fail with. */
export type GetTreasuryErrorType = ReadErrorType

/**
 * Reads who receives protocol fees and forfeited bonds.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns the address.
 * @example
 * await getTreasury(client, { listings })
 */
export async function getTreasury<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetTreasuryParameters,
): Promise<GetTreasuryReturnType> {
  const { listings } = parameters
  return read(client, parameters, { abi: listingsAbi, address: listings, functionName: 'treasury', args: [] })
}
