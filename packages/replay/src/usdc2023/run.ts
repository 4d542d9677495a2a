import {
  type Anvil,
  type Deployed,
  type Round,
  send,
  startAnvil,
  submitRound,
  TransactionRevertedError,
} from '@bulwark/testkit'
import { type Address, maxUint256, zeroAddress } from 'viem'
import { FeedKeeper, type KeeperMove } from '../FeedKeeper.ts'
import type { CoverResult, ListingResult, StoryResult } from '../types.ts'
import { computeExpected, type Expected } from './expected.ts'
import { money, percent } from './money.ts'
import { type Action, actions, feedListings, launch, pools as plannedPools } from './plan.ts'
import { createWorld, deployUsdcFeed, postRates, type World } from './world.ts'

const day = 86_400

/** A pool's own funds, requirement and the ratio of the two, units. */
export type PoolState = { high: bigint; low: bigint; scr: bigint }

/** Something that happened, told as it happens. */
export type StoryEvent =
  | { kind: 'world'; world: World }
  | { kind: 'round'; at: number; round: Round }
  | { kind: 'keeper'; at: number; round: Round; move: KeeperMove }
  | { kind: 'action'; at: number; action: Action; result: string | bigint | undefined; pool?: PoolState }

/** The parameters of {@link runUsdc2023}. */
export type RunParameters = {
  rounds: readonly Round[]
  port?: number
  /** Leaves the chain running; `stop` it yourself. */
  keep?: boolean
  /** Seconds by which the story is moved against March 2023. @default 0 */
  shift?: number
  onEvent?: (event: StoryEvent) => void
}

type Cover = {
  id: bigint
  pool: string
  listing: string
  amount: bigint
  owner: string
  paid: bigint
  funding: bigint | null
}

/**
 * Plays the weekend of March 2023 on a fresh chain, with the feed's real rounds, and compares what was paid with what
 * should have been.
 *
 * @throws {AnvilNotFoundError} or {AnvilPortTakenError} if the chain cannot start.
 */
export async function runUsdc2023(
  parameters: RunParameters,
): Promise<{ result: StoryResult; expected: Expected; anvil: Anvil; world: World }> {
  const { rounds, port, keep = false, shift = 0, onEvent = () => undefined } = parameters
  const start = Math.min((rounds[0] as Round).updatedAt, launch + shift) - 600
  const anvil = await startAnvil({ timestamp: start, ...(port === undefined ? {} : { port }), keepAlive: keep })
  try {
    const feed = await deployUsdcFeed(anvil.chain)
    const story = new Story(onEvent, shift)
    const offset = (rounds[0] as Round).round - 1
    const history = rounds.filter(({ updatedAt }) => updatedAt < launch + shift)
    for (const { answer, updatedAt } of history) await submitRound(feed, { answer, updatedAt })
    await anvil.chain.test.setNextBlockTimestamp({ timestamp: BigInt(launch + shift) })
    const world = await createWorld(anvil.chain, feed, shift)
    await story.begin(world)
    for (const round of history) story.keeper.see(round, round.round - offset)

    const events = [
      ...rounds
        .slice(history.length)
        .map((round) => ({ at: round.updatedAt, rank: 0, play: () => story.round(round, offset) })),
      ...actions.map((action) => ({ at: action.at + shift, rank: 1, play: () => story.act(action) })),
      ...silences(rounds).map((at) => ({ at, rank: 0, play: () => story.silence(at) })),
    ]
    for (const { play } of events.sort((a, b) => a.at - b.at || a.rank - b.rank)) await play()

    const expected = computeExpected(rounds, shift)
    const result = story.result(expected)
    if (!keep) await anvil.stop()
    return { result, expected, anvil, world }
  } catch (error) {
    await anvil.stop()
    throw error
  }
}

/** After the last round the keeper looks once more, when the feed's silence has become too long. */
function silences(rounds: readonly Round[]): number[] {
  const last = (rounds.at(-1) as Round).updatedAt
  return [...new Set(feedListings.map(({ heartbeat }) => last + Number(heartbeat) + 3601))]
}

/** The story on the chain. */
class Story {
  keeper!: FeedKeeper
  private world!: World
  private readonly onEvent: (event: StoryEvent) => void
  private readonly shift: number
  private readonly covers: Cover[] = []
  private readonly takenOut: bigint[] = []
  private readonly asked = new Map<string, string>()
  private readonly granted = new Map<string, bigint>()
  private readonly listings = new Map<string, ListingResult>()
  private lastRates = 0
  private last!: Round

  constructor(onEvent: (event: StoryEvent) => void, shift: number) {
    this.onEvent = onEvent
    this.shift = shift
  }

  async begin(world: World): Promise<void> {
    this.world = world
    const { chain, bulwark, listings, pools } = world
    const fee = (await chain.public.readContract({ ...bulwark.incidents, functionName: 'TRIGGER_FEE' })) as bigint
    const witness = (name: string) => {
      const planned = plannedPools.find(({ backs }) => name in backs)
      return (pools.get(planned?.name ?? '') as Deployed).address
    }
    this.keeper = new FeedKeeper(
      world,
      fee,
      feedListings.map(({ name, strike, recovery }) => {
        return { name, number: listings.get(name) as bigint, strike, recovery, witness: witness(name) }
      }),
    )
    for (const name of listings.keys()) this.listings.set(name, { listing: name, lossRatio: null, ruledAt: null })
    this.onEvent({ kind: 'world', world })
  }

  /** A round of the feed comes in, and the keeper acts on it at once. */
  async round(round: Round, offset: number): Promise<void> {
    await submitRound(this.world.feed, {
      answer: round.answer,
      updatedAt: round.updatedAt,
      round: round.round - offset,
    })
    this.last = round
    this.onEvent({ kind: 'round', at: round.updatedAt, round })
    this.keeper.see(round, round.round - offset)
    await this.keep(round.updatedAt)
  }

  async silence(at: number): Promise<void> {
    await this.mineAt(at)
    await this.keep(at)
  }

  private async keep(at: number): Promise<void> {
    for (const move of await this.keeper.act(at)) {
      if (move.did === 'proved') {
        this.granted.set(move.listing, move.incident)
        this.listings.set(move.listing, { listing: move.listing, lossRatio: move.ratio as bigint, ruledAt: at })
      }
      await this.step(move.listing, at)
      this.onEvent({ kind: 'keeper', at, round: this.last, move })
    }
  }

  /** Every pool that backs the listing steps past the newest journal entry. */
  private async step(listing: string, at: number): Promise<void> {
    for (const { name, backs } of plannedPools)
      if (listing in backs) await this.sendAt(at, this.pool(name), 'step', [8n])
  }

  async act(action: Action): Promise<void> {
    const at = action.at + this.shift
    await this.refreshRates(action, at)
    const result = await this.perform(action, at)
    const pool = 'pool' in action ? { pool: await this.state(action.pool) } : {}
    this.onEvent({ kind: 'action', at, action, result, ...pool })
  }

  private async perform(action: Action, at: number): Promise<string | bigint | undefined> {
    switch (action.do) {
      case 'deposit': {
        const pool = this.pool(action.pool)
        await this.give(action, action.amount, at)
        await this.sendAt(at, pool, 'deposit', [action.amount, this.person(action.who)], action.who)
        return action.amount
      }
      case 'buy':
        return this.buy(action, at)
      case 'tryToBuy':
        return this.refusal(action, at)
      case 'askToLeave': {
        const pool = this.pool(action.pool)
        const who = this.person(action.who)
        const shares = await this.read(pool, 'balanceOf', [who])
        await this.sendAt(at, pool, 'requestRedeem', [shares, who, who], action.who)
        this.asked.set(action.who, action.when)
        return (await this.read(pool, 'convertToAssets', [shares])) as bigint
      }
      case 'serveExits':
        return this.serve(action.pool, at)
      case 'takeOut':
        return this.takeOut(action.pool, action.who, at)
      case 'totalLoss':
        return this.totalLoss(action, at)
      case 'settle': {
        const parts: string[] = []
        for (const pool of action.pools) parts.push(await this.settle(action.listing, pool, at))
        return parts.join(' · ')
      }
      case 'close': {
        const incident = this.granted.get(action.listing)
        if (incident === undefined) return undefined
        await this.sendAt(at, this.world.bulwark.incidents, 'close', [incident])
        return this.step(action.listing, at).then(() => undefined)
      }
      case 'release':
        return (await this.tolerant(at, this.pool(action.pool), 'release', [this.risk(action.listing)])) as undefined
    }
  }

  // -- Underwriters ---------------------------------------------------------------------------------------------

  private async serve(name: string, at: number): Promise<bigint> {
    const pool = this.pool(name)
    const before = (await this.read(pool, 'capital')) as { owed: bigint }
    await this.tolerant(at, pool, 'processRedeem', [8n])
    const after = (await this.read(pool, 'capital')) as { owed: bigint }
    return after.owed - before.owed
  }

  private async takeOut(name: string, who: string, at: number): Promise<bigint> {
    const [pool, address] = [this.pool(name), this.person(who)]
    const shares = (await this.read(pool, 'maxRedeem', [address])) as bigint
    const before = await this.balance(name, address)
    if (shares > 0n) await this.sendAt(at, pool, 'redeem', [shares, address, address], who)
    const paid = (await this.balance(name, address)) - before
    this.takenOut.push(paid)
    return paid
  }

  // -- Holders --------------------------------------------------------------------------------------------------

  private purchase({ who, listing, amount, days }: Extract<Action, { do: 'buy' | 'tryToBuy' }>) {
    return {
      listing: Number(this.world.listings.get(listing)),
      duration: days * day,
      amount,
      owner: this.person(who),
      account: zeroAddress,
      maxPremium: maxUint256,
      deadline: maxUint256,
      referrer: zeroAddress,
      referrerFee: 0,
      quote: '0x',
    }
  }

  private async buy(action: Extract<Action, { do: 'buy' }>, at: number): Promise<bigint> {
    const owner = this.person(action.who)
    await this.give(action, action.amount, at)
    const before = await this.balance(action.pool, owner)
    await this.sendAt(at, this.pool(action.pool), 'buy', [this.purchase(action)], action.who)
    const { covers } = this.world.bulwark
    const { pool, listing, amount } = action
    const number = BigInt((await this.read(covers, 'numberOf', [this.pool(pool).address])) as number)
    const nth = BigInt(this.covers.filter((cover) => cover.pool === pool).length + 1)
    this.covers.push({ id: (number << 40n) | nth, pool, listing, amount, owner: action.who, paid: 0n, funding: null })
    return before - (await this.balance(action.pool, owner))
  }

  private async refusal(action: Extract<Action, { do: 'tryToBuy' }>, at: number): Promise<string> {
    await this.give(action, action.amount, at)
    try {
      await this.sendAt(at, this.pool(action.pool), 'buy', [this.purchase(action)], action.who)
      return 'sold'
    } catch (error) {
      if (error instanceof TransactionRevertedError) return error.errorName ?? 'refused'
      throw error
    }
  }

  // -- Incidents ------------------------------------------------------------------------------------------------

  private async totalLoss({ listing, pool }: Extract<Action, { do: 'totalLoss' }>, at: number): Promise<undefined> {
    const { chain, bulwark, adjudicator, listings } = this.world
    const { incidents } = bulwark
    const number = listings.get(listing)
    const fee = (await this.read(incidents, 'TRIGGER_FEE')) as bigint
    await chain.test.setNextBlockTimestamp({ timestamp: BigInt(at) })
    await send(chain, {
      ...adjudicator,
      functionName: 'open',
      args: [incidents.address, number, `0x${'0'.repeat(64)}`, BigInt(at), this.pool(pool).address],
      value: fee,
      account: chain.actors.keeper,
      errors: incidents.abi,
    })
    const incident = (await this.read(incidents, 'count')) as bigint
    await this.step(listing, at)
    await this.sendAt(at, adjudicator, 'rule', [incidents.address, incident, 1, 10n ** 18n])
    await this.step(listing, at)
    this.granted.set(listing, incident)
    this.listings.set(listing, { listing, lossRatio: 10n ** 18n, ruledAt: at })
  }

  /** Settles in batches; what each holder got is read off his balance. */
  private async settle(listing: string, name: string, at: number): Promise<string> {
    const incident = this.granted.get(listing)
    const covers = this.covers.filter((cover) => cover.pool === name && cover.listing === listing)
    if (incident === undefined || covers.length === 0) return 'nothing to pay'
    const { incidents } = this.world.bulwark
    const before = await Promise.all(covers.map(({ owner }) => this.balance(name, this.person(owner))))
    for (let first = 0; first < covers.length; first += 2) {
      const ids = covers.slice(first, first + 2).map(({ id }) => id)
      await this.tolerant(at, incidents, 'settle', [incident, ids])
    }
    const funding = (await this.read(this.pool(name), 'fundingOf', [incident])) as bigint
    let paid = 0n
    for (const [index, cover] of covers.entries()) {
      const got = (await this.balance(name, this.person(cover.owner))) - (before[index] as bigint)
      cover.paid += got
      cover.funding = funding
      paid += got
    }
    return `${money(name, paid, 2)} from ${name} (funded ${percent(funding, 2)})`
  }

  // -- Results --------------------------------------------------------------------------------------------------

  result({ covers, takenOut }: Expected): StoryResult {
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

  // -- Small things ---------------------------------------------------------------------------------------------

  private pool(name: string): Deployed {
    return this.world.pools.get(name) as Deployed
  }

  private person(name: string): Address {
    return this.world.people.get(name)?.address as Address
  }

  private risk(listing: string): `0x${string}` {
    return `0x${(this.world.listings.get(listing) as bigint).toString(16).padStart(64, '0')}`
  }

  private token(pool: string): Deployed {
    const planned = plannedPools.find(({ name }) => name === pool)
    return this.world.tokens[planned?.asset ?? 'USDT']
  }

  private balance(pool: string, who: Address): Promise<bigint> {
    return this.read(this.token(pool), 'balanceOf', [who]) as Promise<bigint>
  }

  private read(contract: Deployed, functionName: string, args: readonly unknown[] = []): Promise<unknown> {
    return this.world.chain.public.readContract({ ...contract, functionName, args })
  }

  private async state(name: string): Promise<PoolState> {
    return (await this.read(this.pool(name), 'capital')) as PoolState
  }

  /** Mints what an action needs and approves the pool, a little before the action. */
  private async give({ pool, who }: { pool: string; who: string }, amount: bigint, at: number): Promise<void> {
    const token = this.token(pool)
    await this.sendAt(at - 4, token, 'mint', [this.person(who), amount])
    await this.sendAt(at - 2, token, 'approve', [this.pool(pool).address, maxUint256], who)
  }

  /** Rates must be younger than a week when something is sold. */
  private async refreshRates(action: Action, at: number): Promise<void> {
    if (action.do !== 'buy' || at - this.lastRates < 5 * day) return
    await this.world.chain.test.setNextBlockTimestamp({ timestamp: BigInt(at - 60) })
    await postRates(this.world)
    this.lastRates = at
  }

  private async mineAt(at: number): Promise<void> {
    await this.world.chain.test.setNextBlockTimestamp({ timestamp: BigInt(at) })
    await this.world.chain.test.mine({ blocks: 1 })
  }

  private async sendAt(
    at: number,
    contract: Deployed,
    functionName: string,
    args: readonly unknown[],
    who?: string,
  ): Promise<void> {
    const { chain, bulwark } = this.world
    const account = who === undefined ? chain.actors.keeper : this.person(who)
    await chain.test.setNextBlockTimestamp({ timestamp: BigInt(at) })
    const errors = [...bulwark.pool.abi, ...bulwark.incidents.abi, ...bulwark.listings.abi]
    await send(chain, { ...contract, functionName, args, account, errors })
  }

  /** Like `sendAt`, where it is right that there may be nothing to do. */
  private async tolerant(
    at: number,
    contract: Deployed,
    functionName: string,
    args: readonly unknown[],
  ): Promise<void> {
    const idle = [
      'NothingToSettle',
      'NothingToRelease',
      'CooldownNotOver',
      'ExitNotPayable',
      'UnknownRequest',
      'ExitsFrozen',
    ]
    await this.sendAt(at, contract, functionName, args).catch((error) => {
      if (!(error instanceof TransactionRevertedError && idle.includes(error.errorName ?? ''))) throw error
    })
  }
}
