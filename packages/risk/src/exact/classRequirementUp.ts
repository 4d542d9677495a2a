import { bps } from './constants.ts'
import { divUp } from './internal/mulDiv.ts'
import { sqrtUp } from './internal/sqrtUp.ts'
import { checked, uint } from './internal/uint.ts'

/** Sums of one class of risks, as `Solvency.Class` holds them. */
export type ExposureClass = {
  /** Σe² over the groups of the class, grains², uint160. */
  q: bigint
  /** Σe over the groups of the class, grains, uint80. */
  a: bigint
  /** Correlation within the class, basis points, at most 10,000. */
  rho: bigint
}

/**
 * What one class requires: S = ⌈√⌈(1 − ρ)·q + ρ·a²⌉⌉.
 *
 * Twin of `Solvency.classRequirementUp`; design §3.2.
 *
 * @returns grains, rounded up twice: the radicand, then the root.
 * @throws {NumberOutOfRangeError} if a number does not fit its type.
 * @throws {ArithmeticError} if ρ exceeds 1.
 * @example
 * classRequirementUp({ q: 25n, a: 7n, rho: 0n }) // 5n
 */
export function classRequirementUp({ q, a, rho }: ExposureClass): bigint {
  uint(q, 160, 'q')
  uint(a, 80, 'a')
  uint(rho, 16, 'rho')
  return sqrtUp(divUp(checked(bps - rho) * q + rho * a * a, bps))
}
