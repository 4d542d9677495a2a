import { maxHeld, wad } from './constants.ts'
import { mulDivDown } from './internal/mulDiv.ts'
import { checked } from './internal/uint.ts'

/** Tokens and what they are worth in a pool's asset. */
export type HoldingParameters = {
  /** Smallest units of the token. */
  readonly held: bigint
  /** Whole units of the pool's asset per whole token, WAD. */
  readonly value: bigint
  /** Smallest units per whole token. */
  readonly unit: bigint
  /** Units per whole asset. */
  readonly assetUnit: bigint
}

/**
 * What a holding is worth, rounded down.
 *
 * Twin of `ProvenLoss.worthDown`; docs/mechanism.md, Proven losses.
 *
 * @returns units of the pool's asset.
 * @throws {ArithmeticError} if a number does not fit 256 bits, or a unit is zero.
 * @example
 * holdingWorthDown({ held: 400n * 10n ** 18n, value: 2n * 10n ** 18n, unit: 10n ** 18n, assetUnit: 1_000_000n }) // 800000000n
 */
export function holdingWorthDown({ held, value, unit, assetUnit }: HoldingParameters): bigint {
  return mulDivDown(held < maxHeld ? held : maxHeld, checked(value * assetUnit), checked(unit * wad))
}
