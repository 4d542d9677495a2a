import {
  getRiskId,
  prepareAdvance,
  prepareArm,
  prepareArmAndProve,
  prepareNotePhase,
  prepareProve,
  prepareRecoverSpan,
} from '@bulwark/sdk'
import type { Address } from 'viem'
import type { FeedSpan } from '../feeds/findSpans.ts'
import type { FeedState, KeeperState } from '../state/KeeperState.ts'
import type { Action } from './Action.ts'
import { costOfRisking, witnessOf } from './stakes.ts'

/** Rounds that one transaction may read: some 20,000 gas each. */
const roundsAtOnce = 300

/** Price feeds: arm a span, move its proof on, prove it, show that it ended; take note of a new phase. */
export function planFeeds(state: KeeperState): Action[] {
  const { priceFeedTrigger } = state.contracts
  if (!priceFeedTrigger) return []
  return state.feeds.flatMap((feed) => {
    const actions = feed.spans.flatMap((span) => planSpan(state, priceFeedTrigger, feed, span) ?? [])
    if (!feed.isPhaseNew) return actions
    const call = prepareNotePhase({ priceFeedTrigger, listing: feed.listing })
    const noted: Action = {
      ...{ id: `notePhase:${feed.listing}`, job: 'notePhase', urgency: 'soon', delayCost: 0n },
      task: { kind: 'call', call },
    }
    return [...actions, noted]
  })
}

function planSpan(
  state: KeeperState,
  priceFeedTrigger: Address,
  { listing, episodes }: FeedState,
  { recovered, firstRound, firstTime, rounds, end }: FeedSpan,
): Action | undefined {
  const { index, triggerFee: fee } = state
  const witness = witnessOf(state, index.listings.get(listing), getRiskId({ listing }), firstTime)
  if (!witness) return undefined
  const pool = witness.pool.address
  const delayCost = costOfRisking(witness.stake)
  const act = (job: Action['job'], id: string, call: ReturnType<typeof prepareArm>): Action => {
    return { id: `${job}:${id}`, job, urgency: 'urgent', delayCost, task: { kind: 'call', call } }
  }

  const incident = index.armed.get(`${listing}:${firstRound}`)?.incident
  const status = incident === undefined ? undefined : index.incidents.get(incident)?.status
  if (incident === undefined || status === 'lapsed') {
    const arm = { priceFeedTrigger, listing, recovered, firstRound, pool, fee }
    const id = `feed:${listing}:${firstRound}`
    if (end.kind === 'open') return act('arm', id, prepareArm(arm))
    if (end.kind !== 'complete') return undefined
    if (rounds.length > roundsAtOnce) return act('arm', id, prepareArm(arm))
    return act('prove', id, prepareArmAndProve({ ...arm, closingRound: end.closingRound }))
  }

  const episode = episodes.get(incident)
  if (status !== 'open' || episode?.verdict !== 'pending') return undefined
  const passed = Number(episode.passed)
  const left = rounds.length - passed
  const next = rounds[passed + roundsAtOnce]
  if (end.kind === 'ended') {
    if (!end.isFinal) return undefined
    const call = prepareRecoverSpan({ priceFeedTrigger, incident, round: end.round })
    return { ...act('recover', `${incident}:${end.round}`, call), urgency: 'soon' }
  }
  if (left > roundsAtOnce && next !== undefined) {
    return act('advance', `${incident}:${next}`, prepareAdvance({ priceFeedTrigger, incident, to: next }))
  }
  if (end.kind === 'open') return undefined
  const { closingRound } = end
  return act('prove', `${incident}`, prepareProve({ priceFeedTrigger, incident, closingRound }))
}
