import { day } from '@bulwark/risk/exact'
import type { BooksFacts, PoolFacts } from '../facts/types.ts'
import type { StatedCheck } from '../types.ts'
import { sumBy, sumOf } from './arithmetic.ts'
import { type Capital, placeOf } from './recomputeCapital.ts'
import type { Requirement } from './recomputeRequirement.ts'

/** The parameters of {@link stateChecks}. */
export type StateChecksParameters = { capital: Capital; requirement: Requirement }

/**
 * What must hold at every block, checked at this one: each has the id of the invariant that it is part of.
 *
 * @example
 * const broken = stateChecks(facts, { capital, requirement }).filter(({ holds }) => !holds)
 */
export function stateChecks(facts: PoolFacts, { capital, requirement }: StateChecksParameters): StatedCheck[] {
  const { books, balance, queued, incidents, identity } = facts
  const { ledger, stack, reserves, fees } = books
  const listed = sumOf(books.claimables, ({ assets }) => assets) + sumOf(books.kept, ({ amount }) => amount)
  const debts = capital.unearned + capital.unvested + capital.funded + capital.owed
  const grants = incidents.filter(({ grant }) => grant.exists).map(({ grant }) => grant)
  const short = grants.filter((grant) => placeOf(books, grant) > 0)
  const largest = [...requirement.net.values()].reduce((a, b) => (a > b ? a : b), 0n)
  return [
    check('CAP-1', 'token balance covers the ledger’s cash', balance, '>=', ledger.cash),
    check('CAP-1', 'cash covers premium, gains, funded reserves and debts', ledger.cash, '>=', debts),
    check('CAP-1', 'unearned premium is what the streams will pay', books.stream.unearned, '=', stillToFlow(books)),
    check('CAP-1', 'debts are exits set aside, what is kept, and fees', ledger.owed, '=', listed + feesOf(fees)),
    check('CAP-1', 'reserves in full are what is left of their grants', reserves.full, '=', capital.full),
    check('SOL-2', 'ΣS from every risk', books.totals.s, '=', requirement.sumS),
    check('SOL-2', 'ΣS² from every risk', books.totals.s2, '=', requirement.sumS2),
    ...requirement.classes.flatMap(({ class: index, q, a }) => [
      check('SOL-2', `class ${index}: Σe² from every risk`, books.classes[index]?.q ?? 0n, '=', q),
      check('SOL-2', `class ${index}: Σe from every risk`, books.classes[index]?.a ?? 0n, '=', a),
    ]),
    check('SOL-2', 'groups whose net or gross exposure differs', differingGroups(books, requirement), '=', 0n),
    check('SOL-2', 'risks whose run-off is not their exposure', differingRisks(books), '=', 0n),
    check('SOL-2', 'adjudicators whose exposure differs', differingAdjudicators(books), '=', 0n),
    check('SOL-2', 'covers sold are those that the events name', books.curve.covers, '=', books.sold),
    check('SOL-3', 'the requirement is at least each group', requirement.scr, '>=', largest),
    check('CLM-5', 'open reserves are those of the risks', reserves.open * identity.grain, '=', capital.open),
    check('CLM-5', 'what may be granted beyond them', reserves.openBeyond * identity.grain, '=', capital.beyond),
    check('CLM-5', 'cohorts hold their levels of their grants', stack.net, '=', capital.partial),
    check(
      ...(['CLM-5', 'reserves of the cohorts are their grants’'] as const),
      ...([sumOf(stack.cohorts, ({ reserve }) => reserve), '='] as const),
      sumOf(short, ({ unclaimed, short }) => unclaimed + short),
    ),
    check('CLM-7', 'open incidents past their deadline', overdue(facts), '=', 0n),
    check(
      'EXT-2',
      'shares queued are those that the pool holds',
      queued,
      '=',
      sumOf(books.requests, (r) => r.shares),
    ),
    ...incidents
      .filter(({ reserved }) => reserved > 0n)
      .flatMap(({ number, paid, reserved, claimed, grant, booked }) => [
        check('CLM-1', `incident ${number}: paid at most its reserve`, paid, '<=', reserved),
        check('CLM-1', `incident ${number}: covers got what the pool booked`, paid, '=', booked),
        ...(grant.exists
          ? [check('CLM-1', `incident ${number}: claims left the reserve`, reserved - grant.unclaimed, '=', claimed)]
          : []),
      ]),
  ]
}

function check(
  invariant: string,
  name: string,
  left: bigint,
  relation: StatedCheck['relation'],
  right: bigint,
): StatedCheck {
  const holds = relation === '=' ? left === right : relation === '>=' ? left >= right : left <= right
  return { invariant, name, left: left.toString(), relation, right: right.toString(), holds }
}

function feesOf({ protocol, curator }: BooksFacts['fees']): bigint {
  return protocol + curator
}

/** What the running rate and its changes on the days to come will pay, 1e-18 grains. */
function stillToFlow({ stream }: BooksFacts): bigint {
  let [sum, rate, since] = [0n, stream.rate, stream.time]
  for (const [at, delta] of [...stream.deltas].sort(([a], [b]) => Number(a - b))) {
    sum += rate * (at * day - since)
    rate += delta
    since = at * day
  }
  // A rate that is left would flow for ever: no sum is equal to that.
  return rate === 0n || stream.unearned === 0n ? sum : -1n
}

function differingGroups({ groups }: BooksFacts, { net, gross }: Requirement): bigint {
  const known = new Set(groups.map((group) => `${group.class}:${group.group}`))
  const missing = [...gross.keys()].filter((key) => !known.has(key)).length
  const differing = groups.filter((group) => {
    const key = `${group.class}:${group.group}`
    return group.net !== (net.get(key) ?? 0n) || group.gross !== (gross.get(key) ?? 0n)
  })
  return BigInt(missing + differing.length)
}

function differingRisks({ risks }: BooksFacts): bigint {
  return BigInt(risks.filter(({ exposure, runOff }) => sumOf(runOff, ({ amount }) => amount) !== exposure).length)
}

function differingAdjudicators({ adjudicators, backings, risks }: BooksFacts): bigint {
  const of = new Map(backings.map(({ listing, adjudicator }) => [listing, adjudicator]))
  const sums = sumBy(
    risks,
    ({ listing }) => of.get(listing) ?? '',
    ({ exposure }) => exposure,
  )
  return BigInt(adjudicators.filter(({ adjudicator, exposure }) => exposure !== (sums.get(adjudicator) ?? 0n)).length)
}

function overdue({ incidents, identity }: PoolFacts): bigint {
  const late = incidents.filter((i) => i.status === 'open' && i.deadline < identity.block.timestamp)
  return BigInt(late.length)
}
