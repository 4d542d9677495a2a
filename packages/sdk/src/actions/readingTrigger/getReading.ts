import type { Address, Chain, Client, Transport } from 'viem'
import { readingTriggerAbi } from '../../abis/readingTriggerAbi.ts'
import { text } from '../../internal/format.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { Reading, ReadingFault } from '../../types/reading.ts'

/** What {@link getReading} takes. */
export type GetReadingParameters = ReadOptions & {
  /** The address of a `VaultLossTrigger`, `DeficitTrigger`, `ReserveTrigger` or `FrozenTrigger`. */
  trigger: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getReading} returns. */
export type GetReadingReturnType = Reading

/** What {@link getReading} can fail with. */
export type GetReadingErrorType = ReadErrorType

/**
 * Reads what the contract that is watched says now, and how far it has fallen.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the reading, or why there is none.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @example
 * const { fault, fall } = await getReading(client, { trigger: vaultLossTrigger, listing: 1n })
 */
export async function getReading<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetReadingParameters,
): Promise<GetReadingReturnType> {
  const { trigger, listing } = parameters
  const [reading, fall] = await read(client, parameters, {
    abi: readingTriggerAbi,
    address: trigger,
    functionName: 'readingOf',
    args: [listing],
  })
  const fault = BigInt(reading.fault) === 0n ? undefined : (text(reading.fault) as ReadingFault)
  return { ...reading, fault, fall }
}
