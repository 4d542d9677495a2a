import type { Address, Chain, Client, Transport } from 'viem'
import { reportTriggerAbi } from '../../abis/reportTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { toReport } from '../../internal/toReport.ts'
import type { Report } from '../../types/report.ts'

/** What {@link getReportRatio} takes. */
export type GetReportRatioParameters = ReadOptions & {
  /** The address of `ReportTrigger`. */
  reportTrigger: Address
  /** Listing number. */
  listing: bigint
  /** What is reported. */
  report: Report
}

/** What {@link getReportRatio} returns. */
export type GetReportRatioReturnType = bigint

/** What {@link getReportRatio} can fail with. */
export type GetReportRatioErrorType = ReadErrorType

/**
 * Reads what a listing's table pays for a report.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns loss ratio, WAD; zero if it reaches no step.
 * @example
 * const ratio = await getReportRatio(client, { reportTrigger, listing: 1n, report: { value: 31n, distance: 0n, status: 0, time: offer.ends } })
 */
export async function getReportRatio<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetReportRatioParameters,
): Promise<GetReportRatioReturnType> {
  const { reportTrigger, listing, report } = parameters
  return read(client, parameters, {
    abi: reportTriggerAbi,
    address: reportTrigger,
    functionName: 'ratioOf',
    args: [listing, toReport(report)],
  })
}
