import { streamPrecision } from './constants.ts'
import { ArithmeticError } from './errors.ts'
import { divUp } from './internal/mulDiv.ts'

/**
 * What unearned premium amounts to.
 *
 * Twin of `Streams.unitsUp`.
 *
 * @param unearned 1e-18 grains.
 * @param grain units to a grain.
 * @returns units, rounded up.
 * @throws {ArithmeticError} if the grain is zero.
 * @example
 * unearnedUnitsUp(1n, 1n) // 1n
 */
export function unearnedUnitsUp(unearned: bigint, grain: bigint): bigint {
  if (grain === 0n) throw new ArithmeticError('A divisor is zero')
  return divUp(unearned, streamPrecision / grain)
}
