import type { Address, Chain, Client, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getFamily} takes. */
export type GetFamilyParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
  /** The asset. */
  asset: Address
}

/** What {@link getFamily} returns. */
export type GetFamilyReturnType = number

/** What {@link getFamily} can fail with. */
export type GetFamilyErrorType = ReadErrorType

/**
 * Reads the family of an asset: assets that fail together.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the family; zero: none.
 * @example
 * await getFamily(client, { listings, asset })
 */
export async function getFamily<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetFamilyParameters,
): Promise<GetFamilyReturnType> {
  const { listings, asset } = parameters
  return read(client, parameters, { abi: listingsAbi, address: listings, functionName: 'familyOf', args: [asset] })
}
