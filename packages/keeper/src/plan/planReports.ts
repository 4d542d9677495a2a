import { getRiskId, type PreparedCall, prepareProveReport, prepareRequestReport } from '@bulwark/sdk'
import type { KeeperState } from '../state/KeeperState.ts'
import type { Action } from './Action.ts'
import { costOfRisking, witnessOf } from './stakes.ts'

/** Reports: ask the Functions network where the facts are known, and prove what reaches a step of the table. */
export function planReports(state: KeeperState): Action[] {
  const { contracts, index, head, triggerFee: fee } = state
  const { reportTrigger } = contracts
  if (!reportTrigger) return []
  return state.reports.flatMap(({ listing, key, event, facts, isFunctions, window, retryTime, record, ratio }) => {
    const witness = witnessOf(state, index.listings.get(listing), getRiskId({ listing, key }), event.begins)
    if (!witness) return []
    const pool = witness.pool.address
    const act = (job: Action['job'], id: string, call: PreparedCall): Action[] => {
      const delayCost = costOfRisking(witness.stake)
      return [{ id: `${job}:${id}`, job, urgency: 'urgent', delayCost, task: { kind: 'call', call } }]
    }
    const id = `report:${listing}:${key}`
    if (record.state === 'reported') {
      if (ratio === 0n || head.time < record.standsFrom) return []
      return act('prove', id, prepareProveReport({ reportTrigger, listing, event, pool, fee }))
    }
    const isAsked = record.state === 'none' || record.state === 'failed' || record.state === 'requested'
    const isOpen = head.time >= event.ends && head.time <= event.ends + window
    const isLate = record.requestedAt !== 0n && head.time < record.requestedAt + retryTime
    if (!isFunctions || facts === undefined || !isAsked || !isOpen || isLate) return []
    const call = prepareRequestReport({ reportTrigger, listing, event, facts, pool })
    return act('requestReport', `${id}:${record.requestedAt}`, call)
  })
}
