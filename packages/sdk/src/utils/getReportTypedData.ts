import type { Address, Hex } from 'viem'
import type { Report } from '../types/report.ts'

/** Where a report is valid. */
export type ReportDomain = {
  /** The address of `ReportTrigger`. */
  reportTrigger: Address
  /** The chain's id. */
  chainId: number
}

/** What {@link getReportTypedData} takes. */
export type GetReportTypedDataParameters = ReportDomain & {
  /** Listing number. */
  listing: bigint
  /** Key of the event: see `getQuoteKey`. */
  key: Hex
  /** What is reported. */
  report: Report
}

const types = {
  Report: [
    { name: 'listing', type: 'uint32' },
    { name: 'key', type: 'bytes32' },
    { name: 'value', type: 'uint96' },
    { name: 'distance', type: 'uint64' },
    { name: 'status', type: 'uint8' },
    { name: 'time', type: 'uint32' },
  ],
} as const

/**
 * The EIP-712 typed data of a report, bound to a chain, to `ReportTrigger`, to a listing and to one event, for signers
 * that viem does not know.
 *
 * @param parameters the report, what it is on, and where it is valid.
 * @returns domain, types, primary type and message, as viem's typed-data functions take them.
 * @example
 * const report = { value: 31n, distance: 0n, status: 0, time: offer.ends }
 * const typedData = getReportTypedData({ reportTrigger, chainId: 1, listing: 1n, key: getQuoteKey(offer), report })
 */
export function getReportTypedData({ reportTrigger, chainId, listing, key, report }: GetReportTypedDataParameters) {
  const domain = { name: 'Bulwark ReportTrigger', version: '1', chainId, verifyingContract: reportTrigger } as const
  const { value, distance, status, time } = report
  const message = { listing: Number(listing), key, value, distance, status, time: Number(time) }
  return { domain, types, primaryType: 'Report' as const, message }
}
