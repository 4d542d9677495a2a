import { bps } from './constants.ts'
import { divUp } from './internal/mulDiv.ts'
import { sqrtUp } from './internal/sqrtUp.ts'
import { checked, uint } from './internal/uint.ts'

/** Sums over the classes, as `Solvency.Totals` holds them. */
export type ClassTotals = {
  /** ΣS, grains, uint88. */
  s: bigint
  /** ΣS², grains², uint168. */
  s2: bigint
}

/**
 * The solvency capital requirement: SCR = ⌈√⌈(1 − r)·ΣS² + r·(ΣS)²⌉⌉.
 *
 * Twin of `Solvency.requirementUp`; design §3.2.
 *
 * @param r correlation across classes, basis points.
 * @returns grains, rounded up twice: the radicand, then the root.
 * @throws {NumberOutOfRangeError} if a number does not fit its type.
 * @throws {ArithmeticError} if r exceeds 1.
 * @example
 * requirementUp({ s: 7n, s2: 25n }, 10_000n) // 7n
 */
export function requirementUp({ s, s2 }: ClassTotals, r: bigint): bigint {
  uint(s, 88, 's')
  uint(s2, 168, 's2')
  return sqrtUp(divUp(checked(checked(bps - r) * s2) + checked(r * s * s), bps))
}
