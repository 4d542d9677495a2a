import {
  type PreparedCall,
  prepareCountPool,
  prepareExecuteDispute,
  prepareOpenCase,
  prepareRevealAward,
  prepareSettleAssertion,
  prepareSettleCase,
  prepareSettleSilent,
} from '@bulwark/sdk'
import type { Address } from 'viem'
import type { CaseState, KeeperState } from '../state/KeeperState.ts'
import type { Action } from './Action.ts'
import { costOfRisking, witnessOf } from './stakes.ts'

const day = 86_400n

/** What people judge: open cases, count pools, reveal, settle; UMA's assertions; the members' disputes. */
export function planCases(state: KeeperState): Action[] {
  const { index, contracts, head } = state
  const actions = contracts.court ? planCourt(state, contracts.court) : []
  const { optimistic, membersAppeal } = contracts
  if (optimistic) {
    for (const [incident, assertedAt] of index.truths) {
      // No assertion stands for less than a day; the oracle knows for how long this one does.
      if (head.time < assertedAt + day || index.incidents.get(incident)?.status !== 'open') continue
      const call = prepareSettleAssertion({ optimistic, incident })
      actions.push(act('settleTruth', `${incident}`, 'urgent', stakeOf(state, incident), call))
    }
  }
  if (membersAppeal) {
    for (const [dispute, until] of index.disputes) {
      if (head.time <= until) continue
      actions.push(act('executeDispute', `${dispute}`, 'urgent', 0n, prepareExecuteDispute({ membersAppeal, dispute })))
    }
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

function stakeOf(state: KeeperState, incident: bigint): bigint {
  const opened = state.index.incidents.get(incident)
  if (!opened) return 0n
  const { listing, risk, lossTime } = opened
  return costOfRisking(witnessOf(state, state.index.listings.get(listing), risk, lossTime)?.stake ?? 0n)
}

function planCourt(state: KeeperState, court: Address): Action[] {
  const { index } = state
  const actions: Action[] = []
  for (const { number: incident, listing, second, status, risk, lossTime } of index.incidents.values()) {
    const listed = index.listings.get(listing)
    const adjudicator = second ? listed?.secondAdjudicator : listed?.adjudicator
    if (status !== 'open' || adjudicator !== court || index.cases.has(incident)) continue
    const witness = witnessOf(state, listed, risk, lossTime)
    if (!witness) continue
    const call = prepareOpenCase({ court, incident, pool: witness.pool.address })
    actions.push(act('openCase', `${incident}`, 'urgent', costOfRisking(witness.stake), call))
  }
  for (const stands of state.cases) actions.push(...planCase(state, court, stands))
  for (const { incident, settled, committed, revealed, slashed } of index.cases.values()) {
    if (!settled) continue
    const assessors = [...committed].filter((assessor) => !revealed.has(assessor) && !slashed.has(assessor))
    if (assessors.length === 0) continue
    const call = prepareSettleSilent({ court, incident, assessors })
    actions.push(act('settleSilent', `${incident}:${assessors.length}`, 'idle', 0n, call))
  }
  return actions
}

function planCase(state: KeeperState, court: Address, { incident, case: stands }: CaseState): Action[] {
  const { index, head, keeper, cursors } = state
  const opened = index.incidents.get(incident)
  const votes = index.cases.get(incident)
  if (!opened || !votes) return []
  const revealFrom = stands.commitFrom + stands.commitTime
  const ends = revealFrom + stands.revealTime
  const actions: Action[] = []
  if (opened.status !== 'open') {
    actions.push(act('settleCase', `${incident}`, 'idle', 0n, prepareSettleCase({ court, incident })))
  } else if (head.time < ends) {
    for (const { address: pool, risks } of index.pools.values()) {
      const isStepped = cursors.get(pool) === BigInt(index.journal.length)
      if (!risks.has(opened.risk) || votes.counted.has(pool) || !isStepped) continue
      actions.push(act('countPool', `${incident}:${pool}`, 'soon', 0n, prepareCountPool({ court, incident, pool })))
    }
  }
  const self = keeper.toLowerCase() as Address
  if (head.time < revealFrom || head.time >= ends || !votes.committed.has(self) || votes.revealed.has(self)) {
    return actions
  }
  for (const { award, reason, salt } of state.reveals.filter((reveal) => reveal.incident === incident)) {
    const call = prepareRevealAward({ court, incident, award, reason, salt })
    actions.push(act('reveal', `${incident}`, 'urgent', stakeOf(state, incident), call))
  }
  return actions
}
