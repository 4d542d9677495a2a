import { classRequirementUp, requirementUp } from '@bulwark/risk/exact'
import type { PoolFacts } from '../facts/types.ts'
import { sumBy, sumOf } from './arithmetic.ts'
import { netGrains } from './recomputeCapital.ts'

/** The requirement, built up from the risks. Grains; q and ΣS² are grains². */
export type Requirement = {
  scr: bigint
  sumS: bigint
  sumS2: bigint
  classes: { class: number; q: bigint; a: bigint; s: bigint }[]
  /** Net and gross exposure by class and group, as `class:group`. */
  net: Map<string, bigint>
  gross: Map<string, bigint>
}

/**
 * Recomputes the requirement from the exposure and the reserve of each risk, not from the sums that the pool keeps.
 *
 * @example
 * const { scr } = recomputeRequirement(facts)
 */
export function recomputeRequirement({ books, identity }: PoolFacts): Requirement {
  const risks = books.risks.filter(({ exposure }) => exposure > 0n)
  const key = (risk: { class: number; group: bigint }) => `${risk.class}:${risk.group}`
  const net = sumBy(risks, key, netGrains)
  const gross = sumBy(risks, key, ({ exposure }) => exposure)
  const classes = books.classes.map(({ rho }, index) => {
    const groups = [...net].filter(([name]) => name.startsWith(`${index}:`)).map(([, e]) => e)
    const sums = { q: sumOf(groups, (e) => e * e), a: sumOf(groups, (e) => e) }
    return { class: index, ...sums, s: classRequirementUp({ ...sums, rho }) }
  })
  const [sumS, sumS2] = [sumOf(classes, ({ s }) => s), sumOf(classes, ({ s }) => s * s)]
  return { scr: requirementUp({ s: sumS, s2: sumS2 }, identity.r), sumS, sumS2, classes, net, gross }
}
