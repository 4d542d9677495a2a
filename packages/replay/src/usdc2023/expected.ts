import { CapacityExceededError } from '@bulwark/risk/exact'
import type { Round } from '@bulwark/testkit'
import { canSell } from '../canSell.ts'
import { findEpisodes } from '../findEpisodes.ts'
import { PoolModel } from '../model/PoolModel.ts'
import type { ModelCover } from '../model/types.ts'
import type { Episode } from '../types.ts'
import {
  type Action,
  actions,
  feedListings,
  grace,
  otherListings,
  pools as plannedPools,
  poolsAt,
  terms,
} from './plan.ts'

const wad = 10n ** 18n

/** Seconds from a ruling until an incident may be closed. */
const settlementWindow = 30 * 86_400

/** What should come of a cover. */
export type ExpectedCover = ModelCover & { pool: string; claim?: bigint; paid?: bigint; funding?: bigint }

/** What should come of the story, worked out from the rounds and the list of actions alone. */
export type Expected = {
  episodes: Episode[]
  /** In the order in which they are bought. */
  covers: ExpectedCover[]
  /** What each call of `takeOut` yields, in order. */
  takenOut: { who: string; pool: string; assets: bigint }[]
  /** Pools, as they end. */
  pools: ReadonlyMap<string, PoolModel>
}

type Incident = { number: number; listing: string; lossTime: number; ruledAt?: number; share?: bigint }
type Event = { at: number; rank: number; run: () => void }

/**
 * Plays the story without a chain: rulings from the series, money from models of the pools.
 *
 * @example
 * const { covers } = computeExpected(await readRounds(usdcRoundsFile))
 */
export function computeExpected(rounds: readonly Round[], shift = 0): Expected {
  const models = new Map(
    plannedPools.map((pool, index) => [
      pool.name,
      new PoolModel(
        { ...terms, decimals: pool.decimals, classes: inBasisPoints(pool.classes) },
        BigInt(poolsAt + shift + index),
      ),
    ]),
  )
  const rates = new Map([...feedListings, ...otherListings].map(({ name, rate }) => [name, rate]))
  for (const { name, backs } of plannedPools) {
    for (const [listing, { class: index, group }] of Object.entries(backs)) {
      const rate = rates.get(listing) as bigint
      model(name).back({ listing, class: index, group, rate, waiting: 0n, grace: BigInt(grace) })
    }
  }
  const covers: ExpectedCover[] = []
  const takenOut: Expected['takenOut'] = []
  const incidents: Incident[] = []
  const episodes = feedListings.flatMap((listing) => findEpisodes(rounds, listing)).filter(isInStory)

  const events: Event[] = episodes.flatMap(episodeEvents)
  for (const action of actions)
    events.push({ at: action.at + shift, rank: 3, run: () => act(action, action.at + shift) })
  events.sort((a, b) => a.at - b.at || a.rank - b.rank)
  for (const { run } of events) run()
  return { episodes, covers, takenOut, pools: models }

  function model(name: string): PoolModel {
    return models.get(name) as PoolModel
  }

  /** Episodes before anything is sold concern nobody: nobody can open them. */
  function isInStory({ first }: Episode): boolean {
    const sale = actions.find((action) => action.do === 'buy')
    return first.updatedAt > (sale?.at ?? 0) + shift
  }

  function episodeEvents({ listing, first, shownAt, ratio }: Episode): Event[] {
    let incident: Incident
    const opening = () => {
      incident = { number: incidents.length, listing, lossTime: first.updatedAt }
      incidents.push(incident)
      step(first.updatedAt, 'opened', incident, wad)
    }
    const ending = () => {
      if (ratio !== undefined) Object.assign(incident, { share: ratio, ruledAt: shownAt })
      step(shownAt, ratio === undefined ? 'dismissed' : 'granted', incident, ratio ?? 0n)
    }
    const rank = feedListings.findIndex(({ name }) => name === listing) / 10
    return [
      { at: first.updatedAt, rank: 2 + rank, run: opening },
      { at: shownAt, rank: 1 + rank, run: ending },
    ]
  }

  /** The keeper steps every pool as soon as there is something to step past. */
  function step(
    at: number,
    kind: 'opened' | 'granted' | 'dismissed' | 'closed',
    incident: Incident,
    share: bigint,
  ): void {
    for (const { name, backs } of plannedPools) {
      if (!(incident.listing in backs)) continue
      model(name).step(BigInt(at), { kind, incident: incident.number, listing: incident.listing, share })
    }
  }

  function granted(listing: string): Incident | undefined {
    return incidents.findLast((incident) => incident.listing === listing && incident.share !== undefined)
  }

  function act(action: Action, seconds: number): void {
    const at = BigInt(seconds)
    switch (action.do) {
      case 'deposit':
        model(action.pool).deposit(at, action.who, action.amount)
        break
      case 'buy':
      case 'tryToBuy':
        buy(action, seconds)
        break
      case 'askToLeave':
        model(action.pool).requestExit(at, action.who)
        break
      case 'serveExits':
        model(action.pool).processExits(at)
        break
      case 'takeOut':
        takenOut.push({ who: action.who, pool: action.pool, assets: model(action.pool).claim(action.who) })
        break
      case 'totalLoss': {
        const incident = {
          number: incidents.length,
          listing: action.listing,
          lossTime: seconds,
          ruledAt: seconds,
          share: wad,
        }
        incidents.push(incident)
        step(seconds, 'opened', incident, wad)
        step(seconds, 'granted', incident, wad)
        break
      }
      case 'settle':
        for (const name of action.pools) settle(at, action.listing, name)
        break
      case 'close': {
        const incident = granted(action.listing)
        const over = (incident?.ruledAt ?? 0) + settlementWindow
        if (incident && seconds >= over) step(seconds, 'closed', incident, 0n)
        break
      }
      case 'release':
        model(action.pool).release(at, action.listing)
        break
    }
  }

  /** Whoever meant to buy and whoever only tried are sold to alike: if the feed and the pool's capital allow it. */
  function buy({ pool, listing, amount, days }: Extract<Action, { do: 'buy' | 'tryToBuy' }>, seconds: number): void {
    const watched = feedListings.find(({ name }) => name === listing)
    if (watched && !canSell(rounds, watched, seconds)) return
    try {
      const duration = BigInt(days) * 86_400n
      covers.push({ ...model(pool).buy(BigInt(seconds), { listing, amount, duration }), pool })
    } catch (error) {
      if (!(error instanceof CapacityExceededError)) throw error
    }
  }

  function settle(at: bigint, listing: string, name: string): void {
    const incident = granted(listing)
    if (incident?.share === undefined) return
    const { number, lossTime, share } = incident
    const entitled = covers.filter(
      (cover) => cover.pool === name && cover.listing === listing && cover.start <= lossTime && lossTime < cover.end,
    )
    model(name).settle(at, number, { share, covers: entitled })
    const funding = model(name).level(number)
    for (const cover of entitled) if (funding !== null) cover.funding = funding
  }
}

function inBasisPoints(classes: readonly { rho: bigint; maxLossProbability: bigint }[]) {
  return classes.map(({ rho, maxLossProbability }) => ({ rho: rho / 10n ** 14n, maxLossProbability }))
}
