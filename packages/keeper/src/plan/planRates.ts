import { preparePostRates, type RatePost } from '@bulwark/sdk'
import type { Address, Hex } from 'viem'
import type { KeeperState, RateState } from '../state/KeeperState.ts'
import type { Action } from './Action.ts'
import { rateStep } from './rateStep.ts'

/** A step that does not reach its target is posted no more often than this, seconds. */
const shortest = 3_600n

/** Rates of the rates file, each as near to its target as the steps allow. */
export function planRates(state: KeeperState): Action[] {
  const listings = state.contracts.listings as Address
  const groups = Map.groupBy(
    state.rates.flatMap((rate) => {
      const next = nextRate(state, rate)
      return next === undefined ? [] : [{ ...rate, next }]
    }),
    ({ dataHash, modelHash }) => `${dataHash}:${modelHash}`,
  )
  return [...groups].map(([id, group]) => {
    const posts: RatePost[] = group.map(({ listing, next }) => ({ listing, rate: next }))
    const [{ dataHash, modelHash }] = group as [{ dataHash: Hex; modelHash: Hex }, ...unknown[]]
    const call = preparePostRates({ listings, posts, dataHash, modelHash })
    return { id: `rates:${id}`, job: 'rates', urgency: 'soon', delayCost: 0n, task: { kind: 'call', call } }
  })
}

/** What to post now, if anything. */
function nextRate({ head, pace }: KeeperState, { target, rate, postedAt, floor, ceiling }: RateState) {
  const bounded = target < floor ? floor : target > ceiling ? ceiling : target
  if (rate === bounded) return undefined
  if (rate === 0n) return bounded
  const elapsed = head.time - postedAt
  const { lowest, highest } = rateStep({ rate, elapsed, ...pace })
  const next = bounded < lowest ? lowest : bounded > highest ? highest : bounded
  const isTooEarly = next !== bounded && elapsed < shortest
  return next === rate || next < floor || next > ceiling || isTooEarly ? undefined : next
}
