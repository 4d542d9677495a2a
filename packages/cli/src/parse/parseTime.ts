import { UsageError } from '../errors.ts'

/**
 * Reads a moment: ISO 8601 with its zone, or Unix seconds.
 *
 * @returns Unix seconds.
 * @throws {UsageError} if it is neither.
 * @example
 * parseTime('2023-03-11T07:00:00Z') // 1_678_518_000n
 */
export function parseTime(text: string): bigint {
  if (/^\d{1,11}$/.test(text)) return BigInt(text)
  if (/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?$/.test(text)) {
    const milliseconds = Date.parse(text)
    if (!Number.isNaN(milliseconds) && milliseconds >= 0) return BigInt(Math.floor(milliseconds / 1000))
  }
  throw new UsageError(`The time ${JSON.stringify(text)} is not one.`, {
    advice: 'Write it as 2026-03-11T07:00:00Z, or in Unix seconds.',
  })
}
