import { day, streamPrecision } from './constants.ts'
import { ArithmeticError, StreamTooLargeError } from './errors.ts'
import { checked } from './internal/uint.ts'

/** An amount to flow, and between which days. */
export type StreamRateParameters = {
  /** Units. */
  amount: bigint
  /** Units to a grain. */
  grain: bigint
  /** Day on which it starts. */
  start: bigint
  /** Day on which it ends. */
  end: bigint
}

/**
 * The rate of a stream; what does not divide is earned at once.
 *
 * Twin of `Streams.rateDown`; design §3.8.
 *
 * @returns 1e-18 grains a second, rounded down.
 * @throws {StreamTooLargeError} if the rate does not fit 80 bits.
 * @throws {ArithmeticError} if it lasts no day, or the grain is zero.
 * @example
 * streamRateDown({ amount: 86_400n, grain: 1n, start: 0n, end: 1n }) // 1000000000000000000n
 */
export function streamRateDown({ amount, grain, start, end }: StreamRateParameters): bigint {
  if (grain === 0n || end === start) throw new ArithmeticError('A divisor is zero')
  const rate = checked(amount * (streamPrecision / grain)) / checked(checked(end - start) * day)
  if (rate >> 80n !== 0n) throw new StreamTooLargeError(`A rate of ${rate}`)
  return rate
}
