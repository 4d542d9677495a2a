import { deployPriceFeed, type Round } from '@bulwark/testkit'
import { formatUnits, parseEther, parseUnits, zeroAddress } from 'viem'
import { claim, insured } from '../claim.ts'
import { FeedWatch } from '../feed/FeedWatch.ts'
import { readRoundsOf } from '../feed/readRoundsOf.ts'
import { type Fall, relativeFalls } from '../feed/relativeFalls.ts'
import { inForce } from '../inForce.ts'
import { startMorpho } from '../morpho/startMorpho.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'

const wad = 10n ** 18n
const percent = wad / 100n
const usd = (amount: number) => parseUnits(String(amount), 6)
const waiting = day
const levels = { strike: 93n * percent, recovery: 96n * percent, persistence: hour, lookback: 12 * hour }
const heartbeat = hour
const table = [
  { move: 5n * percent, ratio: 20n * percent },
  { move: 8n * percent, ratio: 50n * percent },
  { move: 15n * percent, ratio: wad },
]

const begins = utc('2023-08-15T00:05')
const soldAt = begins + 34 * hour
const covers = {
  Dario: { pool: 'Harbour', decimals: 6, amount: usd(6_000), at: begins + 29 * hour, days: 30 },
  Gus: { pool: 'Harbour', decimals: 6, amount: usd(40_000), at: soldAt, days: 60 },
  Hana: { pool: 'Lighthouse', decimals: 18, amount: parseEther('5.000001'), at: soldAt, days: 14 },
  Ivo: { pool: 'Harbour', decimals: 6, amount: usd(25_000), at: utc('2023-08-17T09:00'), days: 30 },
} as const

/** The loan: ether pledged, dollars borrowed; liquidated by the first round at which the debt is over 86 % of it. */
const pledged = parseEther('10')
const borrowed = usd(13_600)
const isUnsound = ({ answer }: Round) => (pledged * (answer / 100n) * 86n) / 100n / wad < borrowed

const rounds = () => readRoundsOf('eth-usd-2023.csv')
const fall = () => relativeFalls(rounds(), levels, table, covers.Dario.at + waiting)[0] as Fall

/** What Dario's liquidation takes: Morpho's rule, for all of his debt at once. */
function liquidation() {
  const all = rounds()
  const index = all.findIndex((round) => round.updatedAt > begins && isUnsound(round))
  const round = all[index] as Round
  const price = round.answer / 100n
  const incentive = (wad * wad) / (wad - (3n * 14n * percent) / 10n)
  const seized = ((((borrowed * incentive) / wad) * 10n ** 36n) / (price * wad)) as bigint
  const before = all.findLast(({ updatedAt }) => updatedAt <= round.updatedAt - levels.lookback) as Round
  const move = 1 - Number(round.answer) / Number(before.answer)
  const equity = (pledged * (before.answer / 100n)) / wad - borrowed
  const left = ((pledged - seized) * price) / wad
  return { round, seized, move, loss: equity - left }
}

/** Dollars and cents, cut. */
const shown = (amount: bigint) => formatUnits((amount / 10_000n) * 10_000n, 6).replace(/\B(?=(\d{3})+(?!\d))/, ',')

export const crash2023: Story = {
  name: 'crash-2023',
  what: 'ether falls 13.07 % within twelve hours on 17 August 2023, and a borrower is liquidated',
  risk: 'crash of a market',
  decidedBy: 'PriceFeedTrigger: every round of an hour against the price twelve hours before it',
  told: [
    'The rounds are real: Chainlink ETH / USD on Ethereum, 14 to 18 August 2023, in Chainlink’s own aggregator and proxy. Morpho Blue is the real contract; its market’s price follows the rounds. People, the loan and amounts are invented.',
    'Covered: ether more than 7 % below its price twelve hours before, then no round above 96 % of it for an hour. Paid by the mean of that hour: 20 % from 5 %, 50 % from 8 %, all from 15 %.',
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
    const usdc = await stage.token('USDC', 'USD Coin', 6)
    const weth = await stage.token('WETH', 'Wrapped Ether', 18)
    await stage.token('USDT', 'Tether USD', 6)
    await stage.setTime()
    const feed = await deployPriceFeed(stage.chain, { description: 'ETH / USD', decimals: 8 })
    await stage.sync()
    const all = rounds()
    const watch = new FeedWatch({
      ...{ stage, feed, levels, listing: 'ether', witness: 'Harbour' },
      onRuled: ({ incident, lossAt }) => stage.settle('ether', incident, lossAt),
    })
    // Morpho's vault takes a day to take up its market; the rounds of that day are history.
    const price = (all[0] as Round).answer / 100n
    const morpho = await startMorpho(stage, { loan: usdc, collateral: weth, price })
    await morpho.lend('Nora', usd(500_000))
    const opened = stage.now
    const next = all.findIndex(({ updatedAt }) => updatedAt > opened)
    for (const round of all.slice(0, next)) watch.recall(round)
    await watch.flush()
    await stage.list('ether', {
      trigger: stage.bulwark.priceFeedTrigger,
      wording: 'ether more than 7 % below its price twelve hours before, for an hour',
      config: {
        ...{ feed: feed.proxy, decimals: 8, direction: 0, heartbeat, sequencer: zeroAddress, sequencerGrace: 0 },
        ...{ ...levels, warning: 0n, par: wad, table },
      },
      rate: 15n * percent,
      terms: { waiting },
    })
    const backs = ['ether']
    await stage.openPool({ name: 'Harbour', asset: 'USDT', deposits: { Ada: usd(150_000) }, backs })
    await stage.openPool({ name: 'Lighthouse', asset: 'WETH', deposits: { Cleo: parseEther('15') }, backs })
    await morpho.borrow('Dario', pledged, borrowed)
    await stage.say('Dario borrows 13,600 USDC against 10 WETH on Morpho Blue')

    const { round: fatal, seized, move, loss } = liquidation()
    const hear = async (round: Round) => {
      await watch.hear(round)
      await morpho.setPrice(round.answer / 100n)
      if (round.round !== fatal.round) return
      await morpho.liquidateDebt('Ravi', 'Dario')
      const left = await morpho.collateralOf('Dario')
      if (left !== pledged - seized) throw new Error(`Dario has ${left} left, not ${pledged - seized}.`)
      const taken = formatUnits(seized, 18).slice(0, 6)
      const what = `${(100 * move).toFixed(2)} % below twelve hours before: Dario’s debt is called, ${taken} of his 10 WETH are taken`
      await stage.say(what, { gauge: formatUnits(round.answer, 8).slice(0, 7) })
      await stage.say(`he has lost ${shown(loss)} USDC of what was his twelve hours before; his cover is of 6,000`)
    }
    const lena = { who: 'Lena', pool: 'Harbour', listing: 'ether', amount: usd(10_000), days: 30 }
    const plan = [
      ...all.slice(next).map((round) => ({ at: round.updatedAt, run: () => hear(round) })),
      ...Object.entries(covers).map(([who, cover]) => ({
        at: cover.at,
        run: () => stage.at(cover.at).buy({ ...cover, who, listing: 'ether' }),
      })),
      {
        at: fall().first.updatedAt + 300,
        run: () => stage.at(fall().first.updatedAt + 300).refuse(lena, 'IncidentOpen'),
      },
    ]
    for (const { run } of plan.sort((a, b) => a.at - b.at)) await run()
    const paid = stage.covers.find(({ cover }) => cover === 'Dario')?.paid ?? 0n
    await stage.say(`Dario lost ${shown(loss)} USDC, and his cover paid him ${shown(paid)} USDT`)
    watch.draw(all.length)
  },
}
