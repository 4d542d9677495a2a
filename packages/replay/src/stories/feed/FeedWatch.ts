import { loadRounds, type PriceFeed, proxyRoundId, type Round, submitRound } from '@bulwark/testkit'
import { formatUnits } from 'viem'
import { moment } from '../../usdc2023/format.ts'
import type { Stage } from '../Stage.ts'
import { levelUp } from './levelUp.ts'
import type { FeedLevels } from './types.ts'

/** A fall that was ruled. */
export type Ruled = { incident: bigint; lossAt: number }

/** Brings rounds to a feed and does at each what anyone may: arms, proves and recovers, as soon as it can be shown. */
export class FeedWatch {
  private readonly heard: Round[] = []
  private quiet: Round[] = []
  private open: { incident: bigint; first: Round } | undefined
  private isRuled = false
  private readonly stage: Stage
  private readonly feed: PriceFeed
  private readonly listing: string
  private readonly levels: FeedLevels
  private readonly witness: string
  private readonly onRuled: (ruled: Ruled) => Promise<void>

  constructor(parameters: {
    stage: Stage
    feed: PriceFeed
    listing: string
    levels: FeedLevels
    /** A pool that sells cover on the listing. */
    witness: string
    /** What follows from a ruling. */
    onRuled: (ruled: Ruled) => Promise<void>
  }) {
    this.stage = parameters.stage
    this.feed = parameters.feed
    this.listing = parameters.listing
    this.levels = parameters.levels
    this.witness = parameters.witness
    this.onRuled = parameters.onRuled
  }

  /** A round from which nothing follows; many of them are written into the feed at once. */
  recall(round: Round): void {
    this.quiet.push(round)
    this.heard.push(round)
    if (this.isRecovered(this.heard.length - 1)) this.isRuled = false
  }

  /** Writes what was only recalled. */
  async flush(): Promise<void> {
    // A series that is written at once holds no two rounds of one second.
    for (let next = 0; next < this.quiet.length; ) {
      let end = next + 1
      while (end < this.quiet.length && time(this.quiet[end]) > time(this.quiet[end - 1])) end++
      await loadRounds(this.feed, this.quiet.slice(next, end), { through: 'storage' })
      next = end
    }
    this.quiet = []
    await this.stage.sync()
  }

  /** A round comes in, and the keeper acts on it. */
  async hear(round: Round): Promise<void> {
    await this.flush()
    const { answer, updatedAt } = round
    this.stage.at(updatedAt)
    await submitRound(this.feed, { answer, updatedAt, round: this.heard.length + 1 })
    this.heard.push(round)
    await this.act(round)
  }

  /** Draws the last rounds. */
  draw(count: number): void {
    const drawn = this.heard.slice(-count)
    const lowest = drawn.reduce((a, b) => (b.answer < a.answer ? b : a))
    const price = (round: Round) => Number(formatUnits(round.answer, this.feed.decimals)).toPrecision(5)
    const [from, to, at] = [drawn[0], drawn.at(-1), lowest].map((round) => moment(time(round)))
    const title = `${this.feed.description}, ${drawn.length} rounds, ${from} to ${to}; lowest ${price(lowest)} at ${at}`
    this.stage.teller.draw(
      title,
      drawn.map(({ answer }) => Number(answer)),
    )
  }

  private async act(round: Round): Promise<void> {
    const newest = this.heard.length - 1
    // A price counts once a later round has been published.
    if (this.open && this.isRecovered(newest - 1)) {
      await this.recover(newest - 1)
    } else if (this.open && round.updatedAt >= this.open.first.updatedAt + this.levels.persistence) {
      await this.prove(newest)
    }
    if (this.isRecovered(newest)) this.isRuled = false
    if (!this.open && !this.isRuled && this.isBelow(newest)) await this.arm(newest)
  }

  private async arm(newest: number): Promise<void> {
    const { trigger, number } = this.stage.listing(this.listing)
    const recovered = this.heard.findLastIndex((_, index) => this.isRecovered(index))
    const args = [number, id(Math.max(0, recovered)), id(newest), this.stage.pool(this.witness).address]
    const sending = this.stage.send(trigger, 'arm', args, { value: await this.stage.fee() })
    const refused = await this.stage.attempt(sending)
    if (refused === 'NeverSold') {
      this.isRuled = true
      return this.say('below the strike; but nobody has any cover yet, and no incident is opened', newest)
    }
    if (refused) throw new Error(`Round ${this.heard[newest]?.round} cannot be armed: ${refused}.`)
    const incident = await this.stage.read<bigint>(this.stage.bulwark.incidents, 'count')
    this.open = { incident, first: this.heard[newest] as Round }
    await this.say('the first round below the strike since the last recovery: the keeper opens an incident', newest)
    await this.stage.step(this.listing)
  }

  private async recover(index: number): Promise<void> {
    const { incident } = this.open as { incident: bigint }
    await this.stage.send(this.stage.listing(this.listing).trigger, 'recover', [incident, id(index)])
    this.open = undefined
    await this.say('the price has recovered in time: the incident is dismissed, nothing is owed', index)
    await this.stage.step(this.listing)
  }

  private async prove(newest: number): Promise<void> {
    const { incident, first } = this.open as { incident: bigint; first: Round }
    await this.stage.send(this.stage.listing(this.listing).trigger, 'prove', [incident, id(newest)])
    ;[this.open, this.isRuled] = [undefined, true]
    const { ratio } = await this.stage.read<{ ratio: bigint }>(this.stage.bulwark.incidents, 'incidentOf', [incident])
    const hours = this.levels.persistence === 3600 ? 'an hour' : `${this.levels.persistence / 3600} hours`
    await this.say(`${hours} without recovery: ruled, loss ratio ${formatUnits(ratio, 16)} %`, newest)
    await this.stage.step(this.listing)
    await this.onRuled({ incident, lossAt: first.updatedAt })
  }

  /** A round without a price so long before it is neither. */
  private isRecovered(index: number): boolean {
    return (levelUp(this.heard, index, this.levels.lookback) ?? 0n) >= this.levels.recovery
  }

  private isBelow(index: number): boolean {
    return (levelUp(this.heard, index, this.levels.lookback) ?? this.levels.strike) < this.levels.strike
  }

  private say(what: string, index: number): Promise<void> {
    const { answer } = this.heard[index] as Round
    return this.stage.say(what, { gauge: Number(formatUnits(answer, this.feed.decimals)).toPrecision(5) })
  }
}

const time = (round: Round | undefined): number => round?.updatedAt ?? 0

/** The proxy's id of the round that was heard as the nth; the aggregator counts from 1. */
const id = (index: number): bigint => proxyRoundId(index + 1)
