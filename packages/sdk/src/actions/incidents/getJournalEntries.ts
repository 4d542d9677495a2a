import type { Address, Chain, Client, Transport } from 'viem'
import { incidentsAbi } from '../../abis/incidentsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { type JournalEntry, type JournalEntryKind, journalEntryKinds } from '../../types/incident.ts'

/** What {@link getJournalEntries} takes. */
export type GetJournalEntriesParameters = ReadOptions & {
  /** The address of `Incidents`. */
  incidents: Address
  /** The first entry, from 0. */
  from: bigint
  /** The most to read. */
  max: bigint
}

/** What {@link getJournalEntries} returns. */
export type GetJournalEntriesReturnType = readonly JournalEntry[]

/** What {@link getJournalEntries} can fail with. */
export type GetJournalEntriesErrorType = ReadErrorType

/**
 * Reads entries of the journal.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the entries, up to the newest.
 * @example
 * const entries = await getJournalEntries(client, { incidents, from: 0n, max: 100n })
 */
export async function getJournalEntries<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetJournalEntriesParameters,
): Promise<GetJournalEntriesReturnType> {
  const { incidents, from, max } = parameters
  const entries = await read(client, parameters, {
    abi: incidentsAbi,
    address: incidents,
    functionName: 'entries',
    args: [from, max],
  })
  return entries.map((entry) => ({ ...entry, kind: journalEntryKinds[entry.kind] as JournalEntryKind }))
}
