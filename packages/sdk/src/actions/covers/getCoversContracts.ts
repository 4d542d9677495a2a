import type { Address, Chain, Client, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getCoversContracts} takes. */
export type GetCoversContractsParameters = ReadOptions & {
  /** The address of `Covers`. */
  covers: Address
}

/** What {@link getCoversContracts} returns. */
export type GetCoversContractsReturnType = {
  /** Registers pools. */
  factory: Address
  /** Holds the terms. */
  listings: Address
  /** Settles covers. */
  incidents: Address
}

/** What {@link getCoversContracts} can fail with. */
export type GetCoversContractsErrorType = ReadErrorType

/**
 * Reads which contracts `Covers` trusts.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @example
 * const { factory } = await getCoversContracts(client, { covers })
 */
export async function getCoversContracts<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCoversContractsParameters,
): Promise<GetCoversContractsReturnType> {
  const call = { abi: coversAbi, address: parameters.covers, args: [] } as const
  const [factory, listings, incidents] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'FACTORY' }),
    read(client, parameters, { ...call, functionName: 'LISTINGS' }),
    read(client, parameters, { ...call, functionName: 'INCIDENTS' }),
  ])
  return { factory, listings, incidents }
}
