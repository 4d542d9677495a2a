import { wad } from './constants.ts'
import { mulDivDown, mulDivUp } from './internal/mulDiv.ts'

/** A cover, what was ruled, and what is left of the loss. */
export type LeafClaimParameters = {
  /** What remains of the cover and what this event took of it, units. */
  readonly base: bigint
  /** Loss ratio before the deductible, WAD. */
  readonly ratio: bigint
  /** Share of the base that the holder bears, WAD. */
  readonly deductible: bigint
  /** What is left of the loss, units; for a sponsor's cover the sum of all losses. */
  readonly loss: bigint
}

/**
 * What a cover may claim of a ruled loss in all, rounded down: max(0, min(base × ratio, loss) − base × deductible).
 *
 * Twin of `LeafLoss.claimDown`; docs/mechanism.md, Lists of losses.
 *
 * @returns units of the pool's asset.
 * @throws {ArithmeticError} if a number does not fit 256 bits.
 * @example
 * leafClaimDown({ base: 5_000n, ratio: 10n ** 18n, deductible: 10n ** 17n, loss: 2_000n }) // 1500n
 */
export function leafClaimDown({ base, ratio, deductible, loss }: LeafClaimParameters): bigint {
  const insured = mulDivDown(base, ratio, wad)
  const claim = (insured < loss ? insured : loss) - mulDivUp(base, deductible, wad)
  return claim < 0n ? 0n : claim
}
