import type { Address, Chain, Client, Transport } from 'viem'
import { frozenTriggerAbi } from '../../abis/frozenTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { fromFrozenConfig } from '../../internal/toFrozenConfig.ts'
import type { FrozenConfig } from '../../types/reading.ts'

/** What {@link getFrozenConfig} takes. */
export type GetFrozenConfigParameters = ReadOptions & {
  /** The address of `FrozenTrigger`. */
  frozenTrigger: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getFrozenConfig} returns. */
export type GetFrozenConfigReturnType = FrozenConfig

/** What {@link getFrozenConfig} can fail with. */
export type GetFrozenConfigErrorType = ReadErrorType

/**
 * Reads what a `FrozenTrigger` watches for a listing.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns what it watches.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @example
 * const { kind, persistence } = await getFrozenConfig(client, { frozenTrigger, listing: 1n })
 */
export async function getFrozenConfig<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetFrozenConfigParameters,
): Promise<GetFrozenConfigReturnType> {
  const { frozenTrigger, listing } = parameters
  return fromFrozenConfig(
    await read(client, parameters, {
      abi: frozenTriggerAbi,
      address: frozenTrigger,
      functionName: 'configOf',
      args: [listing],
    }),
  )
}
