import { parseEther, parseUnits } from 'viem'
import { kilometresUp, type Place } from '../distance.ts'
import { readFacts } from '../readFacts.ts'
import { insuredEvent } from '../reports/insuredEvent.ts'
import { listSigned } from '../reports/listSigned.ts'
import { payoutStep } from '../reports/payoutStep.ts'
import { proveReport } from '../reports/proveReport.ts'
import { ratioIn } from '../reports/ratioIn.ts'
import { submitReport } from '../reports/submitReport.ts'
import type { Report } from '../reports/types.ts'
import { day, hour, utc } from '../time.ts'
import type { InsuredEvent, Story } from '../types.ts'

const wad = 10n ** 18n
const usd = (amount: number) => parseUnits(String(amount), 6)

/** Wind at landfall in knots (categories 1, 3 and 5), and how many kilometres away at most. */
const table = [payoutStep(64, 15, 100), payoutStep(96, 50, 100), payoutStep(137, 100, 60)]
const begins = utc('2018-08-20T12:00')

/** Ten days each, so that money comes soon; sold until two weeks before, when nobody can know. */
const spans = {
  September: { begins: utc('2018-09-11T00:00'), ends: utc('2018-09-21T00:00'), lastSale: utc('2018-08-28T00:00') },
  October: { begins: utc('2018-10-01T00:00'), ends: utc('2018-10-11T00:00'), lastSale: utc('2018-09-17T00:00') },
} as const
type Span = keyof typeof spans

const towns = {
  'Mexico Beach': { latitude: 29.948, longitude: -85.418 },
  'Panama City': { latitude: 30.159, longitude: -85.66 },
  Tallahassee: { latitude: 30.438, longitude: -84.281 },
  Wilmington: { latitude: 34.226, longitude: -77.945 },
  Tampa: { latitude: 27.95, longitude: -82.46 },
} as const
type Town = keyof typeof towns

type Plan = { town: Town; span: Span; pool: string; amount: bigint; at: number }
const soon = utc('2018-08-22T15:00')
const later = utc('2018-09-05T15:00')
const covers: Readonly<Record<string, Plan>> = {
  Gus: { town: 'Wilmington', span: 'September', pool: 'Harbour', amount: usd(80_000), at: soon },
  Hana: { town: 'Tampa', span: 'September', pool: 'Harbour', amount: usd(30_000), at: soon },
  Ivo: { town: 'Mexico Beach', span: 'October', pool: 'Harbour', amount: usd(45_000), at: later },
  Juno: { town: 'Panama City', span: 'October', pool: 'Lighthouse', amount: parseEther('11.5'), at: later },
  Kai: { town: 'Tallahassee', span: 'October', pool: 'Harbour', amount: usd(50_000), at: later },
  Mia: { town: 'Wilmington', span: 'October', pool: 'Harbour', amount: usd(20_000), at: later },
}

type Landfall = Place & { at: number; storm: string; wind: number }

const landfalls = (): Landfall[] =>
  readFacts<'time' | 'storm' | 'wind' | 'latitude' | 'longitude'>('landfalls-2018.csv').map((row) => ({
    ...{ at: utc(row.time), storm: row.storm[0] + row.storm.slice(1).toLowerCase(), wind: Number(row.wind) },
    ...{ latitude: Number(row.latitude), longitude: Number(row.longitude) },
  }))

/** The landfall of a span that hit a town hardest; none is reported as no wind. */
function worstAt(town: Town, span: Span): { landfall?: Landfall; report: Report; ratio: bigint } {
  const { begins, ends } = spans[span]
  const all = landfalls()
    .filter(({ at }) => at >= begins && at < ends)
    .map((landfall) => {
      const distance = BigInt(kilometresUp(landfall, towns[town]))
      const report = { value: BigInt(landfall.wind), distance, status: 0 }
      return { landfall, report, ratio: ratioIn(table, report) }
    })
    .sort((a, b) => Number(b.ratio - a.ratio) || Number(a.report.distance - b.report.distance))
  return all[0] ?? { report: { value: 0n, distance: 0n, status: 0 }, ratio: 0n }
}

const eventAt = (town: Town, span: Span): InsuredEvent => insuredEvent(`${town}, ${span} 2018`, town, spans[span])

export const storms: Story = {
  name: 'storms',
  what: 'Florence and Michael, 2018: five towns insured by a hurricane’s wind at landfall',
  risk: 'hurricane near a town',
  decidedBy: 'ReportTrigger: two of three signers, and a day in which one contradiction suspends a report',
  told: [
    'The storms are real: all landfalls of the Atlantic season of 2018 in NOAA’s HURDAT2, among them Michael at 140 knots. Who signs and who is insured is invented; signers would read the advisories of the day.',
    'Covered: a town in ten days. Paid: 15 % for 64 knots at landfall within 100 km, 50 % for 96, all for 137 within 60 km. Sold until two weeks before.',
  ],
  begins,
  expected() {
    return Object.fromEntries(
      Object.entries(covers).map(([who, { town, span, amount }]) => [who, (amount * worstAt(town, span).ratio) / wad]),
    )
  },
  async play(stage) {
    await stage.token('USDT', 'Tether USD', 6)
    await stage.token('WETH', 'Wrapped Ether', 18)
    const signers = stage.chain.actors.reporters.slice(0, 3)
    await listSigned(
      stage,
      {
        ...{ name: 'storms', rate: (3n * wad) / 100n, table, longestEvent: 10 * day, window: 5 * day },
        wording:
          'a town in ten days: 15 % for 64 knots at landfall within 100 km, 50 % for 96, all for 137 within 60 km',
      },
      signers,
      2,
    )
    const backs = ['storms']
    await stage.openPool({ name: 'Harbour', asset: 'USDT', deposits: { Ada: usd(250_000), Ben: usd(50_000) }, backs })
    await stage.openPool({ name: 'Lighthouse', asset: 'WETH', deposits: { Cleo: parseEther('30') }, backs })
    const purchase = (who: string, { town, span, pool, amount }: Plan) => ({
      ...{ who, pool, listing: 'storms', on: `${town} in ${span}`, amount, event: eventAt(town, span) },
    })
    const sell = (at: number) => async () => {
      stage.at(at)
      for (const [who, plan] of Object.entries(covers).filter(([, plan]) => plan.at === at)) {
        await stage.buy(purchase(who, plan))
      }
    }
    const blow = (landfall: Landfall) => async () => {
      stage.at(landfall.at)
      await stage.say(`${landfall.storm} makes landfall`, { gauge: `${landfall.wind} kt` })
    }
    const pay = (span: Span) => async () => {
      stage.at(spans[span].ends + 6 * hour)
      const hit = Object.entries(covers).filter(([, plan]) => plan.span === span)
      for (const [, { town }] of hit) {
        const { report } = worstAt(town, span)
        await submitReport(stage, 'storms', eventAt(town, span), report, signers.slice(0, 2))
        const said = report.value === 0n ? 'no landfall' : `${report.value} knots, ${report.distance} km`
        await stage.say(`two signers report on ${town}: ${said}`)
      }
      stage.at(stage.now + day)
      for (const [who, { town, pool }] of hit) {
        const { landfall, ratio } = worstAt(town, span)
        const proving = proveReport(stage, 'storms', eventAt(town, span), pool)
        if (!landfall || ratio === 0n) {
          if ((await stage.attempt(proving)) !== 'NotALoss') throw new Error(`${town} was paid.`)
          continue
        }
        const incident = await proving
        await stage.say(`nobody has contradicted: ${town} is ruled, ${(100n * ratio) / wad} %`)
        await stage.step('storms')
        await stage.settle('storms', incident, landfall.at, [who])
      }
    }
    const late = async () => {
      stage.at(utc('2018-10-09T12:00'))
      await stage.say('Michael is in the Gulf, a day from the coast')
      await stage.refuse(purchase('Lena', covers.Ivo as Plan), 'QuoteExpired')
    }
    const plan = [
      ...[soon, later].map((at) => ({ at, run: sell(at) })),
      ...landfalls()
        .filter(({ at }) => at > begins)
        .map((landfall) => ({ at: landfall.at, run: blow(landfall) })),
      { at: utc('2018-10-09T12:00'), run: late },
      ...(Object.keys(spans) as Span[]).map((span) => ({ at: spans[span].ends + 6 * hour, run: pay(span) })),
    ]
    for (const { run } of plan.sort((a, b) => a.at - b.at)) await run()
  },
}
