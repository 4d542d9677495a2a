import type { Address, Chain, Client, Transport } from 'viem'
import { readingTriggerAbi } from '../../abis/readingTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { ReadingSpan } from '../../types/reading.ts'
import { type Verdict, verdicts } from '../../types/trigger.ts'

/** What {@link getReadingSpan} takes. */
export type GetReadingSpanParameters = ReadOptions & {
  /** The address of a `VaultLossTrigger`, `DeficitTrigger`, `ReserveTrigger` or `FrozenTrigger`. */
  trigger: Address
  /** Incident number. */
  incident: bigint
}

/** What {@link getReadingSpan} returns. */
export type GetReadingSpanReturnType = ReadingSpan

/** What {@link getReadingSpan} can fail with. */
export type GetReadingSpanErrorType = ReadErrorType

/**
 * Reads the span under proof, or ruled, of an incident.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the span; its listing is zero if the trigger did not open the incident.
 * @example
 * const { verdict, armedAt } = await getReadingSpan(client, { trigger: vaultLossTrigger, incident: 1n })
 */
export async function getReadingSpan<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetReadingSpanParameters,
): Promise<GetReadingSpanReturnType> {
  const { trigger, incident } = parameters
  const span = await read(client, parameters, {
    abi: readingTriggerAbi,
    address: trigger,
    functionName: 'spanOf',
    args: [incident],
  })
  return { ...span, verdict: verdicts[span.verdict] as Verdict }
}
