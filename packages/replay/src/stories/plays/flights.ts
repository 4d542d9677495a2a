import { startFunctionsNetwork } from '@bulwark/testkit'
import { encodeAbiParameters, parseEther, parseUnits, stringToHex } from 'viem'
import { readFacts } from '../readFacts.ts'
import { insuredEvent } from '../reports/insuredEvent.ts'
import { listAsked } from '../reports/listAsked.ts'
import { payoutStep } from '../reports/payoutStep.ts'
import { proveReport } from '../reports/proveReport.ts'
import { ratioIn } from '../reports/ratioIn.ts'
import type { Stage } from '../Stage.ts'
import { day, hour, utc } from '../time.ts'
import type { InsuredEvent, Story } from '../types.ts'

const wad = 10n ** 18n

/** Minutes late from which so many percent are paid. */
const table = [payoutStep(15, 25), payoutStep(30, 50), payoutStep(45, 100)]
const length = 12 * hour
const window = 3 * day

type Flight = {
  /** Its cover's name. */
  name: string
  facts: string
  event: InsuredEvent
  delay: number
  pool: 'Harbour' | 'Prairie'
  amount: bigint
  who: string
}

const travellers = ['Gus', 'Hana', 'Ivo', 'Juno', 'Kai', 'Lena', 'Mia', 'Noor']

/** Each flight with a cover of its own. Who flies is invented. */
const flown = (): Flight[] =>
  readFacts<'departure' | 'origin' | 'destination' | 'delay'>('flights-2001-01.csv').map((row, index) => {
    const facts = `${row.origin}-${row.destination} ${row.departure}`
    const begins = utc(row.departure)
    const times = { begins, ends: begins + length, lastSale: begins - day }
    const isPrairie = row.origin === 'ORD'
    return {
      name: facts.replace('2001-', '').replace('T', ' '),
      facts,
      event: insuredEvent(facts, `${row.origin} ${row.departure.slice(0, 10)}`, times),
      delay: Number(row.delay),
      pool: isPrairie ? 'Prairie' : 'Harbour',
      amount: isPrairie ? parseEther('250') : parseUnits(String(300 + 7 * (index % 5)), 6),
      who: travellers[index % travellers.length] as string,
    }
  })

const lateness = (delay: number) => ({ value: BigInt(Math.max(0, delay)), distance: 0n, status: 0 })

const begins = utc('2000-12-25T09:00')
const weeks = Array.from({ length: 6 }, (_, week) => begins + 3 * hour + week * 7 * day)

export const flights: Story = {
  name: 'flights',
  what: 'a month of real flights on three routes, each insured against delay',
  risk: 'delay of a flight',
  decidedBy: 'ReportTrigger: a Chainlink Functions network, three of whose four nodes sign the delay',
  told: [
    'Flights and delays are real: all flights of January 2001 from SFO to LAX, LAX to LAS and ORD to MSP in a sample of the US Bureau of Transportation Statistics. Times are the airports’, taken as UTC. Router and coordinator are Chainlink’s own; travellers and amounts are invented.',
    'Covered: one flight on one day. Paid: 25 % from 15 minutes late, 50 % from 30, all from 45. Sold until a day before the departure.',
  ],
  begins,
  expected() {
    return Object.fromEntries(
      flown().map(({ name, delay, amount }) => [name, (amount * ratioIn(table, lateness(delay))) / wad]),
    )
  },
  async play(stage) {
    await stage.token('USDT', 'Tether USD', 6)
    await stage.token('DAI', 'Dai', 18)
    await stage.setTime()
    const network = await startFunctionsNetwork(stage.chain)
    const { reportTrigger } = stage.bulwark
    const subscription = await network.subscribe(stage.chain.actors.deployer, reportTrigger.address)
    await stage.sync()
    const { router, donId } = network
    await listAsked(
      stage,
      {
        ...{ name: 'flights', rate: (12n * wad) / 100n, table, longestEvent: length, window },
        wording: 'a flight on a day: 25 % from 15 minutes late, 50 % from 30, all from 45',
      },
      {
        ...{ router: router.address, subscription, donId },
        source: 'const [facts, begins, ends] = bytesArgs; return encode(await delayOf(facts, begins, ends))',
      },
    )
    const backs = ['flights']
    await stage.openPool({ name: 'Harbour', asset: 'USDT', deposits: { Ada: parseUnits('30000', 6) }, backs })
    await stage.openPool({ name: 'Prairie', asset: 'DAI', deposits: { Cleo: parseEther('12000') }, backs })

    const all = flown()
    const plan = [
      ...weeks.map((at) => ({ at, run: () => sellWeek(stage, at, all) })),
      ...all.map((flight) => ({ at: flight.event.ends + 600, run: () => report(flight) })),
    ]
    let onTime = 0
    const tellOnTime = () => {
      const flights = onTime === 1 ? '1 flight was' : `${onTime} flights were`
      if (onTime > 0) stage.teller.show(`… ${flights} reported less than 15 minutes late: nothing is owed`)
      onTime = 0
    }
    const report = async (flight: Flight) => {
      const { facts, event, pool, delay, name } = flight
      stage.at(event.ends + 600)
      const args = [stage.listing('flights').number, event, stringToHex(facts), stage.pool(pool).address]
      const asked = network.requestIn(await stage.send(reportTrigger, 'request', args))
      const { value, distance, status } = lateness(delay)
      const words = [value, distance, BigInt(status)] as const
      const result = encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }, { type: 'uint256' }], words)
      await stage.setTime()
      if ((await network.answer(asked, { result })) !== 0) throw new Error(`The report on ${name} was not taken.`)
      if (ratioIn(table, lateness(delay)) === 0n) {
        onTime++
        return
      }
      tellOnTime()
      const incident = await proveReport(stage, 'flights', event, pool)
      await stage.say(`${name}: the network reports ${delay} minutes, anyone proves it`, { gauge: `${delay} min` })
      await stage.step('flights')
      await stage.settle('flights', incident, event.begins, [name])
    }
    for (const { run } of plan.sort((a, b) => a.at - b.at)) await run()
    tellOnTime()
  },
}

/** On Mondays people buy covers for the week that begins two days later; one is always too late. */
async function sellWeek(stage: Stage, at: number, all: readonly Flight[]): Promise<void> {
  const [from, to] = [at + 2 * day, at + 9 * day]
  const week = all.filter(({ event }) => event.begins >= from && event.begins < to)
  stage.at(at)
  const missed = all.find(({ event }) => event.begins >= at + 2 * hour && event.lastSale < at)
  if (missed) {
    const { pool, amount, event, name } = missed
    await stage.refuse({ who: 'Otto', pool, listing: 'flights', on: name, amount, event }, 'QuoteExpired')
  }
  for (const { name: cover, who, pool, amount, event } of week) {
    await stage.buy({ cover, who, pool, listing: 'flights', amount, event }, { isQuiet: true })
  }
  const count = `${week.length} flights of the week from ${new Date(from * 1000).toISOString().slice(0, 10)}`
  if (week.length > 0) await stage.say(`${count} are insured`, { pool: 'Harbour' })
}
