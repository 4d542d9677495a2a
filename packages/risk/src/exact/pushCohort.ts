import type { Cohort } from './heldUp.ts'
import { uint } from './internal/uint.ts'

/** Granted reserves that are not funded in full, as `Funding.Stack` holds them. */
export type FundingStack = {
  /** Number that the last cohort got, uint32. */
  nextId: bigint
  /** Σ of what the cohorts hold, units, uint96. */
  net: bigint
  /** The cohorts, the one of the highest level first. */
  cohorts: readonly Cohort[]
}

/**
 * Puts a granted reserve on top of the stack at level zero; `liftFunding` raises it.
 *
 * Twin of `Funding.push`.
 *
 * @param reserve units.
 * @returns the stack and the number of the new cohort.
 * @throws {NumberOutOfRangeError} if the reserve or the number does not fit its type.
 * @example
 * pushCohort({ nextId: 6n, net: 0n, cohorts: [] }, 100n).id // 7n
 */
export function pushCohort(stack: FundingStack, reserve: bigint): { stack: FundingStack; id: bigint } {
  const id = uint(stack.nextId + 1n, 32, 'id')
  const cohort = { reserve: uint(reserve, 96, 'reserve'), level: 0n, id, paid: 0n }
  return { stack: { nextId: id, net: stack.net, cohorts: [...stack.cohorts, cohort] }, id }
}
