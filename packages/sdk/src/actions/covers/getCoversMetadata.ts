import type { Address, Chain, Client, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getCoversMetadata} takes. */
export type GetCoversMetadataParameters = ReadOptions & {
  /** The address of `Covers`. */
  covers: Address
}

/** What {@link getCoversMetadata} returns. */
export type GetCoversMetadataReturnType = {
  /** Name of the collection. */
  name: string
  /** Symbol of the collection. */
  symbol: string
}

/** What {@link getCoversMetadata} can fail with. */
export type GetCoversMetadataErrorType = ReadErrorType

/**
 * Reads what the collection of covers is called.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @example
 * const { name } = await getCoversMetadata(client, { covers })
 */
export async function getCoversMetadata<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCoversMetadataParameters,
): Promise<GetCoversMetadataReturnType> {
  const call = { abi: coversAbi, address: parameters.covers, args: [] } as const
  const [name, symbol] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'name' }),
    read(client, parameters, { ...call, functionName: 'symbol' }),
  ])
  return { name, symbol }
}
