import { deployPriceFeed } from '@bulwark/testkit'
import { parseEther, parseUnits, zeroAddress } from 'viem'
import { findEpisodes } from '../../findEpisodes.ts'
import { claim, insured } from '../claim.ts'
import { FeedWatch } from '../feed/FeedWatch.ts'
import { readRoundsOf } from '../feed/readRoundsOf.ts'
import { inForce } from '../inForce.ts'
import { day, utc } from '../time.ts'
import type { Story } from '../types.ts'

const wad = 10n ** 18n
const percent = wad / 100n
const waiting = 2 * day
const levels = { strike: 97n * percent, recovery: 98n * percent, persistence: 3 * day, lookback: 0 }
const heartbeat = day

const begins = utc('2022-04-25T18:00')
const covers = {
  Gus: { pool: 'Lighthouse', decimals: 18, amount: parseEther('100'), at: begins + 3 * day, days: 90 },
  Hana: { pool: 'Lighthouse', decimals: 18, amount: parseEther('32.000001'), at: utc('2022-05-02T22:00'), days: 60 },
  Ivo: { pool: 'Harbour', decimals: 6, amount: parseUnits('75000', 6), at: utc('2022-05-02T22:10'), days: 180 },
  Juno: { pool: 'Lighthouse', decimals: 18, amount: parseEther('20'), at: utc('2022-05-03T22:00'), days: 30 },
} as const

const rounds = () => readRoundsOf('steth-eth-2022.csv')

/** What the rounds say, worked out round by round without a contract. */
function granted() {
  const listing = {
    ...{ name: 'stETH', ...levels, persistence: BigInt(levels.persistence), warning: 99n * percent },
    ...{ heartbeat: BigInt(heartbeat), reference: wad, rate: 0n },
  }
  return findEpisodes(rounds(), listing).filter(({ ratio }) => ratio !== undefined)
}

export const steth2022: Story = {
  name: 'steth-2022',
  what: 'stETH trades below ether in May and June 2022, on the feed’s real rounds',
  risk: 'depeg of staked ether',
  decidedBy: 'PriceFeedTrigger: every round of the feed in three days',
  told: [
    'The rounds are real: Chainlink stETH / ETH on Ethereum, April to June 2022, in Chainlink’s own aggregator and proxy. People and amounts are invented.',
    'Covered: stETH below 0.97 ether, then no round at or above 0.98 for three days. Paid: the cover × the fall of the mean price of those days. Sold only at or above 0.99.',
  ],
  begins,
  expected() {
    return Object.fromEntries(
      Object.entries(covers).map(([who, { amount, decimals, at, days }]) => {
        let cover = insured(amount)
        for (const { first, ratio = 0n } of granted()) {
          const term = { since: at + waiting, until: at + days * day }
          if (inForce(first.updatedAt, term)) cover = claim(cover, ratio, decimals)
        }
        return [who, cover.paid]
      }),
    )
  },
  async play(stage) {
    await stage.token('USDT', 'Tether USD', 6)
    await stage.token('WETH', 'Wrapped Ether', 18)
    await stage.setTime()
    const feed = await deployPriceFeed(stage.chain, { description: 'stETH / ETH', decimals: 18 })
    await stage.sync()
    const watch = new FeedWatch({
      ...{ stage, feed, levels, listing: 'stETH', witness: 'Harbour' },
      onRuled: ({ incident, lossAt }) => stage.settle('stETH', incident, lossAt),
    })
    const history = rounds().filter(({ updatedAt }) => updatedAt > begins && updatedAt < begins + 2 * day)
    for (const round of history) await watch.hear(round)
    await stage.list('stETH', {
      trigger: stage.bulwark.priceFeedTrigger,
      wording: 'stETH below 0.97 ether, with no round at or above 0.98, for three days',
      config: {
        ...{ feed: feed.proxy, decimals: 18, direction: 0, heartbeat, sequencer: zeroAddress, sequencerGrace: 0 },
        ...{ ...levels, warning: 99n * percent, par: wad, table: [] },
      },
      rate: 2n * percent,
      terms: { waiting, minPeriod: 3 * day },
    })
    const backs = ['stETH']
    await stage.openPool({ name: 'Lighthouse', asset: 'WETH', deposits: { Ada: parseEther('400') }, backs })
    await stage.openPool({ name: 'Harbour', asset: 'USDT', deposits: { Ben: parseUnits('200000', 6) }, backs })
    const lena = { who: 'Lena', pool: 'Lighthouse', listing: 'stETH', amount: parseEther('50'), days: 30 }
    const plan = [
      ...rounds()
        .filter(({ updatedAt }) => updatedAt > stage.now)
        .map((round) => ({ at: round.updatedAt, run: () => watch.hear(round) })),
      ...Object.entries(covers).map(([who, cover]) => ({
        at: cover.at,
        run: () => stage.at(cover.at).buy({ ...cover, who, listing: 'stETH' }),
      })),
      ...[
        { at: utc('2022-05-13T18:00'), reason: 'IncidentOpen' },
        { at: utc('2022-06-05T20:00'), reason: 'AdjudicatorRefuses' },
      ].map(({ at, reason }) => ({ at, run: () => stage.at(at).refuse(lena, reason) })),
    ]
    for (const { run } of plan.sort((a, b) => a.at - b.at)) await run()
    watch.draw(70)
  },
}
