import { roles } from '@bulwark/testkit'
import { formatUnits } from 'viem'
import { sparkline } from '../print/sparkline.ts'
import { table } from '../print/table.ts'
import type { StoryResult } from '../types.ts'
import { money, percent } from './money.ts'
import { type Action, pools as plannedPools } from './plan.ts'
import type { StoryEvent } from './run.ts'
import type { World } from './world.ts'

type Print = (line: string) => void

/** Error names that a refusal ends with, as a newcomer would say them. */
const refusals: Readonly<Record<string, string>> = {
  AdjudicatorRefuses: 'the feed is below its warning',
  CapacityExceeded: 'SCR would exceed backing',
  IncidentOpen: 'an incident is open',
}

/** Tells a story line by line: when, the price, what happened, and what it did to the pool. */
export class Narrator {
  private readonly print: Print
  private price: bigint | undefined
  private prices: number[] = []
  private quiet = 0

  constructor(print: Print) {
    this.print = print
  }

  tell(event: StoryEvent): void {
    if (event.kind === 'world') this.tellWorld(event.world)
    else if (event.kind === 'round') this.hear(event.round.answer)
    else if (event.kind === 'keeper') this.tellKeeper(event)
    else this.tellAction(event)
  }

  private tellWorld({ bulwark, feed, ratesHash }: World): void {
    this.print('Bulwark, March 2023: USDC loses its peg, and covers are paid by proof')
    this.print('')
    this.print(
      'A fresh chain at 20 February 2023, Chainlink’s own aggregator and proxy, and the rounds that it published.',
    )
    this.print('Two listings on USDC / USD. near: below 0.95 with no round at or above 0.98 for 12 hours;')
    this.print(
      'far: below 0.90 with no round at or above 0.92 for 12 hours. Loss ratio: 1 − mean price over that span.',
    )
    for (const { name, what } of plannedPools) this.print(`  ${name.padEnd(11)} ${what}`)
    this.print('')
    this.print('Who may do what')
    for (const [name, { may }] of Object.entries(roles)) this.print(`  ${name.padEnd(11)} ${may}`)
    this.print(
      '  ADMIN       the timelock, which waits 16 days: gives and takes these roles and says what each may call',
    )
    this.print(
      '  curator     of a pool: classes, groups, limits and his fee, announced 16 days before; may stop a sale at once',
    )
    this.print('  anyone      creates pools and listings, arms, proves, steps, settles, releases, serves exits')
    this.print('  nobody      moves a pool’s assets but to a settled cover, a served exit or a stated fee')
    this.print('')
    this.print(`  feed ${feed.proxy}   listings ${bulwark.listings.address}   incidents ${bulwark.incidents.address}`)
    this.print(`  hash of the posted rates ${ratesHash}`)
    this.print('')
    this.print(line('UTC', 'USDC', 'what happened', ['own funds', 'SCR', 'ratio']))
  }

  private hear(answer: bigint): void {
    this.price = answer
    this.prices.push(Number(answer) / 1e8)
    this.quiet++
  }

  private tellKeeper({ at, move, round }: Extract<StoryEvent, { kind: 'keeper' }>): void {
    const what = {
      armed: `round ${round.round} is the first below the strike: the keeper arms ${move.listing}; its sales stop everywhere`,
      proved: `round ${round.round} closes the span: ${move.listing} is ruled, loss ratio ${percent(move.ratio ?? 0n, 7)}`,
      recovered: `the price recovered (or the feed fell silent): ${move.listing} is dismissed, nothing is owed`,
    }[move.did]
    this.say(at, what)
  }

  private tellAction({ at, action, result, pool }: Extract<StoryEvent, { kind: 'action' }>): void {
    const state = pool && 'pool' in action ? this.columns(action.pool, pool) : []
    this.say(at, describe(action, result), state)
  }

  private columns(name: string, { high, scr }: { high: bigint; scr: bigint }): string[] {
    const ratio = scr === 0n ? '–' : `${((Number(high) / Number(scr)) * 100).toFixed(0)} %`
    return [money(name, high, 0), money(name, scr, 0), ratio]
  }

  private say(at: number, what: string, columns: string[] = []): void {
    if (this.quiet > 1) this.print(line('', '', `… ${this.quiet} rounds of the feed`))
    this.quiet = 0
    const price = this.price === undefined ? '' : (Number(this.price) / 1e8).toFixed(4)
    this.print(line(new Date(at * 1000).toISOString().slice(5, 16).replace('T', ' '), price, what, columns))
  }

  /** The end: the price as a line, then expected against paid. */
  tellResult({ listings, covers, exits }: StoryResult): void {
    const low = Math.min(...this.prices)
    this.print('')
    this.print(`USDC / USD  ${sparkline(this.prices.slice(-300), 72)}  lowest ${low.toFixed(4)}`)
    this.print('')
    for (const { listing, lossRatio, ruledAt } of listings) {
      if (lossRatio === null) continue
      const when = new Date((ruledAt as number) * 1000).toISOString().replace('T', ' ').slice(0, 19)
      this.print(`${listing.padEnd(9)} ruled ${when} UTC, loss ratio ${formatUnits(lossRatio, 18)}`)
    }
    this.print('')
    const rows = covers.map(({ pool, listing, amount, expected, paid, funding }) => [
      pool,
      listing,
      money(pool, amount, 2),
      exact(pool, expected),
      exact(pool, paid),
      funding === null ? '–' : percent(funding, 2),
      expected === paid ? 'equal' : 'DIFFERENT',
    ])
    for (const row of table(['Cover of', 'listing', 'amount', 'expected', 'paid', 'funding', ''], rows)) this.print(row)
    this.print('')
    const left = exits.map(({ who, pool, asked, expected, paid }) => [
      who,
      pool,
      asked,
      money(pool, expected),
      money(pool, paid),
      expected === paid ? 'equal' : 'DIFFERENT',
    ])
    for (const row of table(['Exit of', 'pool', 'asked', 'expected', 'paid', ''], left)) this.print(row)
    this.print('')
    this.print('Expected was worked out from the rounds and the list of actions alone, without a contract.')
  }
}

function describe(action: Action, result: string | bigint | undefined): string {
  switch (action.do) {
    case 'deposit':
      return `${action.who} deposits ${money(action.pool, action.amount, 0)} in ${action.pool}`
    case 'buy': {
      const cover = `${money(action.pool, action.amount, 2)} of ${action.listing} for ${action.days} days`
      return `${action.who} buys ${cover} from ${action.pool} for ${money(action.pool, result as bigint)}`
    }
    case 'tryToBuy': {
      const cover = `${money(action.pool, action.amount, 0)} of ${action.listing} from ${action.pool}`
      const why = result === 'sold' ? 'sold' : `refused, ${refusals[String(result)] ?? result}`
      return `${action.who} wants ${cover} (${action.why}): ${why}`
    }
    case 'askToLeave':
      return `${action.who} asks to leave ${action.pool} with ${money(action.pool, result as bigint)}`
    case 'serveExits':
      return `exits of ${action.pool} are served: ${money(action.pool, result as bigint)} set aside`
    case 'takeOut':
      return `${action.who} takes ${money(action.pool, result as bigint)} out of ${action.pool}`
    case 'totalLoss':
      return `the ${action.listing} project is a total loss, as the test adjudicator rules`
    case 'settle':
      return `${action.listing} is settled: ${result}`
    case 'close':
      return `the settlement window of ${action.listing} has ended: what is left streams back`
    case 'release':
      return `cover on ${action.listing} has run off in ${action.pool}: its capital is free`
  }
}

function line(time: string, price: string, what: string, columns: readonly string[] = []): string {
  const tail = columns.map((column, index) => column.padStart(index === 2 ? 7 : 17)).join('')
  return `${time.padEnd(12)}${price.padEnd(8)}${tail === '' ? what : `${what.padEnd(92)}${tail}`}`
}

/** Every digit that the asset has, but no more than eight: enough to see, and equality is told to the unit. */
function exact(pool: string, amount: bigint): string {
  return money(pool, amount, pool === 'Lighthouse' ? 8 : 6)
}
