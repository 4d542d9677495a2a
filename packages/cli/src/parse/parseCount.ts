import { UsageError } from '../errors.ts'

/** The parameters of {@link parseCount}. */
export type ParseCountParameters = {
  /** What it is, for the message. */
  readonly what: string
  /** @default 0n */
  readonly least?: bigint
  /** @default 2^256 - 1 */
  readonly most?: bigint
}

/**
 * Reads a whole number, such as an id.
 *
 * @throws {UsageError} if it is none, or is out of bounds.
 * @example
 * parseCount('12', { what: 'incident', least: 1n }) // 12n
 */
export function parseCount(text: string, { what, least = 0n, most = 2n ** 256n - 1n }: ParseCountParameters): bigint {
  const number = /^#?\d{1,78}$/.test(text) ? BigInt(text.replace('#', '')) : undefined
  if (number !== undefined && number >= least && number <= most) return number
  const bounds = most === 2n ** 256n - 1n ? `from ${least}` : `from ${least} to ${most}`
  throw new UsageError(`The ${what} ${JSON.stringify(text)} is not a whole number ${bounds}.`, {
    advice: 'Write it in plain digits.',
  })
}
