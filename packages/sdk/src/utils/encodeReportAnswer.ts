import { encodeAbiParameters, type Hex, parseAbiParameters } from 'viem'
import type { Report } from '../types/report.ts'

const parameters = parseAbiParameters('uint256 value, uint256 distance, uint256 status')

/**
 * Encodes what a Functions source answers, as `ReportTrigger` reads it. Its time is when it arrives.
 *
 * @param report value, distance and status.
 * @returns three words of 32 bytes.
 * @example
 * encodeReportAnswer({ value: 31n, distance: 0n, status: 0 })
 */
export function encodeReportAnswer({ value, distance, status }: Omit<Report, 'time'>): Hex {
  return encodeAbiParameters(parameters, [value, distance, BigInt(status)])
}
