import { UsageError } from '../errors.ts'

/** The parameters of {@link parsePercent}. */
export type ParsePercentParameters = {
  /** What it is, for the message. */
  readonly what: string
  /** Decimals of the result: 18 for a WAD, 4 for basis points. */
  readonly decimals: number
}

/**
 * Reads a share from 0 % to 100 %; the sign is needed, so that nobody takes 1 for the whole.
 *
 * @throws {UsageError} if it is none.
 * @example
 * parsePercent('2.5%', { what: 'ratio', decimals: 18 }) // 25_000_000_000_000_000n
 */
export function parsePercent(text: string, { what, decimals }: ParsePercentParameters): bigint {
  const [, whole = '', fraction = ''] = /^(\d{1,3})(?:\.(\d{1,16}))? ?%$/.exec(text) ?? []
  const places = decimals - 2
  if (whole !== '' && fraction.length <= places) {
    const value = BigInt(whole + fraction.padEnd(places, '0'))
    if (value <= 10n ** BigInt(decimals)) return value
  }
  const most = places < 16 ? ` with at most ${places} decimals` : ''
  throw new UsageError(`The ${what} ${JSON.stringify(text)} is not a share from 0% to 100%${most}.`, {
    advice: 'Write it with its sign, as in 12.5%.',
  })
}
