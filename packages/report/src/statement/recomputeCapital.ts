import {
  accrueStream,
  type Cohort,
  driftedLevel,
  exitValueDown,
  findCohort,
  heldUp,
  settledBacking,
  unearnedUnitsUp,
  unvestedUp,
  wad,
} from '@bulwark/risk/exact'
import type { BooksFacts, GrantFacts, PoolFacts, RiskFacts } from '../facts/types.ts'
import { mulDiv, mulDivUp } from './arithmetic.ts'

/** A pool's capital, recomputed from its parts. Units, unless said otherwise. */
export type Capital = {
  cash: bigint
  unearned: bigint
  unvested: bigint
  /** Nominal: granted reserves funded in full, and what the cohorts of the others hold. */
  full: bigint
  partial: bigint
  funded: bigint
  granted: bigint
  open: bigint
  beyond: bigint
  owed: bigint
  high: bigint
  low: bigint
  backing: bigint
  priceBacking: bigint
  level: bigint
  shareAtHigh: bigint
  shareAtLow: bigint
}

/**
 * Recomputes a pool's capital as of its block: own funds from the ledger, the streams, every grant and every risk.
 *
 * @param scr the requirement, any unit: only whether it is zero counts.
 * @example
 * const { high, low } = recomputeCapital(facts, scrGrains)
 */
export function recomputeCapital(facts: PoolFacts, scr: bigint): Capital {
  const { books, identity, supply, queued } = facts
  const { grain, cooldown, virtualShares, block } = identity
  const { ledger, stack, curve } = books
  const now = block.timestamp
  const unearned = unearnedUnitsUp(accrueStream(books.stream, now).unearned, grain)
  const unvested = unvestedUp(books.gains, now)
  const grants = facts.incidents.filter(({ grant }) => grant.exists).map(({ grant }) => grant)
  const full = grants.reduce((sum, grant) => (placeOf(books, grant) === 0 ? sum + leftOf(grant) : sum), 0n)
  const partial = stack.cohorts.reduce((sum, cohort) => sum + heldUp(cohort), 0n)
  const open = books.risks.reduce((sum, risk) => sum + openGrains(risk), 0n) * grain
  const beyond = books.risks.reduce((sum, risk) => sum + beyondGrains(risk), 0n) * grain

  const scaled = (nominal: bigint) => (ledger.scale === wad ? nominal : mulDivUp(nominal, ledger.scale, wad))
  const free = positive(ledger.cash - scaled(ledger.owed + full) - unearned - unvested)
  const short = stack.cohorts.length > 0
  const high = short ? positive(free - scaled(partial)) : free
  const low = short ? 0n : positive(high - open)
  const worth = (funds: bigint) => exitValueDown({ shares: wad, funds, supply, virtualShares })
  return {
    ...{ cash: ledger.cash, unearned, unvested, full, partial, funded: scaled(full + partial), open, beyond },
    granted: grants.reduce((sum, { unclaimed, short }) => sum + unclaimed + short, 0n),
    owed: scaled(ledger.owed),
    ...{ high, low, backing: supply === 0n ? 0n : mulDiv(low, supply - queued, supply) },
    priceBacking: settledBacking({ gains: books.gains, high, scr, cooldown, timestamp: now }),
    level: driftedLevel({ level: curve.level, utilisation: curve.utilisation, elapsed: now - curve.moved }),
    ...{ shareAtHigh: worth(high), shareAtLow: worth(low) },
  }
}

/** The place of a grant's cohort in the stack, plus one; zero where it is funded in full. */
export function placeOf({ stack }: BooksFacts, { cohort }: GrantFacts): number {
  return cohort === 0n ? 0 : findCohort(stack, cohort)
}

/** The level at which a grant is funded, WAD. */
export function levelOf(books: BooksFacts, grant: GrantFacts): bigint {
  if (!grant.exists) return 0n
  const place = placeOf(books, grant)
  return place === 0 ? wad : (books.stack.cohorts[place - 1] as Cohort).level
}

/** What is left of a grant, units. */
export function leftOf({ unclaimed, short, paid }: GrantFacts): bigint {
  return unclaimed + short - paid
}

/** What the open incidents of a risk may take beyond what is granted, grains. */
export function openGrains({ reserve }: RiskFacts): bigint {
  return positive(reserve.open - reserve.granted)
}

/** What they may be granted together beyond that, grains; docs/mechanism.md, "The reserve of a risk". */
export function beyondGrains(risk: RiskFacts): bigint {
  const { reserve, exposure } = risk
  const { openCount, window, first, last, most, raised, open } = reserve
  if (openCount === 0n) return 0n
  const each = most > open ? most : open
  let sum = (each < exposure ? each : exposure) * openCount
  if (window !== 0n) {
    const events = (last - first + window - 1n) / window
    const bound = positive((events > 1n ? events : 1n) * most - raised)
    if (bound < sum) sum = bound
  }
  return positive(sum - openGrains(risk))
}

/** What the requirement counts of a risk, grains. */
export function netGrains({ exposure, reserve }: RiskFacts): bigint {
  return positive(exposure - (reserve.open > reserve.granted ? reserve.open : reserve.granted))
}

function positive(amount: bigint): bigint {
  return amount > 0n ? amount : 0n
}
