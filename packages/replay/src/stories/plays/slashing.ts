import { parseEther } from 'viem'
import { readFacts } from '../readFacts.ts'
import { insuredEvent } from '../reports/insuredEvent.ts'
import { listSigned } from '../reports/listSigned.ts'
import { payoutStep } from '../reports/payoutStep.ts'
import { proveReport } from '../reports/proveReport.ts'
import { ratioIn } from '../reports/ratioIn.ts'
import { submitReport } from '../reports/submitReport.ts'
import { day, hour, utc } from '../time.ts'
import type { InsuredEvent, Story } from '../types.ts'
import { validatorSlashing } from '../wordings/validatorSlashing.ts'

const wad = 10n ** 18n
const eth = (amount: number) => parseEther(String(amount))

/** Validators slashed in a week from which so many percent are paid. */
const steps = [
  { count: 10, percent: 10 },
  { count: 20, percent: 25 },
  { count: 50, percent: 60 },
]
const table = steps.map(({ count, percent }) => payoutStep(count, percent))
const [longestEvent, window] = [7 * day, 4 * day]
/** The week, the time to report, a day to contradict, three for keepers, one to settle. */
const worstHours = (longestEvent + window + day + 3 * day + day) / hour
const begins = utc('2020-12-07T10:00')

type Plan = { week: string; amount: bigint; pool: string }
const covers: Readonly<Record<string, Plan>> = {
  Gus: { week: '2020-12-14', amount: eth(40), pool: 'Lighthouse' },
  Hana: { week: '2020-12-21', amount: eth(32), pool: 'Lighthouse' },
  Ivo: { week: '2021-02-01', amount: eth(96.000001), pool: 'Lighthouse' },
  Juno: { week: '2021-02-01', amount: eth(16_000), pool: 'Skerry' },
  Kai: { week: '2021-02-08', amount: eth(64), pool: 'Lighthouse' },
  Mia: { week: '2022-09-19', amount: eth(50), pool: 'Lighthouse' },
  Noor: { week: '2022-09-26', amount: eth(25_000), pool: 'Skerry' },
}
const weeks = [...new Set(Object.values(covers).map(({ week }) => week))]

const days = () =>
  readFacts<'day' | 'validators'>('slashing.csv').map((row) => ({
    at: utc(row.day),
    validators: Number(row.validators),
  }))

/** How many were slashed in a week, and on which day most of them. */
function slashedIn(week: string): { count: number; worst: { at: number; validators: number } } {
  const from = utc(week)
  const inWeek = days().filter(({ at }) => at >= from && at < from + 7 * day)
  const worst = inWeek.reduce((a, b) => (b.validators > a.validators ? b : a))
  return { count: inWeek.reduce((sum, { validators }) => sum + validators, 0), worst }
}

const ratioOf = (week: string) => ratioIn(table, { value: BigInt(slashedIn(week).count), distance: 0n, status: 0 })

function eventOf(week: string): InsuredEvent {
  const from = utc(week)
  return insuredEvent(`Validators slashed, week from ${week}`, 'beacon chain', {
    ...{ begins: from, ends: from + 7 * day, lastSale: from - 3 * day },
  })
}

export const slashing: Story = {
  name: 'slashing',
  what: 'validators of the beacon chain are slashed: 93 in one week of February 2021',
  risk: 'slashing of validators',
  decidedBy: 'ReportTrigger: three of five signers, and a day in which one contradiction suspends a report',
  told: [
    'How many validators of Ethereum were slashed on which day is real (a day or two off: the source dates by exit); who is insured and the amounts are invented.',
    'Covered: a week. Paid: 10 % if ten validators or more are slashed in it, 25 % for 20, 60 % for 50; such weeks are those in which one mistake hits many. Sold until three days before.',
  ],
  begins,
  expected() {
    return Object.fromEntries(
      Object.entries(covers).map(([who, { week, amount }]) => [who, (amount * ratioOf(week)) / wad]),
    )
  },
  async play(stage) {
    await stage.token('WETH', 'Wrapped Ether', 18)
    await stage.token('DAI', 'Dai', 18)
    const signers = stage.chain.actors.reporters.slice(0, 5)
    await listSigned(
      stage,
      {
        ...{ name: 'slashing', rate: (4n * wad) / 100n, table, longestEvent, window },
        wording: validatorSlashing({
          ...{ network: 'Ethereum', periodDays: 7, table: steps, threshold: 3, signers: 5 },
          ...{ contradictionHours: 24, worstHours },
        }),
        summary: 'validators slashed in a week: 10 % from ten on, 25 % from 20, 60 % from 50',
      },
      signers,
      3,
    )
    const backs = ['slashing']
    await stage.openPool({ name: 'Lighthouse', asset: 'WETH', deposits: { Ada: eth(300), Ben: eth(100) }, backs })
    await stage.openPool({ name: 'Skerry', asset: 'DAI', deposits: { Cleo: eth(60_000) }, backs })
    const purchase = (who: string, { week, pool, amount }: Plan) => ({
      ...{ who, pool, listing: 'slashing', on: `the week from ${week}`, amount, event: eventOf(week) },
    })
    const insuredIn = (week: string) => Object.entries(covers).filter(([, plan]) => plan.week === week)
    const sell = async (week: string) => {
      stage.at(utc(week) - 5 * day)
      for (const [who, plan] of insuredIn(week)) await stage.buy(purchase(who, plan))
    }
    const happen = async ({ at, validators }: { at: number; validators: number }) => {
      stage.at(at)
      await stage.say(`${validators} validators are slashed`, { gauge: String(validators) })
      if (validators > 50) await stage.refuse(purchase('Lena', covers.Ivo as Plan), 'QuoteExpired')
    }
    const report = async (week: string) => {
      stage.at(eventOf(week).ends + hour)
      const count = slashedIn(week).count
      const stated = { value: BigInt(count), distance: 0n, status: 0 }
      await submitReport(stage, 'slashing', eventOf(week), stated, signers.slice(1, 4))
      await stage.say(`three signers report on the week from ${week}`, { gauge: String(count) })
    }
    const pay = async (week: string) => {
      stage.at(eventOf(week).ends + hour + day)
      const insured = insuredIn(week)
      const proving = proveReport(stage, 'slashing', eventOf(week), insured[0]?.[1].pool as string)
      if (ratioOf(week) === 0n) {
        if ((await stage.attempt(proving)) !== 'NotALoss') throw new Error(`The week from ${week} was paid.`)
        return stage.say(`the week from ${week} is no loss`)
      }
      const incident = await proving
      await stage.say(`nobody has contradicted: the week from ${week} is ruled, ${(100n * ratioOf(week)) / wad} %`)
      await stage.step('slashing')
      const among = insured.map(([who]) => who)
      await stage.settle('slashing', incident, slashedIn(week).worst.at, among)
    }
    const plan = weeks.flatMap((week) => [
      { at: utc(week) - 5 * day, run: () => sell(week) },
      { at: eventOf(week).ends + hour, run: () => report(week) },
      { at: eventOf(week).ends + hour + day, run: () => pay(week) },
      ...(ratioOf(week) > 0n ? [{ at: slashedIn(week).worst.at, run: () => happen(slashedIn(week).worst) }] : []),
    ])
    for (const { run } of plan.sort((a, b) => a.at - b.at)) await run()
  },
}
