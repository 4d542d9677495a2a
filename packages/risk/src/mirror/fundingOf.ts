import { wad } from '../exact/constants.ts'
import type { MirrorStore } from './store.ts'

/**
 * The level of an incident's reserve in a pool, as `IPool.fundingOf` answers: WAD, zero if nothing is granted there.
 *
 * @param pool Address.
 * @example
 * await fundingOf(store, pool, 1n)
 */
export async function fundingOf(store: MirrorStore, pool: string, incident: bigint): Promise<bigint> {
  const key = pool.toLowerCase()
  const granted = await store.get('grant', `${key}/${incident}`)
  if (!granted) return 0n
  if (granted.cohort === 0n) return wad
  const height = (await store.get('pool', key))?.cohorts ?? 0n
  // Merged cohorts keep the lower number: it is the highest that is not above the grant's.
  for (let place = height; place > 0n; place--) {
    const cohort = await store.get('cohort', `${key}/${place - 1n}`)
    if (cohort && cohort.id <= granted.cohort) return cohort.level
  }
  return wad
}
