import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { reportTriggerAbi } from '../../abis/reportTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { type ReportRecord, type ReportState, reportStates } from '../../types/report.ts'

/** What {@link getReportRecord} takes. */
export type GetReportRecordParameters = ReadOptions & {
  /** The address of `ReportTrigger`. */
  reportTrigger: Address
  /** Listing number. */
  listing: bigint
  /** Key of the event: see `getQuoteKey`. */
  key: Hex
}

/** What {@link getReportRecord} returns. */
export type GetReportRecordReturnType = ReportRecord

/** What {@link getReportRecord} can fail with. */
export type GetReportRecordErrorType = ReadErrorType

/**
 * Reads what is recorded of an event.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the report, and where it stands.
 * @example
 * const { state, standsFrom } = await getReportRecord(client, { reportTrigger, listing: 1n, key: getQuoteKey(offer) })
 */
export async function getReportRecord<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetReportRecordParameters,
): Promise<GetReportRecordReturnType> {
  const { reportTrigger, listing, key } = parameters
  const record = await read(client, parameters, {
    abi: reportTriggerAbi,
    address: reportTrigger,
    functionName: 'recordOf',
    args: [listing, key],
  })
  return { ...record, state: reportStates[record.state] as ReportState }
}
