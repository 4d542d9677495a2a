import { type PreparedCall, prepareClose, prepareFinishClosing, prepareLapse, prepareRule } from '@bulwark/sdk'
import type { Address } from 'viem'
import type { IncidentIndex } from '../state/ChainIndex.ts'
import type { KeeperState } from '../state/KeeperState.ts'
import type { Action } from './Action.ts'
import { dueCovers } from './planSettlements.ts'
import { costOfRisking, isDue, witnessOf } from './stakes.ts'

/** Incidents: take a ruling in, let a silent one lapse, close what is paid, release what a closing left. */
export function planIncidents(state: KeeperState): Action[] {
  const actions: Action[] = []
  for (const incident of state.index.incidents.values()) {
    if (incident.status === 'open') actions.push(...planOpen(state, incident))
    else if (incident.status === 'granted') actions.push(...planClosing(state, incident))
    else if (incident.status === 'closed') actions.push(...planFinish(state, incident))
  }
  return actions
}

function act(
  job: Action['job'],
  id: string,
  urgency: Action['urgency'],
  delayCost: bigint,
  call: PreparedCall,
): Action {
  return { id: `${job}:${id}`, job, urgency, delayCost, task: { kind: 'call', call } }
}

function planOpen(
  state: KeeperState,
  { number: incident, listing, risk, lossTime, deadline }: IncidentIndex,
): Action[] {
  const incidents = state.contracts.incidents as Address
  const verdict = state.verdicts.get(incident) ?? 'pending'
  if (verdict !== 'pending') {
    const stake = witnessOf(state, state.index.listings.get(listing), risk, lossTime)?.stake ?? 0n
    const urgency = verdict === 'granted' ? 'urgent' : 'soon'
    return [act('rule', `${incident}`, urgency, costOfRisking(stake), prepareRule({ incidents, incident }))]
  }
  if (state.head.time <= deadline) return []
  return [act('lapse', `${incident}:${deadline}`, 'soon', 0n, prepareLapse({ incidents, incident }))]
}

function planClosing(state: KeeperState, incident: IncidentIndex): Action[] {
  const incidents = state.contracts.incidents as Address
  if (state.head.time < incident.ruledAt + state.settlementWindow) return []
  const listing = state.index.listings.get(incident.listing)
  // Nobody is cut off: what can be settled is settled first.
  if (listing?.lossProof === 'none' && incident.share > 0n) {
    for (const pool of state.index.pools.values()) {
      if (!pool.reserves.has(incident.number)) continue
      const due = dueCovers(state, pool, incident, (cover) => isDue(cover, listing, incident))
      if (due.some(({ id }) => !incident.settled.has(id))) return []
    }
  }
  return [act('close', `${incident.number}`, 'idle', 0n, prepareClose({ incidents, incident: incident.number }))]
}

function planFinish({ index, cursors, head }: KeeperState, { number: incident }: IncidentIndex): Action[] {
  const actions: Action[] = []
  for (const { address: pool, reserves } of index.pools.values()) {
    const reserve = reserves.get(incident)
    const isStepped = cursors.get(pool) === BigInt(index.journal.length)
    if (!reserve || reserve.released || !isStepped) continue
    if (reserve.finalUntil !== undefined && head.time < reserve.finalUntil) continue
    actions.push(act('finish', `${pool}:${incident}`, 'idle', 0n, prepareFinishClosing({ pool, incident })))
  }
  return actions
}
