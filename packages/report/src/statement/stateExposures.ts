import { wad } from '@bulwark/risk/exact'
import type { PoolFacts } from '../facts/types.ts'
import type { StatedExposures, StatedPart } from '../types.ts'
import { mulDiv, sumBy, sumOf } from './arithmetic.ts'
import { netGrains } from './recomputeCapital.ts'

/**
 * What is insured: by risk (the largest first), listing, group and adjudicator, and how concentrated that is.
 *
 * @example
 * const { topTenShare } = stateExposures(facts)
 */
export function stateExposures({ books, identity }: PoolFacts): StatedExposures {
  const adjudicators = new Map(books.backings.map(({ listing, adjudicator }) => [listing, adjudicator]))
  const risks = books.risks
    .filter(({ exposure }) => exposure > 0n)
    .sort((a, b) => (a.exposure === b.exposure ? (a.id < b.id ? -1 : 1) : a.exposure < b.exposure ? 1 : -1))
    .map((risk) => ({ ...risk, adjudicator: adjudicators.get(risk.listing) ?? '0x' }))
  const total = sumOf(risks, ({ exposure }) => exposure)
  const units = (grains: bigint) => (grains * identity.grain).toString()
  const share = (part: bigint) => (total === 0n ? 0n : mulDiv(part, wad, total)).toString()
  const squares = (parts: Iterable<bigint>) =>
    (total === 0n
      ? 0n
      : mulDiv(
          sumOf(parts, (part) => part * part),
          wad,
          total * total,
        )
    ).toString()
  const parts = <name extends string>(name: name, sums: Map<string, bigint>) =>
    [...sums]
      .sort(([, a], [, b]) => (a === b ? 0 : a < b ? 1 : -1))
      .map(([key, sum]) => ({ [name]: key, exposure: units(sum), share: share(sum) }) as StatedPart<name>)
  const by = (key: (risk: (typeof risks)[number]) => string) => sumBy(risks, key, ({ exposure }) => exposure)
  const groups = by((risk) => `${risk.class}:${risk.group}`)
  return {
    total: units(total),
    risks: risks.map((risk) => ({
      ...{ risk: risk.id, listing: risk.listing.toString(), class: risk.class, group: risk.group.toString() },
      adjudicator: risk.adjudicator as `0x${string}`,
      exposure: units(risk.exposure),
      open: units(risk.reserve.open),
      granted: units(risk.reserve.granted),
      net: units(netGrains(risk)),
      openIncidents: risk.reserve.openCount.toString(),
    })),
    byListing: parts(
      'listing',
      by(({ listing }) => listing.toString()),
    ),
    byGroup: parts('group', groups),
    byAdjudicator: parts(
      'adjudicator',
      by(({ adjudicator }) => adjudicator),
    ),
    herfindahlRisks: squares(risks.map(({ exposure }) => exposure)),
    herfindahlGroups: squares(groups.values()),
    topTenShare: share(sumOf(risks.slice(0, 10), ({ exposure }) => exposure)),
  }
}
