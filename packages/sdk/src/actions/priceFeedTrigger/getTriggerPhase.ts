import type { Address, Chain, Client, Transport } from 'viem'
import { priceFeedTriggerAbi } from '../../abis/priceFeedTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getTriggerPhase} takes. */
export type GetTriggerPhaseParameters = ReadOptions & {
  /** The address of `PriceFeedTrigger`. */
  priceFeedTrigger: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getTriggerPhase} returns. */
export type GetTriggerPhaseReturnType = {
  /** Phase whose rounds count. */
  phase: bigint
  /** Unix seconds; zero: from its first round. */
  since: bigint
}

/** What {@link getTriggerPhase} can fail with. */
export type GetTriggerPhaseErrorType = ReadErrorType

/**
 * Reads which phase of the feed counts for a listing, and since when.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the phase.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @example
 * const { phase } = await getTriggerPhase(client, { priceFeedTrigger, listing: 1n })
 */
export async function getTriggerPhase<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetTriggerPhaseParameters,
): Promise<GetTriggerPhaseReturnType> {
  const { priceFeedTrigger, listing } = parameters
  const [phase, since] = await read(client, parameters, {
    abi: priceFeedTriggerAbi,
    address: priceFeedTrigger,
    functionName: 'phaseOf',
    args: [listing],
  })
  return { phase, since }
}
