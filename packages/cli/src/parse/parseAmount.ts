import { UsageError } from '../errors.ts'

/** The parameters of {@link parseAmount}. */
export type ParseAmountParameters = {
  /** What it is, for the message. */
  readonly what: string
  readonly decimals: number
  /** The name of the unit. */
  readonly symbol: string
  /** May it be zero? @default false */
  readonly zero?: boolean
}

/**
 * Reads an amount: digits with at most one dot, nothing else; never by way of a floating-point number.
 *
 * @returns units.
 * @throws {UsageError} if it is anything else, or has more decimals than the token.
 * @example
 * parseAmount('1000.5', { what: 'amount', decimals: 6, symbol: 'USDC' }) // 1_000_500_000n
 */
export function parseAmount(text: string, { what, decimals, symbol, zero = false }: ParseAmountParameters): bigint {
  const fail = (message: string, advice: string): never => {
    throw new UsageError(`The ${what} ${JSON.stringify(text)} ${message}.`, { advice })
  }
  const match = /^(\d{1,60})(?:\.(\d{1,60}))?$/.exec(text)
  if (match === null) return fail('is not an amount', hintOf(text))
  const [, whole = '0', fraction = ''] = match
  if (fraction.length > decimals) {
    return fail(`has ${fraction.length} decimals`, `${symbol} has ${decimals}: write fewer.`)
  }
  const units = BigInt(whole + fraction.padEnd(decimals, '0'))
  if (units === 0n && !zero) return fail('is nothing', 'Give more than zero.')
  if (units >= 2n ** 128n) return fail('is more than there can be', 'Give less.')
  return units
}

function hintOf(text: string): string {
  if (/[０-９．，]/.test(text)) return 'Write plain digits (0-9) and a plain dot, not full-width ones.'
  if (/,/.test(text)) return 'Write it without commas, with a dot before the decimals: 1000.5.'
  if (/^[+-]/.test(text)) return 'Write it without a sign.'
  if (/\d[eE][+-]?\d/.test(text)) return 'Write all its digits: no exponent.'
  if (/^\s|\s$|\d\s\d|_/.test(text)) return 'Write it without spaces or underscores.'
  if (/^\.\d|^\d+\.$/.test(text)) return 'Write a digit on both sides of the dot: 0.5.'
  return 'Write digits and at most one dot, as in 1000.5.'
}
