import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { reportTriggerAbi } from '../../abis/reportTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getReportIncident} takes. */
export type GetReportIncidentParameters = ReadOptions & {
  /** The address of `ReportTrigger`. */
  reportTrigger: Address
  /** Listing number. */
  listing: bigint
  /** Key of the event: see `getQuoteKey`. */
  key: Hex
}

/** What {@link getReportIncident} returns. */
export type GetReportIncidentReturnType = bigint

/** What {@link getReportIncident} can fail with. */
export type GetReportIncidentErrorType = ReadErrorType

/**
 * Reads which incident was ruled on an event.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns number of the incident; zero if there is none.
 * @example
 * const incident = await getReportIncident(client, { reportTrigger, listing: 1n, key: getQuoteKey(offer) })
 */
export async function getReportIncident<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetReportIncidentParameters,
): Promise<GetReportIncidentReturnType> {
  const { reportTrigger, listing, key } = parameters
  return read(client, parameters, {
    abi: reportTriggerAbi,
    address: reportTrigger,
    functionName: 'incidentOf',
    args: [listing, key],
  })
}
