import type { Address } from 'viem'
import type { CoverIndex, IncidentIndex, ListingIndex, PoolIndex } from '../state/ChainIndex.ts'
import type { KeeperState } from '../state/KeeperState.ts'
import type { Action } from './Action.ts'
import { costOfWaiting, isDue, isInForce, toWad } from './stakes.ts'

const wad = 10n ** 18n

/** Settlements: everybody who was in force at the time of loss, and whom a level that rose owes more. */
export function planSettlements(state: KeeperState): Action[] {
  const { index } = state
  const incidents = state.contracts.incidents as Address
  const actions: Action[] = []
  const granted = [...index.incidents.values()].filter(({ status }) => status === 'granted' || status === 'closed')
  for (const incident of granted) {
    const listing = index.listings.get(incident.listing)
    // Lists of losses are settled by whoever holds the list.
    if (!listing || listing.lossProof === 'merkle') continue
    const raises = granted.filter(({ eventId, number }) => eventId === incident.eventId && number !== incident.number)
    for (const pool of index.pools.values()) {
      const reserve = pool.reserves.get(incident.number)
      if (!reserve || reserve.released) continue
      if (incident.share > 0n) {
        const due = dueCovers(state, pool, incident, (cover) => isDue(cover, listing, incident))
        actions.push(...settle(state, incidents, pool, incident, undefined, due))
      }
      if (listing.eventWindow === 0n) continue
      for (const raise of raises) {
        const due = dueCovers(state, pool, incident, (cover) => isRaised(cover, listing, incident, raise))
        actions.push(...settle(state, incidents, pool, incident, raise.number, due))
      }
    }
  }
  return actions
}

/** Covers that wait for money of an incident in a pool. */
export function dueCovers(
  { levels }: KeeperState,
  pool: PoolIndex,
  incident: IncidentIndex,
  isMeant: (cover: CoverIndex) => boolean,
): readonly CoverIndex[] {
  const level = levels.get(`${pool.address}:${incident.number}`) ?? 0n
  const due: CoverIndex[] = []
  for (const cover of pool.risks.get(incident.risk)?.covers.values() ?? []) {
    if (!isMeant(cover)) continue
    const settled = incident.settled.get(cover.id)
    if (!settled || (settled.claim * level) / wad > settled.paid) due.push(cover)
  }
  return due
}

/** Who was in force at the time of a raise, but not at the incident's own, is paid by `settleRaised`. */
function isRaised(cover: CoverIndex, listing: ListingIndex, incident: IncidentIndex, raise: IncidentIndex): boolean {
  if (cover.start >= incident.openedAt) return false
  return isInForce(cover, listing, raise.lossTime) && !isInForce(cover, listing, incident.lossTime)
}

function settle(
  state: KeeperState,
  incidents: Address,
  pool: PoolIndex,
  { number: incident, share }: IncidentIndex,
  raise: bigint | undefined,
  due: readonly CoverIndex[],
): Action[] {
  if (due.length === 0) return []
  const owed = due.reduce((sum, { amount }) => sum + (amount * share) / wad, 0n)
  const ids = due.map(({ id }) => id)
  return [
    {
      id: `settle:${incident}:${raise ?? ''}:${pool.address}`,
      ...{ job: 'settle', urgency: 'urgent', delayCost: costOfWaiting(toWad(state, pool, owed)) },
      task: { kind: 'settle', incidents, pool: pool.address, incident, raise, ids },
    },
  ]
}
