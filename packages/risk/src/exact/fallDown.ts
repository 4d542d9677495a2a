import { wad } from './constants.ts'
import { checked, uint } from './internal/uint.ts'

/** A loss, and the whole that it is a part of, in the same unit. */
export type Loss = { readonly loss: bigint; readonly whole: bigint }

/**
 * The part of a whole that is lost, at most 1; 1 of a whole of nothing.
 *
 * Twin of `ReadingTrigger.fallDown`; docs/mechanism.md, Readings.
 *
 * @returns WAD, rounded down.
 * @throws {ArithmeticError} if 256 bits do not hold loss × 1e18.
 * @throws {NumberOutOfRangeError} if a number does not fit its type.
 * @example
 * fallDown({ loss: 1n, whole: 3n }) // 333333333333333333n
 */
export function fallDown({ loss, whole }: Loss): bigint {
  if (uint(loss, 256, 'loss') >= uint(whole, 256, 'whole')) return wad
  return checked(loss * wad) / whole
}
