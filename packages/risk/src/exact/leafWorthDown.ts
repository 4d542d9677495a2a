import { maxLeafWorth, wad } from './constants.ts'
import { mulDivDown } from './internal/mulDiv.ts'
import { checked } from './internal/uint.ts'

/** A loss, and what it is worth in a pool's asset. */
export type LeafWorthParameters = {
  /** 1e-18 units of account. */
  readonly loss: bigint
  /** Whole units of the pool's asset per unit of account, WAD. */
  readonly value: bigint
  /** Units per whole asset. */
  readonly unit: bigint
}

/**
 * What a ruled loss is worth, rounded down, at most 2^96 − 1 units.
 *
 * Twin of `LeafLoss.worthDown`; docs/mechanism.md, Lists of losses.
 *
 * @returns units of the pool's asset.
 * @throws {ArithmeticError} if a number does not fit 256 bits.
 * @example
 * leafWorthDown({ loss: 5n * 10n ** 18n, value: 10n ** 18n, unit: 1_000_000n }) // 5000000n
 */
export function leafWorthDown({ loss, value, unit }: LeafWorthParameters): bigint {
  const worth = mulDivDown(loss, checked(value * unit), wad * wad)
  return worth < maxLeafWorth ? worth : maxLeafWorth
}
