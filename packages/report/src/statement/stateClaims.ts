import type { PoolFacts } from '../facts/types.ts'
import type { StatedClaims } from '../types.ts'
import { medianOf, sumOf } from './arithmetic.ts'
import { levelOf } from './recomputeCapital.ts'

/**
 * How the pool has paid: each incident on what it had sold, and the sums.
 *
 * @example
 * const { paid, secondsToFirstPayout } = stateClaims(facts)
 */
export function stateClaims({ incidents, books }: PoolFacts): StatedClaims {
  const ruled = incidents.filter(({ ruledAt }) => ruledAt > 0n)
  const count = (...statuses: string[]) => incidents.filter(({ status }) => statuses.includes(status)).length
  const toPayout = ruled.flatMap(({ ruledAt, firstPaidAt }) => (firstPaidAt === null ? [] : [firstPaidAt - ruledAt]))
  return {
    incidents: incidents.map((incident) => ({
      incident: incident.number.toString(),
      listing: incident.listing.toString(),
      risk: incident.risk,
      status: incident.status,
      openedAt: incident.openedAt.toString(),
      lossTime: incident.lossTime.toString(),
      deadline: incident.deadline.toString(),
      ruledAt: incident.ruledAt === 0n ? null : incident.ruledAt.toString(),
      ratio: incident.ratio.toString(),
      share: incident.share.toString(),
      reserve: incident.reserved.toString(),
      level: levelOf(books, incident.grant).toString(),
      claimed: incident.claimed.toString(),
      paid: incident.paid.toString(),
      unclaimed: incident.grant.unclaimed.toString(),
      short: (incident.grant.short - incident.grant.paid).toString(),
      shortfall: incident.shortfall.toString(),
      recovered: incident.recovered.toString(),
      coversPaid: incident.coversPaid,
      firstPaidAt: incident.firstPaidAt?.toString() ?? null,
      lastPaidAt: incident.lastPaidAt?.toString() ?? null,
    })),
    opened: incidents.length,
    granted: count('granted', 'closed'),
    denied: count('denied'),
    lapsed: count('lapsed'),
    open: count('open'),
    reserved: sumOf(incidents, ({ reserved }) => reserved).toString(),
    claimed: sumOf(incidents, ({ claimed }) => claimed).toString(),
    paid: sumOf(incidents, ({ paid }) => paid).toString(),
    shortfall: sumOf(incidents, ({ shortfall }) => shortfall).toString(),
    secondsToRuling: medianOf(ruled.map(({ ruledAt, openedAt }) => ruledAt - openedAt))?.toString() ?? null,
    secondsToFirstPayout: medianOf(toPayout)?.toString() ?? null,
  }
}
