import { wad } from './constants.ts'
import { type Cohort, heldUp } from './heldUp.ts'
import { mulDivDown } from './internal/mulDiv.ts'
import { checked, uint } from './internal/uint.ts'
import type { FundingStack } from './pushCohort.ts'

/** A stack, and the money for it. */
export type LiftFundingParameters = {
  stack: FundingStack
  /** What cohorts and open incidents may use in all, what the cohorts hold already included, units. */
  free: bigint
  /** Σ of what open incidents may take at most, units. */
  open: bigint
}

/** The stack as far up as the money goes. */
export type LiftFundingReturnType = {
  stack: FundingStack
  /** What moved to the sum of full reserves, less what was paid on it, units. */
  completed: bigint
}

/**
 * Raises levels as far as the money goes: the top rises, merges into the one below when it reaches it, and so on.
 *
 * Levels never fall. Twin of `Funding.lift`; design §3.4, step 4.
 *
 * @throws {NumberOutOfRangeError} if a sum does not fit its type.
 * @throws {ArithmeticError} if the sums do not belong together.
 * @example
 * const { stack } = pushCohort({ nextId: 0n, net: 0n, cohorts: [] }, 100n)
 * liftFunding({ stack, free: 30n, open: 100n }).stack.net // 15n
 */
export function liftFunding({ stack, free, open }: LiftFundingParameters): LiftFundingReturnType {
  const cohorts = [...stack.cohorts]
  let { net } = stack
  let completed = 0n

  for (let top = cohorts.at(-1); top; top = cohorts.at(-1)) {
    const under: Cohort | undefined = cohorts.at(-2)
    const below = checked(net - heldUp(top)) // what the cohorts below hold is theirs
    if (free < below) break
    if (top.reserve !== 0n) {
      // What was paid on the top's claims counts as its money.
      const level = mulDivDown(free - below + top.paid, wad, top.reserve + open)
      if (level <= top.level) break
      if (level < (under?.level ?? wad)) {
        const raised = { ...top, level }
        cohorts[cohorts.length - 1] = raised
        net = below + heldUp(raised)
        break
      }
    }
    cohorts.pop()
    if (!under) {
      completed = checked(top.reserve - top.paid)
      net = below
      break
    }
    const merged = {
      reserve: uint(under.reserve + top.reserve, 96, 'reserve'),
      level: under.level,
      id: under.id,
      paid: uint(under.paid + top.paid, 96, 'paid'),
    }
    cohorts[cohorts.length - 1] = merged
    net = checked(below - heldUp(under)) + heldUp(merged)
  }
  return { stack: { nextId: stack.nextId, net: uint(net, 96, 'net'), cohorts }, completed }
}
