import { deployPriceFeed, submitRound } from '@bulwark/testkit'
import { parseEther, parseUnits } from 'viem'
import { claim, insured } from '../claim.ts'
import { inForce } from '../inForce.ts'
import { readingKeeper } from '../readingKeeper.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'

const wad = 10n ** 18n
const usd = (amount: number) => parseUnits(String(amount), 6)
const heartbeat = day
const persistence = 27 * hour
const waiting = 2 * day

const begins = utc('2025-09-01T12:00')
const supply = parseEther('100000000')
/** What the auditor's feed reports, a day apart: whole tokens. */
const reports = [
  ...Array.from({ length: 24 }, () => 100_200_000n),
  ...[98_400_000n, 71_000_000n, 69_500_000n, 69_500_000n, 69_500_000n],
].map((tokens, index) => ({ at: begins + 600 + index * day, reserve: tokens * wad }))
/** Short by more than the strike, 5 %, from here on. */
const shortAt = (reports.find(({ reserve }) => ((supply - reserve) * 100n) / supply > 5n) as (typeof reports)[0]).at

const covers = {
  Gus: { pool: 'Harbour', decimals: 6, amount: usd(400_000), at: begins + 2 * day, days: 180 },
  Hana: { pool: 'Harbour', decimals: 6, amount: usd(12_345.678901), at: begins + 3 * day, days: 30 },
  Ivo: { pool: 'Lighthouse', decimals: 18, amount: parseEther('9.999999'), at: begins + 5 * day, days: 90 },
  Juno: { pool: 'Harbour', decimals: 6, amount: usd(75_000), at: shortAt - 40 * hour, days: 60 },
  Kai: { pool: 'Harbour', decimals: 6, amount: usd(50_000), at: begins + 4 * day, days: 20 },
} as const

/** The smallest shortfall that two reports in the span said, over the supply. */
function ratio(): bigint {
  const span = reports.filter(({ at }) => at >= shortAt && at <= shortAt + persistence)
  const best = span.reduce((most, { reserve }) => (reserve > most ? reserve : most), 0n)
  return ((supply - best) * wad) / supply
}

export const exchangeReserve: Story = {
  name: 'exchange-reserve',
  what: 'an exchange’s token is no longer backed: its Proof of Reserve says 71 million for 100 million',
  risk: 'failure of an exchange',
  decidedBy: 'ReserveTrigger: Chainlink Proof of Reserve against the supply, two reports apart',
  told: [
    'The feed is Chainlink’s own aggregator and proxy; the exchange, its token and what the feed reports are invented.',
    'Covered: the reported reserve is more than 5 % below the supply of the token for 27 hours, so that two reports say it. Paid: the cover × what is missing / the supply.',
  ],
  begins,
  expected() {
    return Object.fromEntries(
      Object.entries(covers).map(([who, { amount, decimals, at, days }]) => {
        const term = { since: at + waiting, until: at + days * day }
        return [who, inForce(shortAt, term) ? claim(insured(amount), ratio(), decimals).paid : 0n]
      }),
    )
  },
  async play(stage) {
    await stage.token('USDT', 'Tether USD', 6)
    await stage.token('WETH', 'Wrapped Ether', 18)
    const token = await stage.token('xUSD', 'Exchange dollar', 18)
    await stage.give(token, 'Nora', supply)
    await stage.setTime()
    const feed = await deployPriceFeed(stage.chain, { description: 'xUSD reserves', decimals: 18, minAnswer: 0n })
    await stage.sync()
    const events = reports.map(({ at, reserve }) => ({ at, run: () => submit(at, reserve) }))
    let told = 0n
    const submit = async (at: number, reserve: bigint) => {
      stage.at(at)
      await submitRound(feed, { answer: reserve, updatedAt: at })
      if (reserve === told) return
      told = reserve
      const tokens = (reserve / wad).toString().replace(/\B(?=(\d{3})+$)/g, ',')
      await stage.say(`the feed reports a reserve of ${tokens}`, { gauge: `${(reserve * 1000n) / supply / 10n} %` })
    }
    await (events.shift() as (typeof events)[0]).run()
    await stage.list('the exchange', {
      trigger: stage.bulwark.reserveTrigger,
      wording: 'the reserve that Chainlink reports for xUSD, more than 5 % below its supply for 27 hours',
      config: {
        ...{ kind: 0, token: token.address, source: feed.proxy, leastSupply: wad, view_: '0x00000000' },
        ...{ heartbeat, locks: [] },
        levels: { strike: wad / 20n, recovery: wad / 50n, warning: wad / 100n, persistence },
      },
      rate: (5n * wad) / 100n,
      terms: { waiting, minPeriod: 3 * day },
    })
    const keeper = readingKeeper(stage, 'the exchange')
    const backs = ['the exchange']
    await stage.openPool({ name: 'Harbour', asset: 'USDT', deposits: { Ada: usd(900_000) }, backs })
    await stage.openPool({ name: 'Lighthouse', asset: 'WETH', deposits: { Cleo: parseEther('40') }, backs })
    const buys = Object.entries(covers).map(([who, cover]) => ({
      at: cover.at,
      run: () => stage.at(cover.at).buy({ ...cover, who, listing: 'the exchange' }),
    }))
    const plan = [
      ...events.filter(({ at }) => at <= shortAt),
      ...buys,
      {
        at: begins + day + 1200,
        run: () =>
          stage
            .at(begins + day + 1200)
            .mine()
            .then(keeper.observe),
      },
      {
        at: shortAt - 12 * hour,
        run: () => {
          const lena = { who: 'Lena', pool: 'Harbour', listing: 'the exchange', amount: usd(500_000), days: 30 }
          return stage.at(shortAt - 12 * hour).refuse(lena, 'AdjudicatorRefuses')
        },
      },
    ]
    for (const { run } of plan.sort((a, b) => a.at - b.at)) await run()
    const span = await keeper.arm('Harbour')
    await (events.find(({ at }) => at === shortAt + day) as (typeof events)[0]).run()
    stage.at(shortAt + day + 600)
    await keeper.read(span)
    stage.at(shortAt + persistence)
    await keeper.prove(span)
    stage.at(stage.now + hour / 2)
    await stage.settle('the exchange', span.incident, shortAt)
  },
}
