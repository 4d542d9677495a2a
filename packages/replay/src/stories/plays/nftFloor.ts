import { deployPriceFeed, type Round } from '@bulwark/testkit'
import { parseEther, parseUnits, zeroAddress } from 'viem'
import { claim, insured } from '../claim.ts'
import { FeedWatch } from '../feed/FeedWatch.ts'
import { type Fall, relativeFalls } from '../feed/relativeFalls.ts'
import { inForce } from '../inForce.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'

const wad = 10n ** 18n
const percent = wad / 100n
const usd = (amount: number) => parseUnits(String(amount), 6)
const waiting = 7 * day
const levels = { strike: 75n * percent, recovery: 85n * percent, persistence: day, lookback: 7 * day }
const heartbeat = day
const table = [
  { move: 20n * percent, ratio: 25n * percent },
  { move: 35n * percent, ratio: 60n * percent },
  { move: 50n * percent, ratio: wad },
]

const begins = utc('2025-04-01T06:00')
/** The floor twice a day, in ether: a dip that recovers within the day, then a fall that stays. */
const floors = [
  ...[30.1, 30.4, 29.8, 30.2, 30.6, 30.9, 30.3, 29.9, 30.5, 30.8, 31.2, 30.7, 30.1, 29.6, 30, 30.4, 30.2, 29.7],
  ...[22.4, 27.9, 29.1, 29.4, 29, 29.3, 28.8, 29.2, 24.6, 20.1, 17.4, 17.2, 17.8, 18.1, 17.5, 17.9, 18.4, 18.2],
]
const rounds = (): Round[] =>
  floors.map((floor, index) => ({
    ...{ round: index + 1, answer: parseEther(String(floor)), updatedAt: begins + 60 + index * 12 * hour },
  }))
const fall = () => relativeFalls(rounds(), levels, table, covers.Gus.at + waiting)[0] as Fall

const covers = {
  Gus: { pool: 'Lighthouse', decimals: 18, amount: parseEther('30'), at: begins + 2 * hour, days: 60 },
  Hana: { pool: 'Lighthouse', decimals: 18, amount: parseEther('12.345678'), at: begins + day, days: 30 },
  Ivo: { pool: 'Harbour', decimals: 6, amount: usd(55_555.555555), at: begins + day, days: 90 },
  Juno: { pool: 'Harbour', decimals: 6, amount: usd(20_000), at: begins + 7 * day, days: 90 },
  Kai: { pool: 'Lighthouse', decimals: 18, amount: parseEther('8'), at: begins + day, days: 12 },
} as const

export const nftFloor: Story = {
  name: 'nft-floor',
  what: 'the floor price of a collection falls by more than 40 % within a week',
  risk: 'fall of a collection’s floor',
  decidedBy: 'PriceFeedTrigger: every round of a day against the floor seven days before it',
  told: [
    'Invented throughout: the collection, its feed’s rounds and the people. The feed is Chainlink’s own aggregator and proxy, as its floor price feeds were.',
    'Covered: the floor more than 25 % below that of seven days before, then no round above 85 % of it for a day. Paid by the mean of that day: 25 % from 20 %, 60 % from 35 %, all from 50 %.',
  ],
  begins,
  expected() {
    const { first, ratio } = fall()
    return Object.fromEntries(
      Object.entries(covers).map(([who, { amount, decimals, at, days }]) => {
        const term = { since: at + waiting, until: at + days * day }
        return [who, inForce(first.updatedAt, term) ? claim(insured(amount), ratio, decimals).paid : 0n]
      }),
    )
  },
  async play(stage) {
    await stage.token('WETH', 'Wrapped Ether', 18)
    await stage.token('USDT', 'Tether USD', 6)
    await stage.setTime()
    const feed = await deployPriceFeed(stage.chain, { description: 'Collection floor / ETH', decimals: 18 })
    await stage.sync()
    const watch = new FeedWatch({
      ...{ stage, feed, levels, listing: 'the floor', witness: 'Lighthouse' },
      onRuled: ({ incident, lossAt }) => stage.settle('the floor', incident, lossAt),
    })
    const [first, ...others] = rounds() as [Round, ...Round[]]
    await watch.hear(first)
    await stage.list('the floor', {
      trigger: stage.bulwark.priceFeedTrigger,
      wording: 'the floor more than 25 % below that of seven days before, for a day',
      config: {
        ...{ feed: feed.proxy, decimals: 18, direction: 0, heartbeat, sequencer: zeroAddress, sequencerGrace: 0 },
        ...{ ...levels, warning: 0n, par: wad, table },
      },
      rate: 20n * percent,
      terms: { waiting, minPeriod: 8 * day },
    })
    const backs = ['the floor']
    await stage.openPool({ name: 'Lighthouse', asset: 'WETH', deposits: { Ada: parseEther('120') }, backs })
    await stage.openPool({ name: 'Harbour', asset: 'USDT', deposits: { Ben: usd(150_000) }, backs })
    const lena = { who: 'Lena', pool: 'Lighthouse', listing: 'the floor', amount: parseEther('5'), days: 30 }
    const during = fall().first.updatedAt + 6 * hour
    const plan = [
      ...others.map((round) => ({ at: round.updatedAt, run: () => watch.hear(round) })),
      ...Object.entries(covers).map(([who, cover]) => ({
        at: cover.at,
        run: () => stage.at(cover.at).buy({ ...cover, who, listing: 'the floor' }),
      })),
      { at: during, run: () => stage.at(during).refuse(lena, 'IncidentOpen') },
    ]
    for (const { run } of plan.sort((a, b) => a.at - b.at)) await run()
    watch.draw(floors.length)
  },
}
