import type { Address, Chain, Client, Transport } from 'viem'
import { reserveTriggerAbi } from '../../abis/reserveTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { fromReserveConfig } from '../../internal/toReserveConfig.ts'
import type { ReserveConfig } from '../../types/reading.ts'

/** What {@link getReserveConfig} takes. */
export type GetReserveConfigParameters = ReadOptions & {
  /** The address of `ReserveTrigger`. */
  reserveTrigger: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getReserveConfig} returns. */
export type GetReserveConfigReturnType = ReserveConfig

/** What {@link getReserveConfig} can fail with. */
export type GetReserveConfigErrorType = ReadErrorType

/**
 * Reads what a `ReserveTrigger` watches for a listing.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns what it watches.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @example
 * const { kind, levels } = await getReserveConfig(client, { reserveTrigger, listing: 1n })
 */
export async function getReserveConfig<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetReserveConfigParameters,
): Promise<GetReserveConfigReturnType> {
  const { reserveTrigger, listing } = parameters
  return fromReserveConfig(
    await read(client, parameters, {
      abi: reserveTriggerAbi,
      address: reserveTrigger,
      functionName: 'configOf',
      args: [listing],
    }),
  )
}
