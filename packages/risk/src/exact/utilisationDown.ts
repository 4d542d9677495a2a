import { wad } from './constants.ts'
import { uint } from './internal/uint.ts'

/**
 * Utilisation s / b, at most 1; 1 if b is zero and s is not.
 *
 * Twin of `Pricing.utilisationDown`.
 *
 * @param s requirement, grains.
 * @param b backing of the price, grains.
 * @returns WAD, rounded down.
 * @throws {NumberOutOfRangeError} if a number does not fit its type.
 * @example
 * utilisationDown(4n, 5n) // 800000000000000000n
 */
export function utilisationDown(s: bigint, b: bigint): bigint {
  uint(s, 128, 's')
  uint(b, 128, 'b')
  if (s >= b) return s === 0n ? 0n : wad
  return (s * wad) / b
}
