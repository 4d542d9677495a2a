import { classRequirementUp, type ExposureClass } from './classRequirementUp.ts'
import { ExposureTooLargeError } from './errors.ts'
import { checked } from './internal/uint.ts'
import type { ClassTotals } from './requirementUp.ts'

/** What is moved, and in which sums. */
export type MoveExposureParameters = {
  /** The class of the group. */
  exposureClass: ExposureClass
  /** The sums over all classes. */
  totals: ClassTotals
  /** Exposure of the group before, grains. */
  before: bigint
  /** Exposure of the group afterwards, grains. */
  afterwards: bigint
}

/** The sums after a move. */
export type MoveExposureReturnType = { exposureClass: ExposureClass; totals: ClassTotals }

/**
 * Moves one group of a class from one exposure to another.
 *
 * S is an integer function of (q, a), taken out of the totals as it was put in, so that moving back restores them.
 * Twin of `Solvency.move`.
 *
 * @throws {ExposureTooLargeError} if a sum does not fit its storage.
 * @throws {ArithmeticError} if the group was never that large.
 * @throws {NumberOutOfRangeError} if a number does not fit its type.
 * @example
 * moveExposure({ exposureClass: { q: 0n, a: 0n, rho: 5_000n }, totals: { s: 0n, s2: 0n }, before: 0n, afterwards: 3n })
 *   .totals.s // 3n
 */
export function moveExposure(parameters: MoveExposureParameters): MoveExposureReturnType {
  const { exposureClass, totals, before, afterwards } = parameters
  const old = classRequirementUp(exposureClass)
  const q = checked(
    checked(exposureClass.q + checked(checked(afterwards) * afterwards)) - checked(checked(before) * before),
  )
  const a = checked(exposureClass.a + afterwards - before)
  if (q >> 160n !== 0n) throw new ExposureTooLargeError({ sum: 'Σe²', value: q, bits: 160 })
  if (a >> 80n !== 0n) throw new ExposureTooLargeError({ sum: 'Σe', value: a, bits: 80 })

  const moved = { q, a, rho: exposureClass.rho }
  const required = classRequirementUp(moved)
  const s = checked(totals.s + required - old)
  const s2 = checked(totals.s2 + required * required - old * old)
  if (s >> 88n !== 0n) throw new ExposureTooLargeError({ sum: 'ΣS', value: s, bits: 88 })
  if (s2 >> 168n !== 0n) throw new ExposureTooLargeError({ sum: 'ΣS²', value: s2, bits: 168 })
  return { exposureClass: moved, totals: { s, s2 } }
}
