import { ArithmeticError } from './errors.ts'
import { checked } from './internal/uint.ts'

/** A gain, and what still comes of earlier ones. */
export type AddGainParameters = {
  /** What of earlier gains has not come in, units; see `unvestedUp`. */
  unvested: bigint
  /** Unix seconds at which they have come in. */
  end: bigint
  /** The gain, units. */
  gain: bigint
  /** Cooldown of the pool, seconds. */
  cooldown: bigint
  /** Unix seconds. */
  timestamp: bigint
}

/**
 * Adds a gain to those that stream in.
 *
 * All gains are one stream. A gain of its own would take one cooldown; the stream's end is the mean of that and of what is
 * left of the earlier ones, weighted by amount, so that a small gain does not hold a large one back. Twin of
 * `Capital.addGain`.
 *
 * @returns the sum, units, and its end, Unix seconds, rounded down: gains too small to move it cannot creep it back.
 * @throws {ArithmeticError} if 256 bits do not hold a product.
 * @example
 * addGain({ unvested: 100n, end: 50n, gain: 100n, cooldown: 100n, timestamp: 0n }).end // 75n
 */
export function addGain(parameters: AddGainParameters): { unvested: bigint; end: bigint } {
  const { unvested, end, gain, cooldown, timestamp } = parameters
  if (gain === 0n) return { unvested, end }
  const left = end > timestamp ? end - timestamp : 0n
  const sum = checked(unvested + gain)
  if (sum === 0n) throw new ArithmeticError('A divisor is zero')
  return { unvested: sum, end: timestamp + checked(checked(unvested * left) + checked(gain * cooldown)) / sum }
}
