import { type Hex, hashTypedData } from 'viem'
import { type GetReportTypedDataParameters, getReportTypedData } from './getReportTypedData.ts'

/** What {@link hashReport} takes. */
export type HashReportParameters = GetReportTypedDataParameters

/**
 * Computes the EIP-712 digest of a report, as `ReportTrigger` does.
 *
 * @param parameters the report, what it is on, and where it is valid.
 * @returns the digest that signers sign.
 * @example
 * const report = { value: 31n, distance: 0n, status: 0, time: offer.ends }
 * const digest = hashReport({ reportTrigger, chainId: 1, listing: 1n, key: getQuoteKey(offer), report })
 */
export function hashReport(parameters: HashReportParameters): Hex {
  return hashTypedData(getReportTypedData(parameters))
}
