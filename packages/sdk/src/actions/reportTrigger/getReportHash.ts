import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { reportTriggerAbi } from '../../abis/reportTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { toReport } from '../../internal/toReport.ts'
import type { Report } from '../../types/report.ts'

/** What {@link getReportHash} takes. */
export type GetReportHashParameters = ReadOptions & {
  /** The address of `ReportTrigger`. */
  reportTrigger: Address
  /** Listing number. */
  listing: bigint
  /** Key of the event: see `getQuoteKey`. */
  key: Hex
  /** What is reported. */
  report: Report
}

/** What {@link getReportHash} returns. */
export type GetReportHashReturnType = Hex

/** What {@link getReportHash} can fail with. */
export type GetReportHashErrorType = ReadErrorType

/**
 * Asks for the EIP-712 digest of a report; `hashReport` computes the same without asking.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the digest that signers sign.
 * @example
 * const digest = await getReportHash(client, { reportTrigger, listing: 1n, key: getQuoteKey(offer), report: { value: 31n, distance: 0n, status: 0, time: offer.ends } })
 */
export async function getReportHash<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetReportHashParameters,
): Promise<GetReportHashReturnType> {
  const { reportTrigger, listing, key, report } = parameters
  return read(client, parameters, {
    abi: reportTriggerAbi,
    address: reportTrigger,
    functionName: 'hashReport',
    args: [listing, key, toReport(report)],
  })
}
