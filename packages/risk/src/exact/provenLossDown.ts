import { wad } from './constants.ts'
import { mulDivDown, mulDivUp } from './internal/mulDiv.ts'
import { checked } from './internal/uint.ts'

/** A holding, what was ruled and what of it concerns a cover. Amounts are units of the pool's asset, ratios WAD. */
export type ProvenLossParameters = {
  /** What the holding is worth, rounded down. */
  readonly worth: bigint
  /** What was handed over for this cover, rounded down; all of it where that is not asked. */
  readonly handed: bigint
  /** What was paid on the holding already, rounded up. */
  readonly used: bigint
  /** What earlier rulings on the event granted, less the deductible. */
  readonly before: bigint
  /** What this one adds. */
  readonly share: bigint
  /** What all of them granted. */
  readonly top: bigint
  /** Share of the base that the holder bears. */
  readonly deductible: bigint
  /** What remains of the cover, and what this event took of it. */
  readonly base: bigint
  /** What this event took of it. */
  readonly taken: bigint
}

/** What a holding lost. */
export type ProvenLossReturnType = {
  /** By this ruling beyond the earlier ones. */
  readonly loss: bigint
  /** What is left of its loss by all of them. */
  readonly left: bigint
}

/**
 * What a proven holding lost by a ruling, rounded down: a cover claims no more of it, and no more than is left.
 *
 * Twin of `ProvenLoss.lossDown`; docs/mechanism.md, Proven losses.
 *
 * @returns units of the pool's asset.
 * @throws {ArithmeticError} if a number does not fit 256 bits.
 * @example
 * provenLossDown({
 *   ...{ worth: 800_000_000n, handed: 800_000_000n, used: 0n, before: 0n, share: 9n * 10n ** 17n, top: 9n * 10n ** 17n },
 *   ...{ deductible: 10n ** 17n, base: 1_000_000_000n, taken: 0n },
 * }) // { loss: 700000000n, left: 700000000n }
 */
export function provenLossDown(parameters: ProvenLossParameters): ProvenLossReturnType {
  const { before, share, top, taken } = parameters
  const loss = lossAt(parameters, checked(before + share)) - lossAt(parameters, before)
  return { loss, left: floor(lossAt(parameters, top) - taken) }
}

/** max(0, min(base, handed over) × ratio, worth × ratio − used by others) − base × deductible) at a net share. */
function lossAt({ worth, handed, used, deductible, base, taken }: ProvenLossParameters, net: bigint): bigint {
  const ratio = checked(net + deductible)
  const whole = floor(mulDivDown(worth, ratio, wad) - floor(used - taken))
  const insured = mulDivDown(base < handed ? base : handed, ratio, wad)
  return floor((whole < insured ? whole : insured) - mulDivUp(base, deductible, wad))
}

const floor = (value: bigint) => (value > 0n ? value : 0n)
