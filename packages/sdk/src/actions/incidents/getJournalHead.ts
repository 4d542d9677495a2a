import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { incidentsAbi } from '../../abis/incidentsAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getJournalHead} takes. */
export type GetJournalHeadParameters = ReadOptions & {
  /** The address of `Incidents`. */
  incidents: Address
  /** Id of the risk; see `getRiskId`. */
  risk: Hex
}

/** What {@link getJournalHead} returns. */
export type GetJournalHeadReturnType = {
  /** Length of the journal. */
  length: bigint
  /** Incidents on the risk that are not yet ruled on. */
  open: bigint
}

/** What {@link getJournalHead} can fail with. */
export type GetJournalHeadErrorType = ReadErrorType

/**
 * Reads the length of the journal, and how many incidents on a risk are open.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the length and the number of open incidents.
 * @example
 * const { open } = await getJournalHead(client, { incidents, risk: getRiskId({ listing: 1n }) })
 */
export async function getJournalHead<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetJournalHeadParameters,
): Promise<GetJournalHeadReturnType> {
  const { incidents, risk } = parameters
  const [length, open] = await read(client, parameters, {
    abi: incidentsAbi,
    address: incidents,
    functionName: 'head',
    args: [risk],
  })
  return { length, open }
}
