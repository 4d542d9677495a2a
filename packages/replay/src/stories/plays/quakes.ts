import { parseEther, parseUnits } from 'viem'
import { kilometresUp, type Place } from '../distance.ts'
import { readFacts } from '../readFacts.ts'
import { contradictReport } from '../reports/contradictReport.ts'
import { insuredEvent } from '../reports/insuredEvent.ts'
import { listSigned } from '../reports/listSigned.ts'
import { payoutStep } from '../reports/payoutStep.ts'
import { proveReport } from '../reports/proveReport.ts'
import { ratioIn } from '../reports/ratioIn.ts'
import { submitReport } from '../reports/submitReport.ts'
import type { Report } from '../reports/types.ts'
import { day, hour, utc } from '../time.ts'
import type { Story } from '../types.ts'

const wad = 10n ** 18n
const usd = (amount: number) => parseUnits(String(amount), 6)

/** Magnitude in tenths, and how many kilometres away at most. */
const table = [payoutStep(60, 25, 100), payoutStep(60, 50, 50), payoutStep(64, 100, 25)]
const week = { begins: utc('2018-01-31T00:00'), ends: utc('2018-02-07T00:00'), lastSale: utc('2018-01-24T00:00') }
const begins = utc('2018-01-15T08:00')

const towns = {
  Hualien: { latitude: 23.977, longitude: 121.604 },
  Jarm: { latitude: 36.865, longitude: 70.834 },
  Faizabad: { latitude: 37.117, longitude: 70.58 },
  Kabul: { latitude: 34.528, longitude: 69.172 },
  Lae: { latitude: -6.733, longitude: 147 },
} as const
type Town = keyof typeof towns
const townNames = Object.keys(towns) as Town[]

const covers = {
  Gus: { town: 'Hualien', pool: 'Harbour', amount: usd(60_000) },
  Hana: { town: 'Hualien', pool: 'Lighthouse', amount: parseEther('7.5') },
  Ivo: { town: 'Jarm', pool: 'Harbour', amount: usd(9_999.99) },
  Juno: { town: 'Faizabad', pool: 'Harbour', amount: usd(12_000) },
  Kai: { town: 'Kabul', pool: 'Harbour', amount: usd(25_000) },
  Mia: { town: 'Lae', pool: 'Harbour', amount: usd(8_000) },
} as const

type Quake = Place & { at: number; magnitude: number }

const quakes = (): Quake[] =>
  readFacts<'time' | 'magnitude' | 'latitude' | 'longitude'>('quakes-2018.csv')
    .map(({ time, magnitude, latitude, longitude }) => ({
      ...{ at: utc(time), magnitude: Number(magnitude), latitude: Number(latitude), longitude: Number(longitude) },
    }))
    .filter(({ at }) => at >= week.begins && at < week.ends)

const reportOf = (quake: Quake, town: Town): Report => ({
  value: BigInt(Math.floor(quake.magnitude * 10 + 1e-6)),
  distance: BigInt(kilometresUp(quake, towns[town])),
  status: 0,
})

/** The quake of the week that hit a town hardest: the one that pays most, then the nearest. */
function worstAt(town: Town): { quake: Quake; report: Report; ratio: bigint } {
  const all = quakes().map((quake) => {
    const report = reportOf(quake, town)
    return { quake, report, ratio: ratioIn(table, report) }
  })
  const order = (a: (typeof all)[0], b: (typeof all)[0]) =>
    Number(b.ratio - a.ratio) || Number(a.report.distance - b.report.distance)
  return all.sort(order)[0] as (typeof all)[0]
}

const eventAt = (town: Town) => insuredEvent(`${town}, week from 2018-01-31`, town, week)

export const quakesStory: Story = {
  name: 'quakes',
  what: 'a real week of earthquakes, and five towns insured by magnitude and distance',
  risk: 'earthquake near a town',
  decidedBy: 'ReportTrigger: three of five signers, and a day in which one contradiction suspends a report',
  told: [
    'The earthquakes are real: the US Geological Survey’s of magnitude 5 and more, 31 January to 7 February 2018; at Hualien the largest had 6.4. People, amounts and the signers’ quarrel are invented.',
    'Covered: a town in a week. Paid: 25 % for magnitude 6 within 100 km, 50 % within 50 km, all for 6.4 within 25 km. Sold until a week before.',
  ],
  begins,
  expected() {
    return Object.fromEntries(
      Object.entries(covers).map(([who, { town, amount }]) => [who, (amount * worstAt(town).ratio) / wad]),
    )
  },
  async play(stage) {
    await stage.token('USDT', 'Tether USD', 6)
    await stage.token('WETH', 'Wrapped Ether', 18)
    const [a, b, c, d, e] = stage.chain.actors.reporters
    const signers = [a, b, c, d, e]
    await listSigned(
      stage,
      {
        ...{ name: 'quakes', rate: (2n * wad) / 100n, table, longestEvent: 7 * day, window: 5 * day },
        wording: 'a town in a week: 25 % for magnitude 6 within 100 km, 50 % within 50 km, all for 6.4 within 25 km',
      },
      signers,
      3,
    )
    const backs = ['quakes']
    await stage.openPool({ name: 'Harbour', asset: 'USDT', deposits: { Ada: usd(150_000) }, backs })
    await stage.openPool({ name: 'Lighthouse', asset: 'WETH', deposits: { Cleo: parseEther('20') }, backs })
    const purchase = (who: string, { town, pool, amount }: (typeof covers)[keyof typeof covers]) => ({
      ...{ who, pool, listing: 'quakes', on: town, amount, event: eventAt(town) },
    })
    for (const [who, cover] of Object.entries(covers)) {
      stage.at(stage.now + 3 * hour)
      await stage.buy(purchase(who, cover))
    }
    for (const quake of quakes().filter(({ magnitude }) => magnitude >= 5.6)) {
      stage.at(quake.at)
      const near = townNames
        .map((town) => ({ town, distance: kilometresUp(quake, towns[town]) }))
        .sort((one, other) => one.distance - other.distance)[0] as { town: Town; distance: number }
      if (near.distance > 300) continue
      await stage.say(`an earthquake ${near.distance} km from ${near.town}`, { gauge: quake.magnitude.toFixed(1) })
      if (near.town !== 'Hualien' || quake.magnitude >= 6.4) continue
      await stage.refuse(purchase('Lena', covers.Gus), 'QuoteExpired')
    }

    stage.at(week.ends + hour / 2)
    const isPaid = (town: Town) => worstAt(town).ratio > 0n
    for (const town of townNames.filter((town) => town !== 'Kabul')) {
      const { report } = worstAt(town)
      await submitReport(stage, 'quakes', eventAt(town), report, [a, d, e])
      const said = `magnitude ${(Number(report.value) / 10).toFixed(1)}, ${report.distance} km`
      await stage.say(`three signers report on ${town}: ${said}${isPaid(town) ? '' : ', which reaches no step'}`)
    }
    const kabul = eventAt('Kabul')
    await submitReport(stage, 'quakes', kabul, { value: 64n, distance: 20n, status: 0 }, [a, b, c])
    await stage.say('three signers report on Kabul what is not true: magnitude 6.4, 20 km')
    stage.at(stage.now + 9 * hour)
    await contradictReport(stage, 'quakes', kabul, worstAt('Kabul').report, [c])
    await stage.say('one of the three signs the truth too: that report is suspended, and he is struck off')
    await submitReport(stage, 'quakes', kabul, worstAt('Kabul').report, [a, d, e])
    await stage.say('three others report anew: 6.1, 269 km, which reaches no step')

    stage.at(week.ends + hour / 2 + day)
    for (const town of townNames.filter(isPaid)) {
      const { quake, ratio } = worstAt(town)
      const pool = Object.values(covers).find((cover) => cover.town === town)?.pool as string
      const incident = await proveReport(stage, 'quakes', eventAt(town), pool)
      await stage.say(`a day later nobody has contradicted: ${town} is ruled, ${(100n * ratio) / wad} %`)
      await stage.step('quakes')
      const among = Object.keys(covers).filter((who) => covers[who as keyof typeof covers].town === town)
      await stage.settle('quakes', incident, quake.at, among)
    }
    stage.at(stage.now + day)
    const refused = await stage.attempt(proveReport(stage, 'quakes', kabul, 'Harbour'))
    if (refused !== 'NotALoss') throw new Error(`Kabul was paid: ${refused}.`)
    await stage.say('somebody tries to prove the report on Kabul: refused, it is no loss')
  },
}
