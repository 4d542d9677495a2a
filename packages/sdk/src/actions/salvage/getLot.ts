import type { Address, Chain, Client, Transport } from 'viem'
import { salvageAbi } from '../../abis/salvageAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { Lot } from '../../types/proof.ts'

/** What {@link getLot} takes. */
export type GetLotParameters = ReadOptions & {
  /** The address of `Salvage`. */
  salvage: Address
  /** Number of the lot, from 1. */
  lot: bigint
}

/** What {@link getLot} returns. */
export type GetLotReturnType = Lot

/** What {@link getLot} can fail with. */
export type GetLotErrorType = ReadErrorType

/**
 * Reads a lot: what was handed over for one incident to one pool on one day.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the lot; zeros if there is none.
 * @example
 * const { left, startsAt } = await getLot(client, { salvage, lot: 1n })
 */
export async function getLot<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetLotParameters,
): Promise<GetLotReturnType> {
  const { salvage, lot } = parameters
  return read(client, parameters, { abi: salvageAbi, address: salvage, functionName: 'lotOf', args: [lot] })
}
