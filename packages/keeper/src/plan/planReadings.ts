import {
  getRiskId,
  type PreparedCall,
  prepareArmReading,
  prepareObserveMark,
  prepareProveOutage,
  prepareProveReading,
  prepareTakeReading,
  prepareThaw,
} from '@bulwark/sdk'
import type { KeeperState, ReadingState } from '../state/KeeperState.ts'
import type { Action } from './Action.ts'
import { costOfRisking, witnessOf } from './stakes.ts'

const day = 86_400n

/** Vaults, markets, reserves and frozen money: observe the mark, arm, read, prove; show a thaw, or an outage. */
export function planReadings(state: KeeperState): Action[] {
  return [...state.readings.flatMap((listed) => planReading(state, listed)), ...planOutages(state), ...planThaws(state)]
}

function planReading(state: KeeperState, { listing, trigger, reading, levels, span, mark }: ReadingState): Action[] {
  const { index, triggerFee: fee } = state
  const now = state.head.time
  const listed = index.listings.get(listing)
  const witness = witnessOf(state, listed, getRiskId({ listing }), span?.armedAt ?? now)
  const delayCost = costOfRisking(witness?.stake ?? 0n)
  const act = (job: Action['job'], id: string, urgency: Action['urgency'], call: PreparedCall): Action[] => {
    return [{ id: `${job}:${id}`, job, urgency, delayCost, task: { kind: 'call', call } }]
  }
  const { fault, fall } = reading
  const { strike, recovery, persistence, gap } = levels

  const isOpen = span !== undefined && index.incidents.get(span.incident)?.status === 'open'
  if (span && isOpen && span.verdict === 'pending') {
    const { incident, armedAt, readAt } = span
    if (fault !== undefined) return []
    const take = (urgency: Action['urgency']) =>
      act('read', `${incident}:${now / 60n}`, urgency, prepareTakeReading({ trigger, incident }))
    if (fall <= recovery) return take('soon')
    if (now >= armedAt + persistence) {
      if (fall > strike) return act('prove', `${incident}`, 'urgent', prepareProveReading({ trigger, incident }))
      return gap > 0n && now >= readAt + gap / 2n ? take('urgent') : []
    }
    if (gap > 0n && now >= readAt + gap / 2n) return take('urgent')
    // Somebody looks at least once within the persistence: what one block can stage, two can.
    const half = armedAt + persistence / 2n
    return readAt < half && now >= half ? take('soon') : []
  }

  const id = `${trigger}:${listing}`
  if (fault === undefined && fall > strike && witness) {
    const arm = prepareArmReading({ trigger, listing, pool: witness.pool.address, fee })
    return act('arm', `reading:${id}`, 'urgent', arm)
  }
  if (!mark) return []
  const isClosing = now >= mark.since + day && (fault === undefined || fault === 'mark')
  // Below the mark the price may be below the lowest since as well, which only the contract knows.
  const isLower = fault === undefined && fall > 0n
  if (!isClosing && !isLower) return []
  const urgency = isClosing ? 'soon' : 'idle'
  return act('observe', `${id}:${mark.since}:${fall}`, urgency, prepareObserveMark({ trigger, listing }))
}

function planOutages(state: KeeperState): Action[] {
  const { index, outages, contracts, triggerFee: fee } = state
  const { frozenTrigger } = contracts
  if (!frozenTrigger) return []
  return outages.flatMap(({ listing, config, round, from, until }) => {
    const witness = witnessOf(state, index.listings.get(listing), getRiskId({ listing }), from)
    if (!witness || until < from + config.persistence) return []
    const pool = witness.pool.address
    const call = prepareProveOutage({ frozenTrigger, listing, round, pool, fee })
    const proven: Action = {
      ...{ id: `prove:outage:${listing}:${round}`, job: 'prove', urgency: 'urgent' },
      ...{ delayCost: costOfRisking(witness.stake), task: { kind: 'call', call } },
    }
    return [proven]
  })
}

function planThaws({ index, contracts, head }: KeeperState): Action[] {
  const { frozenTrigger } = contracts
  if (!frozenTrigger) return []
  return [...index.spent].flatMap(([listing, freeSince]) => {
    if (index.listings.get(listing)?.adjudicator !== frozenTrigger) return []
    // Found free: once more, a day later. Not yet: the contract alone knows whether it is.
    if (freeSince !== 0n && head.time < freeSince + day) return []
    const call = prepareThaw({ frozenTrigger, listing })
    const thaw: Action = {
      ...{ id: `thaw:${listing}:${freeSince}`, job: 'thaw', urgency: 'idle', delayCost: 0n },
      task: { kind: 'call', call },
    }
    return [thaw]
  })
}
