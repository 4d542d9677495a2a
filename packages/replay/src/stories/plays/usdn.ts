import { deployPriceFeed, type Round } from '@bulwark/testkit'
import { parseEther, parseUnits, zeroAddress } from 'viem'
import { findEpisodes } from '../../findEpisodes.ts'
import { claim, insured } from '../claim.ts'
import { FeedWatch } from '../feed/FeedWatch.ts'
import { readRoundsOf } from '../feed/readRoundsOf.ts'
import { inForce } from '../inForce.ts'
import { day, utc } from '../time.ts'
import type { Story } from '../types.ts'

const wad = 10n ** 18n
const usd = (amount: number) => parseUnits(String(amount), 6)
const waiting = 2 * day
const levels = { strike: 97_000_000n, recovery: 99_000_000n, persistence: day, lookback: 0 }
const heartbeat = day

const covers = {
  Gus: { pool: 'Harbour', decimals: 6, amount: usd(100_000), at: utc('2021-06-10T12:00'), days: 540 },
  Hana: { pool: 'Harbour', decimals: 6, amount: usd(40_000), at: utc('2021-12-20T20:00'), days: 60 },
  Ivo: { pool: 'Lighthouse', decimals: 18, amount: parseEther('25'), at: utc('2022-03-01T12:00'), days: 365 },
  Juno: { pool: 'Harbour', decimals: 6, amount: usd(50_000), at: utc('2022-04-01T12:00'), days: 90 },
  Kai: { pool: 'Harbour', decimals: 6, amount: usd(30_000), at: utc('2022-06-22T14:00'), days: 30 },
} as const

const rounds = () => readRoundsOf('usdn-usd-2022.csv')

/** Every fall below 0.97 as the rounds tell it, worked out without a contract. */
function episodes(all: readonly Round[]) {
  return findEpisodes(all, {
    ...{ name: 'USDN', ...levels, persistence: BigInt(levels.persistence), warning: levels.recovery },
    ...{ heartbeat: BigInt(heartbeat), reference: 100_000_000n, rate: 0n },
  })
}

const begins = (rounds()[0] as Round).updatedAt - 3_600

export const usdn: Story = {
  name: 'usdn',
  what: 'Neutrino USD falls below 0.97 nine times, and seven of the falls are paid, each once',
  risk: 'depeg of a stablecoin, again and again',
  decidedBy: 'PriceFeedTrigger: every round of the feed in a day, and a recovery before the next',
  told: [
    'The rounds are real: all of Chainlink’s USDN / USD from its first in May 2021 to October 2022, in Chainlink’s own aggregator and proxy. People and amounts are invented.',
    'Covered: USDN below 0.97, then no round at or above 0.99 for a day. Paid: what remains of the cover × the fall of that day’s mean price. Sold only at or above 0.99.',
  ],
  begins,
  expected() {
    const granted = episodes(rounds()).filter(({ ratio }) => ratio !== undefined)
    return Object.fromEntries(
      Object.entries(covers).map(([who, { amount, decimals, at, days }]) => {
        let cover = insured(amount)
        for (const { first, ratio = 0n } of granted) {
          const term = { since: at + waiting, until: at + days * day }
          if (inForce(first.updatedAt, term)) cover = claim(cover, ratio, decimals)
        }
        return [who, cover.paid]
      }),
    )
  },
  async play(stage) {
    const all = rounds()
    await stage.token('USDT', 'Tether USD', 6)
    await stage.token('WETH', 'Wrapped Ether', 18)
    await stage.setTime()
    const feed = await deployPriceFeed(stage.chain, { description: 'USDN / USD', decimals: 8 })
    await stage.sync()
    const watch = new FeedWatch({
      ...{ stage, feed, levels, listing: 'USDN', witness: 'Harbour' },
      onRuled: ({ incident, lossAt }) => stage.settle('USDN', incident, lossAt),
    })
    const [first, ...others] = all as [Round, ...Round[]]
    await watch.hear(first)
    await stage.list('USDN', {
      trigger: stage.bulwark.priceFeedTrigger,
      wording: 'USDN below 0.97, with no round at or above 0.99, for a day',
      config: {
        ...{ feed: feed.proxy, decimals: 8, direction: 0, heartbeat, sequencer: zeroAddress, sequencerGrace: 0 },
        ...{ ...levels, warning: levels.recovery, par: 100_000_000n, table: [] },
      },
      rate: (12n * wad) / 100n,
      terms: { waiting, minPeriod: 3 * day },
    })
    const backs = ['USDN']
    await stage.openPool({ name: 'Harbour', asset: 'USDT', deposits: { Ada: usd(300_000) }, backs })
    await stage.openPool({ name: 'Lighthouse', asset: 'WETH', deposits: { Cleo: parseEther('60') }, backs })

    // A keeper looks at the rounds around a fall; the thousands between are written into the feed at once.
    const spans = episodes(all).map(({ first, shownAt }) => [first.updatedAt, shownAt] as const)
    const isWatched = ({ updatedAt }: Round) => spans.some(([from, to]) => updatedAt >= from && updatedAt <= to)
    const lena = { who: 'Lena', pool: 'Harbour', listing: 'USDN', amount: usd(10_000), days: 30 }
    const plan = [
      ...others.map((round) => ({
        at: round.updatedAt,
        run: async () => (isWatched(round) ? watch.hear(round) : watch.recall(round)),
      })),
      ...Object.entries(covers).map(([who, cover]) => ({
        at: cover.at,
        run: () => watch.flush().then(() => stage.at(cover.at).buy({ ...cover, who, listing: 'USDN' })),
      })),
      ...[
        { at: utc('2021-05-27T15:00'), reason: 'AdjudicatorRefuses' },
        { at: utc('2022-04-10T12:00'), reason: 'AdjudicatorRefuses' },
      ].map(({ at, reason }) => ({ at, run: () => watch.flush().then(() => stage.at(at).refuse(lena, reason)) })),
    ]
    for (const { run } of plan.sort((a, b) => a.at - b.at)) await run()
    watch.draw(4432)
  },
}
