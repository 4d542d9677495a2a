import { maxHeld, wad } from './constants.ts'
import type { HoldingParameters } from './holdingWorthDown.ts'
import { mulDivUp } from './internal/mulDiv.ts'
import { checked } from './internal/uint.ts'

/**
 * What a holding is worth, rounded up: what was used of it counts so.
 *
 * Twin of `ProvenLoss.worthUp`; docs/mechanism.md, Proven losses.
 *
 * @returns units of the pool's asset.
 * @throws {ArithmeticError} if a number does not fit 256 bits, or a unit is zero.
 * @example
 * holdingWorthUp({ held: 1n, value: 2n * 10n ** 18n, unit: 10n ** 18n, assetUnit: 1_000_000n }) // 1n
 */
export function holdingWorthUp({ held, value, unit, assetUnit }: HoldingParameters): bigint {
  return mulDivUp(held < maxHeld ? held : maxHeld, checked(value * assetUnit), checked(unit * wad))
}
