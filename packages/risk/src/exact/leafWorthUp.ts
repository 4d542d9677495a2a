import { maxLeafWorth, wad } from './constants.ts'
import { mulDivUp } from './internal/mulDiv.ts'
import { checked } from './internal/uint.ts'
import type { LeafWorthParameters } from './leafWorthDown.ts'

/**
 * What a ruled loss is worth, rounded up, at most 2^96 − 1 units: of the sum, the most that all leaves can claim together.
 *
 * Twin of `LeafLoss.worthUp`; docs/mechanism.md, Lists of losses.
 *
 * @returns units of the pool's asset.
 * @throws {ArithmeticError} if a number does not fit 256 bits.
 * @example
 * leafWorthUp({ loss: 1n, value: 10n ** 18n, unit: 1_000_000n }) // 1n
 */
export function leafWorthUp({ loss, value, unit }: LeafWorthParameters): bigint {
  const worth = mulDivUp(loss, checked(value * unit), wad * wad)
  return worth < maxLeafWorth ? worth : maxLeafWorth
}
