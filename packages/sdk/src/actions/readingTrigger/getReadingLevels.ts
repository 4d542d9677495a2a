import type { Address, Chain, Client, Transport } from 'viem'
import { readingTriggerAbi } from '../../abis/readingTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { ReadingLevels } from '../../types/reading.ts'

/** What {@link getReadingLevels} takes. */
export type GetReadingLevelsParameters = ReadOptions & {
  /** The address of a `VaultLossTrigger`, `DeficitTrigger`, `ReserveTrigger` or `FrozenTrigger`. */
  trigger: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getReadingLevels} returns. */
export type GetReadingLevelsReturnType = ReadingLevels & { gap: bigint }

/** What {@link getReadingLevels} can fail with. */
export type GetReadingLevelsErrorType = ReadErrorType

/**
 * Reads when spans of a listing begin and end.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the levels; `gap`: the longest time between two readings, seconds, zero: any.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @example
 * const { strike, persistence } = await getReadingLevels(client, { trigger: vaultLossTrigger, listing: 1n })
 */
export async function getReadingLevels<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetReadingLevelsParameters,
): Promise<GetReadingLevelsReturnType> {
  const { trigger, listing } = parameters
  const [levels, gap] = await read(client, parameters, {
    abi: readingTriggerAbi,
    address: trigger,
    functionName: 'levelsOf',
    args: [listing],
  })
  return { ...levels, gap }
}
