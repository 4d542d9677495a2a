import type { Address, Chain, Client, Transport } from 'viem'
import { salvageAbi } from '../../abis/salvageAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getLotCount} takes. */
export type GetLotCountParameters = ReadOptions & {
  /** The address of `Salvage`. */
  salvage: Address
}

/** What {@link getLotCount} returns. */
export type GetLotCountReturnType = bigint

/** What {@link getLotCount} can fail with. */
export type GetLotCountErrorType = ReadErrorType

/**
 * Reads how many lots there are; they are numbered from 1.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns their number.
 * @example
 * await getLotCount(client, { salvage })
 */
export async function getLotCount<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetLotCountParameters,
): Promise<GetLotCountReturnType> {
  const { salvage } = parameters
  return read(client, parameters, { abi: salvageAbi, address: salvage, functionName: 'lotCount', args: [] })
}
