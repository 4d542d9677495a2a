import { driftSpeed, maxDriftTime, maxLevel, minLevel, targetUtilisation, wad, year } from './constants.ts'
import { expWad } from './expWad.ts'
import { checked, uint } from './internal/uint.ts'

/** Where the level of k stood, at which utilisation, and how long ago. */
export type DriftedLevelParameters = {
  /** Level that the last sale left, WAD per year. */
  level: bigint
  /** Utilisation that it left, WAD, at most 1. */
  utilisation: bigint
  /** Seconds since; at most five days count. */
  elapsed: bigint
}

/**
 * The level of k now: ⌊level × exp(50/yr × (u − 0.8) × Δt)⌋ within 1 and 50 % a year.
 *
 * 50 × Δt is rounded down before it is multiplied, the exponent towards zero. Twin of `Pricing.driftedLevel`; design §3.8.
 *
 * @returns WAD per year, rounded down.
 * @throws {NumberOutOfRangeError} if a number does not fit its type.
 * @example
 * driftedLevel({ level: 50_000_000_000_000_000n, utilisation: 0n, elapsed: 432_000n }) // 28906827125864198n
 */
export function driftedLevel({ level, utilisation, elapsed }: DriftedLevelParameters): bigint {
  uint(level, 64, 'level')
  uint(utilisation, 64, 'utilisation')
  uint(elapsed, 256, 'elapsed')
  const time = elapsed < maxDriftTime ? elapsed : maxDriftTime
  const exponent = (((driftSpeed * time) / year) * (utilisation - targetUtilisation)) / wad
  const drifted = checked(level * expWad(exponent)) / wad
  if (drifted < minLevel) return minLevel
  return drifted > maxLevel ? maxLevel : drifted
}
