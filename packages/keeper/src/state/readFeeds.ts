import { getEpisode, getTriggerConfig, getTriggerPhase, type TriggerConfig } from '@bulwark/sdk'
import type { Address } from 'viem'
import { FeedReader, type KnownRounds } from '../feeds/FeedReader.ts'
import { type FeedSpan, findSpans } from '../feeds/findSpans.ts'
import type { FeedState } from './KeeperState.ts'
import { isRevert, type ReadContext } from './StateReader.ts'
import { soldListings } from './soldListings.ts'

/** Longest that a span's facts can be asserted: the largest grace, and what precedes it. */
const slack = 3_600n

/** Reads the listings of the price feed trigger that somebody has cover on. */
export class FeedStateReader {
  private readonly configs = new Map<bigint, TriggerConfig>()
  private readonly reader = new FeedReader()
  /** The phase that the trigger noted last; read again while it is not the feed's. */
  private readonly phases = new Map<bigint, bigint>()
  /** Spans, by what they were found in. */
  private readonly spans = new Map<bigint, { from: string; spans: readonly FeedSpan[] }>()

  /** Each with its spans and what is under proof. */
  async read(context: ReadContext): Promise<readonly FeedState[]> {
    const { client, contracts, index, blockNumber, now } = context
    const { priceFeedTrigger } = contracts
    if (!priceFeedTrigger) return []
    const sold = soldListings(index, priceFeedTrigger)
    await Promise.all(
      sold.map(async ({ number: listing }) => {
        if (this.configs.has(listing)) return
        try {
          this.configs.set(listing, await getTriggerConfig(client, { priceFeedTrigger, listing }))
        } catch (error) {
          // A listing that names the trigger and was not made by it is never sold.
          if (!isRevert(error)) throw error
        }
      }),
    )

    const feeds = Map.groupBy(
      sold.filter(({ number }) => this.configs.has(number)),
      ({ number }) => this.configs.get(number)?.feed as Address,
    )
    const states = await Promise.all(
      [...feeds].map(async ([feed, listings]) => {
        const configs = listings.map(({ number }) => this.configs.get(number) as TriggerConfig)
        const reach = listings.map(({ grace }, at) => {
          const { persistence, lookback, heartbeat } = configs[at] as TriggerConfig
          return grace + persistence + lookback + heartbeat + slack
        })
        const since = now - reach.reduce((a, b) => (a > b ? a : b), 0n)
        let known: KnownRounds
        try {
          known = await this.reader.read(client, { feed, configs, since, blockNumber })
        } catch (error) {
          // A feed that does not answer proves nothing; the others go on.
          if (isRevert(error)) return []
          throw error
        }
        return Promise.all(listings.map(({ number }) => this.readListing(context, number, known)))
      }),
    )
    return states.flat()
  }

  private async readListing(
    { client, contracts, index, blockNumber, now }: ReadContext,
    listing: bigint,
    known: KnownRounds,
  ): Promise<FeedState> {
    const priceFeedTrigger = contracts.priceFeedTrigger as Address
    const config = this.configs.get(listing) as TriggerConfig
    const armed = [...index.armed.values()].filter((span) => span.listing === listing)
    const pending = armed.filter(({ incident }) => index.incidents.get(incident)?.status === 'open')
    const [phase, episodes] = await Promise.all([
      this.readPhase(client, { priceFeedTrigger, listing, blockNumber }, known.phase),
      Promise.all(
        pending.map(async ({ incident }) => {
          return [incident, await getEpisode(client, { priceFeedTrigger, incident, blockNumber })] as const
        }),
      ),
    ])
    const spans = this.findSpans(listing, config, known, now)
    const updatedAt = known.rounds.at(-1)?.time
    return { listing, config, isPhaseNew: phase !== known.phase, spans, updatedAt, episodes: new Map(episodes) }
  }

  private async readPhase(
    client: ReadContext['client'],
    at: { priceFeedTrigger: Address; listing: bigint; blockNumber: bigint },
    current: bigint,
  ): Promise<bigint> {
    const noted = this.phases.get(at.listing)
    if (noted === current) return noted
    const { phase } = await getTriggerPhase(client, at)
    this.phases.set(at.listing, phase)
    return phase
  }

  /** As long as the rounds are the same, only silence changes the spans. */
  private findSpans(listing: bigint, config: TriggerConfig, { rounds, fromStart }: KnownRounds, now: bigint) {
    const newest = rounds.at(-1)
    const isSilent = newest !== undefined && now > newest.time + config.heartbeat + slack
    const from = `${rounds.length}:${newest?.round}:${newest?.answer}:${newest?.time}:${isSilent}`
    const known = this.spans.get(listing)
    if (known?.from === from) return known.spans
    const spans = findSpans({ ...config, rounds, now, fromStart })
    this.spans.set(listing, { from, spans })
    return spans
  }
}
