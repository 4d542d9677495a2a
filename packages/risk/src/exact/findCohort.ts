import type { FundingStack } from './pushCohort.ts'

/**
 * The cohort that a grant belongs to now.
 *
 * Merged cohorts keep the lower number: it is the highest that is not above the grant's. Twin of `Funding.find`.
 *
 * @param id number that the grant entered with.
 * @returns its place in the stack plus one; zero: it is funded in full.
 * @example
 * findCohort({ nextId: 4n, net: 0n, cohorts: [{ reserve: 1n, level: 0n, id: 2n, paid: 0n }] }, 4n) // 1
 */
export function findCohort({ cohorts }: FundingStack, id: bigint): number {
  return cohorts.findLastIndex((cohort) => cohort.id <= id) + 1
}
