import { type Round, send, submitRound } from '@bulwark/testkit'
import { maxUint256, toHex, zeroAddress } from 'viem'
import { FeedKeeper } from '../FeedKeeper.ts'
import type { CoverResult, ListingResult, StoryResult } from '../types.ts'
import type { Outcome, PoolFigures, StoryEvent } from './events.ts'
import type { Expected } from './expected.ts'
import { type Action, feedListings, pools as plannedPools } from './plan.ts'
import { WorldClient } from './WorldClient.ts'
import { postRates, type World } from './world.ts'

const day = 86_400
const wad = 10n ** 18n

type Cover = {
  id: bigint
  pool: string
  listing: string
  amount: bigint
  owner: string
  paid: bigint
  funding: bigint | null
}
type Purchase = Extract<Action, { do: 'buy' | 'tryToBuy' }>

/** The parameters of {@link Story}. */
export type StoryParameters = {
  world: World
  /** Real round less the aggregator's own, which counts from 1. */
  offset: number
  /** Seconds by which the story is moved against March 2023. */
  shift: number
  /** Does the story arm and prove by itself? @default true */
  keeps?: boolean
  onEvent: (event: StoryEvent) => void
}

/** The story on the chain: plays what happens, and remembers what was paid. */
export class Story {
  private readonly client: WorldClient
  private readonly keeper: FeedKeeper
  private readonly offset: number
  private readonly shift: number
  private readonly keeps: boolean
  private readonly onEvent: (event: StoryEvent) => void
  private readonly covers: Cover[] = []
  private readonly takenOut: bigint[] = []
  private readonly asked = new Map<string, string>()
  private readonly granted = new Map<string, bigint>()
  private readonly listings = new Map<string, ListingResult>()
  private lastRates = 0

  constructor({ world, offset, shift, keeps = true, onEvent }: StoryParameters) {
    this.client = new WorldClient(world)
    this.offset = offset
    this.shift = shift
    this.keeps = keeps
    this.onEvent = onEvent
    this.keeper = new FeedKeeper(
      world,
      feedListings.map(({ name, strike, recovery, heartbeat }) => {
        const planned = plannedPools.find(({ backs }) => name in backs)
        const witness = this.client.pool(planned?.name ?? '').address
        return { name, number: this.client.listing(name), strike, recovery, heartbeat, witness }
      }),
    )
    for (const name of world.listings.keys()) {
      this.listings.set(name, { listing: name, lossRatio: null, ruledAt: null })
    }
  }

  /** Takes note of a round from before the story. */
  recall(round: Round): void {
    this.keeper.see(round, round.round - this.offset)
  }

  /** A round of the feed comes in, and the keeper acts on it at once. */
  async hear(round: Round): Promise<void> {
    const { answer, updatedAt } = round
    await submitRound(this.client.world.feed, { answer, updatedAt, round: round.round - this.offset })
    this.onEvent({ kind: 'round', at: updatedAt, round })
    this.recall(round)
    await this.keep(updatedAt)
  }

  /** The feed has been silent for too long, and the keeper acts on that. */
  async silence(at: number): Promise<void> {
    await this.client.mine(at)
    await this.keep(at)
  }

  private async keep(at: number): Promise<void> {
    if (!this.keeps) return
    for (const move of await this.keeper.act(at)) {
      if (move.did === 'proved') {
        this.granted.set(move.listing, move.incident)
        this.listings.set(move.listing, { listing: move.listing, lossRatio: move.ratio as bigint, ruledAt: at })
      }
      this.onEvent({ kind: 'keeper', at, move, pools: await this.step(move.listing, at) })
    }
  }

  /** Every pool that backs the listing steps past the newest journal entry. */
  private async step(listing: string, at: number): Promise<PoolFigures[]> {
    const names = plannedPools.filter(({ backs }) => listing in backs).map(({ name }) => name)
    for (const name of names) await this.client.send(at, this.client.pool(name), 'step', [8n])
    return Promise.all(names.map((name) => this.client.figures(name)))
  }

  /** Somebody does something. */
  async act(action: Action): Promise<void> {
    const at = action.at + this.shift
    const { pools, ...outcome } = await this.perform(action, at)
    const touched = pools ?? ('pool' in action ? [await this.client.figures(action.pool)] : [])
    this.onEvent({ kind: 'action', at, action, outcome, pools: touched })
  }

  private async perform(action: Action, at: number): Promise<Outcome & { pools?: PoolFigures[] }> {
    switch (action.do) {
      case 'deposit':
        await this.client.give(at, action)
        await this.send(at, action, 'deposit', [action.amount, this.client.person(action.who)])
        return { amount: action.amount }
      case 'buy':
      case 'tryToBuy':
        return this.buy(action, at)
      case 'askToLeave':
        return this.askToLeave(action, at)
      case 'serveExits':
        return this.serve(action.pool, at)
      case 'takeOut':
        return this.takeOut(action, at)
      case 'totalLoss':
        return { pools: await this.totalLoss(action, at) }
      case 'settle': {
        const pools: PoolFigures[] = []
        for (const pool of action.pools) pools.push(await this.settle(action.listing, pool, at))
        return { pools }
      }
      case 'close': {
        const incident = this.granted.get(action.listing)
        if (incident === undefined) return {}
        const { incidents } = this.client.world.bulwark
        const refused = await this.client.attempt(this.client.send(at, incidents, 'close', [incident]))
        if (refused && refused.errorName !== 'SettlementOpen') throw refused
        if (refused) return { refusal: refused.errorName as string }
        return { pools: await this.step(action.listing, at) }
      }
      case 'release':
        await this.client.sendIfNeeded(at, this.client.pool(action.pool), 'release', [this.client.risk(action.listing)])
        return {}
    }
  }

  private send(at: number, { pool, who }: { pool: string; who: string }, functionName: string, args: unknown[]) {
    return this.client.send(at, this.client.pool(pool), functionName, args, who)
  }

  // -- Underwriters ---------------------------------------------------------------------------------------------

  private async askToLeave(action: Extract<Action, { do: 'askToLeave' }>, at: number): Promise<Outcome> {
    const [pool, who] = [this.client.pool(action.pool), this.client.person(action.who)]
    const shares = await this.client.read(pool, 'balanceOf', [who])
    await this.send(at, action, 'requestRedeem', [shares, who, who])
    this.asked.set(action.who, action.when)
    return { amount: (await this.client.read(pool, 'convertToAssets', [shares])) as bigint }
  }

  private async serve(name: string, at: number): Promise<Outcome> {
    const pool = this.client.pool(name)
    const owed = async () => ((await this.client.read(pool, 'capital')) as { owed: bigint }).owed
    const before = await owed()
    await this.client.sendIfNeeded(at, pool, 'processRedeem', [8n])
    return { amount: (await owed()) - before }
  }

  private async takeOut(action: Extract<Action, { do: 'takeOut' }>, at: number): Promise<Outcome> {
    const { pool, who } = action
    const address = this.client.person(who)
    const shares = (await this.client.read(this.client.pool(pool), 'maxRedeem', [address])) as bigint
    const before = await this.client.balance(pool, who)
    if (shares > 0n) await this.send(at, action, 'redeem', [shares, address, address])
    const amount = (await this.client.balance(pool, who)) - before
    this.takenOut.push(amount)
    return { amount }
  }

  // -- Holders --------------------------------------------------------------------------------------------------

  private async buy(action: Purchase, at: number): Promise<Outcome> {
    const { pool, listing, amount, who } = action
    await this.refreshRates(at)
    await this.client.give(at, action)
    const before = await this.client.balance(pool, who)
    const refused = await this.client.attempt(this.send(at, action, 'buy', [this.purchase(action)]))
    if (refused) return { refusal: refused.errorName ?? 'without a reason' }
    const { covers } = this.client.world.bulwark
    const number = BigInt((await this.client.read(covers, 'numberOf', [this.client.pool(pool).address])) as number)
    const nth = BigInt(this.covers.filter((cover) => cover.pool === pool).length + 1)
    this.covers.push({ id: (number << 40n) | nth, pool, listing, amount, owner: who, paid: 0n, funding: null })
    return { amount: before - (await this.client.balance(pool, who)) }
  }

  private purchase({ who, listing, amount, days }: Purchase) {
    return {
      listing: Number(this.client.listing(listing)),
      duration: days * day,
      amount,
      owner: this.client.person(who),
      account: zeroAddress,
      maxPremium: maxUint256,
      deadline: maxUint256,
      referrer: zeroAddress,
      referrerFee: 0,
      quote: '0x',
    }
  }

  /** Rates must be younger than a week when something is sold. */
  private async refreshRates(at: number): Promise<void> {
    if (at - this.lastRates < 5 * day) return
    await this.client.setTime(at)
    await postRates(this.client.world)
    this.lastRates = at
  }

  // -- Incidents ------------------------------------------------------------------------------------------------

  private async totalLoss({ listing, pool }: Extract<Action, { do: 'totalLoss' }>, at: number): Promise<PoolFigures[]> {
    const { chain, bulwark, adjudicator } = this.client.world
    const { incidents } = bulwark
    const witness = this.client.pool(pool).address
    await this.client.setTime(at)
    await send(chain, {
      ...adjudicator,
      functionName: 'open',
      args: [incidents.address, this.client.listing(listing), toHex(0, { size: 32 }), BigInt(at), witness],
      value: (await this.client.read(incidents, 'TRIGGER_FEE')) as bigint,
      account: chain.actors.keeper,
      errors: incidents.abi,
    })
    const incident = (await this.client.read(incidents, 'count')) as bigint
    await this.step(listing, at)
    await this.client.send(at, adjudicator, 'rule', [incidents.address, incident, 1, wad])
    this.granted.set(listing, incident)
    this.listings.set(listing, { listing, lossRatio: wad, ruledAt: at })
    return this.step(listing, at)
  }

  /** Settles in batches; what each holder got is read off his balance. */
  private async settle(listing: string, pool: string, at: number): Promise<PoolFigures> {
    const incident = this.granted.get(listing)
    const covers = this.covers.filter((cover) => cover.pool === pool && cover.listing === listing)
    if (incident === undefined || covers.length === 0) return this.client.figures(pool)
    const before = await Promise.all(covers.map(({ owner }) => this.client.balance(pool, owner)))
    for (let first = 0; first < covers.length; first += 2) {
      const ids = covers.slice(first, first + 2).map(({ id }) => id)
      await this.client.sendIfNeeded(at, this.client.world.bulwark.incidents, 'settle', [incident, ids])
    }
    const funding = (await this.client.read(this.client.pool(pool), 'fundingOf', [incident])) as bigint
    let paid = 0n
    for (const [index, cover] of covers.entries()) {
      const got = (await this.client.balance(pool, cover.owner)) - (before[index] as bigint)
      cover.paid += got
      cover.funding = funding
      paid += got
    }
    return { ...(await this.client.figures(pool)), settled: { paid, covers: covers.length, funding } }
  }

  // -- Results --------------------------------------------------------------------------------------------------

  result({ covers, takenOut }: Expected): StoryResult {
    if (covers.length !== this.covers.length) {
      throw new Error(`${this.covers.length} covers were sold where ${covers.length} were expected.`)
    }
    return {
      listings: [...this.listings.values()],
      covers: this.covers.map(({ id, pool, listing, amount, paid, funding }, index): CoverResult => {
        return { id: String(id), pool, listing, amount, expected: covers[index]?.paid ?? 0n, paid, funding }
      }),
      exits: takenOut.map(({ who, pool, assets }, index) => {
        return { who, pool, asked: this.asked.get(who) ?? '', expected: assets, paid: this.takenOut[index] ?? 0n }
      }),
    }
  }
}
