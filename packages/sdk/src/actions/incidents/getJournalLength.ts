import type { Address, Chain, Client, Transport } from 'viem'
import { incidentsAbi } from '../../abis/incidentsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getJournalLength} takes. */
export type GetJournalLengthParameters = ReadOptions & {
  /** The address of `Incidents`. */
  incidents: Address
}

/** What {@link getJournalLength} returns. */
export type GetJournalLengthReturnType = bigint

/** What {@link getJournalLength} can fail with. */
export type GetJournalLengthErrorType = ReadErrorType

/**
 * Reads the length of the journal: what every pool has to step past.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns the number of entries.
 * @example
 * await getJournalLength(client, { incidents })
 */
export async function getJournalLength<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetJournalLengthParameters,
): Promise<GetJournalLengthReturnType> {
  const { incidents } = parameters
  return read(client, parameters, { abi: incidentsAbi, address: incidents, functionName: 'journalLength', args: [] })
}
