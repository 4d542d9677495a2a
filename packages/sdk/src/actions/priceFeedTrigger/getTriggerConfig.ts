import type { Address, Chain, Client, Transport } from 'viem'
import { priceFeedTriggerAbi } from '../../abis/priceFeedTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { type TriggerConfig, type TriggerDirection, triggerDirections } from '../../types/trigger.ts'

/** What {@link getTriggerConfig} takes. */
export type GetTriggerConfigParameters = ReadOptions & {
  /** The address of `PriceFeedTrigger`. */
  priceFeedTrigger: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getTriggerConfig} returns. */
export type GetTriggerConfigReturnType = TriggerConfig

/** What {@link getTriggerConfig} can fail with. */
export type GetTriggerConfigErrorType = ReadErrorType

/**
 * Reads what the trigger of a listing watches.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns feed, levels and payout table.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @example
 * const { strike, persistence } = await getTriggerConfig(client, { priceFeedTrigger, listing: 1n })
 */
export async function getTriggerConfig<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetTriggerConfigParameters,
): Promise<GetTriggerConfigReturnType> {
  const { priceFeedTrigger, listing } = parameters
  const config = await read(client, parameters, {
    abi: priceFeedTriggerAbi,
    address: priceFeedTrigger,
    functionName: 'configOf',
    args: [listing],
  })
  return { ...config, direction: triggerDirections[config.direction] as TriggerDirection }
}
