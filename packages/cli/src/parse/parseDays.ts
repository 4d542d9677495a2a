import { UsageError } from '../errors.ts'

/**
 * Reads a number of whole days.
 *
 * @returns seconds.
 * @throws {UsageError} if it is no whole number from 1 to 36,500.
 * @example
 * parseDays('30') // 2_592_000n
 */
export function parseDays(text: string): bigint {
  if (/^\d{1,5}$/.test(text) && BigInt(text) >= 1n && BigInt(text) <= 36_500n) return BigInt(text) * 86_400n
  throw new UsageError(`The number of days ${JSON.stringify(text)} is not a whole number from 1 to 36500.`, {
    advice: 'Write whole days, as in --days 30.',
  })
}
