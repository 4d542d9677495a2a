import type { Address, Chain, Client, Transport } from 'viem'
import { salvageAbi } from '../../abis/salvageAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getLotPrice} takes. */
export type GetLotPriceParameters = ReadOptions & {
  /** The address of `Salvage`. */
  salvage: Address
  /** Number of the lot, from 1. */
  lot: bigint
  /** Token units. */
  amount: bigint
}

/** What {@link getLotPrice} returns. */
export type GetLotPriceReturnType = bigint

/** What {@link getLotPrice} can fail with. */
export type GetLotPriceErrorType = ReadErrorType

/**
 * Asks what an amount of a lot costs at this block. The price falls by the second.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns units of the pool's asset, rounded up.
 * @throws {LotGoneError} if nothing is left of it.
 * @throws {AuctionNotStartedError} before the auction starts.
 * @example
 * await getLotPrice(client, { salvage, lot: 1n, amount: 10n ** 18n })
 */
export async function getLotPrice<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetLotPriceParameters,
): Promise<GetLotPriceReturnType> {
  const { salvage, lot, amount } = parameters
  return read(client, parameters, { abi: salvageAbi, address: salvage, functionName: 'priceOf', args: [lot, amount] })
}
