import type { Address, Chain, Client, Transport } from 'viem'
import { listingsAbi } from '../../abis/listingsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getCuratorFeeCap} takes. */
export type GetCuratorFeeCapParameters = ReadOptions & {
  /** The address of `Listings`. */
  listings: Address
}

/** What {@link getCuratorFeeCap} returns. */
export type GetCuratorFeeCapReturnType = number

/** What {@link getCuratorFeeCap} can fail with. */
export type GetCuratorFeeCapErrorType = ReadErrorType

/**
 * Reads the most that a curator may set as his fee.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns basis points of the net premium.
 * @example
 * await getCuratorFeeCap(client, { listings })
 */
export async function getCuratorFeeCap<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCuratorFeeCapParameters,
): Promise<GetCuratorFeeCapReturnType> {
  const { listings } = parameters
  return read(client, parameters, { abi: listingsAbi, address: listings, functionName: 'curatorFeeCap', args: [] })
}
