import type { Address, Chain, Client, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getProtocolFee} takes. */
export type GetProtocolFeeParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
}

/** What {@link getProtocolFee} returns. */
export type GetProtocolFeeReturnType = number

/** What {@link getProtocolFee} can fail with. */
export type GetProtocolFeeErrorType = ReadErrorType

/**
 * Reads the protocol fee.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns basis points of the net premium.
 * @example
 * await getProtocolFee(client, { listings })
 */
export async function getProtocolFee<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetProtocolFeeParameters,
): Promise<GetProtocolFeeReturnType> {
  const { listings } = parameters
  return read(client, parameters, { abi: listingsAbi, address: listings, functionName: 'protocolFee', args: [] })
}
