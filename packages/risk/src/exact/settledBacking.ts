import { ArithmeticError } from './errors.ts'
import { checked } from './internal/uint.ts'
import type { Gains } from './unvestedUp.ts'

/** Where b stood, and what it follows. */
export type SettledBackingParameters = {
  /** b when last settled, units, and when that was, Unix seconds. */
  gains: Pick<Gains, 'b' | 'updated'>
  /** Own funds High, units. */
  high: bigint
  /** Requirement, in any unit: only whether it is zero counts. */
  scr: bigint
  /** Cooldown of the pool, seconds. */
  cooldown: bigint
  /** Unix seconds. */
  timestamp: bigint
}

/**
 * The backing of the price now: b ← min(High, b + High·Δt / cooldown); High while nothing is required.
 *
 * It rises over one cooldown and falls at once. Twin of `Capital.settledBacking`; design §3.8.
 *
 * @returns units, rounded down.
 * @throws {ArithmeticError} if the time is before the last settlement.
 * @example
 * settledBacking({ gains: { b: 0n, updated: 0n }, high: 100n, scr: 1n, cooldown: 100n, timestamp: 25n }) // 25n
 */
export function settledBacking({ gains, high, scr, cooldown, timestamp }: SettledBackingParameters): bigint {
  if (scr === 0n) return high
  if (cooldown === 0n) throw new ArithmeticError('A divisor is zero')
  const risen = checked(gains.b + checked(high * checked(timestamp - gains.updated)) / cooldown)
  return risen < high ? risen : high
}
