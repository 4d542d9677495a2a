import { type Round, roles } from '@bulwark/testkit'
import { formatUnits } from 'viem'
import { sparkline } from '../print/sparkline.ts'
import { table } from '../print/table.ts'
import type { CoverResult, StoryResult } from '../types.ts'
import { describeAction, describeMove, describePayout } from './describe.ts'
import type { PoolFigures, StoryEvent } from './events.ts'
import { moment, money, percent, price } from './format.ts'
import { feedListings, otherListings, pools as plannedPools } from './plan.ts'
import type { World } from './world.ts'

type Print = (line: string) => void

/** Widths of the columns of a line: when, price, pool, what happened, own funds, SCR, ratio. No line is over 150. */
const widths = [18, 8, 12, 72, 15, 14, 8] as const

/** Tells a story line by line: when, the price, what happened, and what it did to the pools. */
export class Narrator {
  private readonly print: Print
  private rounds: readonly Round[] = []
  private untold: bigint[] = []

  constructor(print: Print) {
    this.print = print
  }

  tell(event: StoryEvent): void {
    if (event.kind === 'world') {
      this.rounds = event.rounds
      this.tellWorld(event.world)
    } else if (event.kind === 'round') {
      this.untold.push(event.round.answer)
    } else if (event.kind === 'keeper') {
      this.say(event.at, describeMove(event.move))
      for (const figures of event.pools) this.sayPool(figures)
    } else {
      const { at, action, outcome, pools } = event
      const [only, second] = pools
      const isPayout = action.do === 'settle'
      const what = describeAction(action, outcome)
      if (only && !second) this.say(at, isPayout ? `${what}: ${describePayout(only)}` : what, only)
      else this.say(at, what)
      if (second) for (const figures of pools) this.sayPool(figures, isPayout ? describePayout(figures) : '')
    }
  }

  // -- Before ---------------------------------------------------------------------------------------------------

  private tellWorld({ bulwark, feed, ratesHash }: World): void {
    const [first, last] = [this.rounds[0], this.rounds.at(-1)] as [Round, Round]
    const span = `${moment(first.updatedAt, 'day')} to ${moment(last.updatedAt, 'day')}`
    this.paragraph([
      'Bulwark: USDC loses its peg, and cover is paid by proof',
      '',
      'A fresh local chain with Chainlink’s own aggregator and proxy, fed with the rounds of a recorded series of USDC / USD:',
      `${this.rounds.length} rounds, ${first.round} to ${last.round}, ${span}. Nothing here has value.`,
    ])
    this.paragraph([
      'What can be covered',
      ...feedListings.map(({ name, strike, recovery, persistence }) => {
        const [low, high] = [strike, recovery].map((level) => (Number(level) / 1e8).toFixed(2))
        return entry(name, `USDC below ${low}, then no round at or above ${high} for ${persistence / 3600n} hours`)
      }),
      entry('', 'paid: the cover × the loss ratio, which is 1 − the time-weighted mean price over those hours'),
      entry(otherListings.map(({ name }) => name).join(', '), ''),
      entry('', 'a total loss of the project, as an adjudicator for tests rules'),
    ])
    this.paragraph(['Who sells it', ...plannedPools.map(({ name, what }) => entry(name, what))])
    this.paragraph([
      'What the figures say',
      entry(
        'own funds',
        'what the pool has beyond what it owes: to holders, to those who left, and in premiums not yet earned',
      ),
      entry('SCR', 'what it must have for the cover it has sold, its solvency capital requirement'),
      entry('ratio', 'own funds / SCR: no sale and no exit takes it below 100 %; a loss can'),
      entry('funded', 'how much of its claims the pool can pay so far, equal for all; what it earns later lifts that'),
    ])
    this.paragraph([
      'Who may do what',
      ...Object.entries(roles).map(([name, { may, by }]) => role(name, `${by}: ${may}`)),
      role('ADMIN', 'the timelock: names who has these roles; its own and REGISTRAR are given to nobody else'),
      role(
        '',
        'the launch council proposes to the timelock, which waits 16 days; after the launch, the vote of the token',
      ),
      role(
        'curator',
        'of a pool: classes, groups, limits and his fee, announced 16 days before; may stop a sale at once',
      ),
      role('anyone', 'creates pools and listings, opens incidents, proves, steps, settles, releases, serves exits'),
      role('nobody', 'moves a pool’s assets but to a settled cover, a served exit or a stated fee'),
    ])
    this.paragraph([
      'Where it is',
      entry('feed', feed.proxy),
      entry('listings', bulwark.listings.address),
      entry('incidents', bulwark.incidents.address),
      entry('rates', `hash of the published table ${ratesHash}`),
    ])
    this.print(line(['UTC', 'USDC', 'pool', 'what happened', 'own funds', 'SCR', 'ratio']))
  }

  private paragraph(lines: readonly string[]): void {
    for (const line of [...lines, '']) this.print(line)
  }

  // -- During ---------------------------------------------------------------------------------------------------

  private say(at: number, what: string, figures?: PoolFigures): void {
    this.tellQuiet()
    const newest = this.rounds.findLast(({ updatedAt }) => updatedAt <= at)
    this.print(
      line([
        moment(at),
        newest ? price(newest.answer) : '',
        figures?.pool ?? '',
        what,
        ...(figures ? columns(figures) : []),
      ]),
    )
  }

  private sayPool(figures: PoolFigures, what = ''): void {
    this.print(line(['', '', figures.pool, what, ...columns(figures)]))
  }

  /** Rounds that nothing followed from. */
  private tellQuiet(): void {
    const answers = this.untold.slice(0, -1)
    this.untold = []
    if (answers.length === 0) return
    const sorted = answers.toSorted((a, b) => Number(a - b))
    const [low, high] = [price(sorted[0] as bigint), price(sorted.at(-1) as bigint)]
    const range = low === high ? `at ${low}` : `${low} to ${high}`
    this.print(line(['', '', '', `… ${answers.length} ${answers.length === 1 ? 'round' : 'rounds'} ${range}`]))
  }

  // -- After ----------------------------------------------------------------------------------------------------

  /** The end: the price as a line, what was ruled, then expected against paid. */
  tellResult({ listings, covers, exits }: StoryResult): void {
    const drawn = this.rounds.slice(-300)
    const lowest = drawn.reduce((a, b) => (b.answer < a.answer ? b : a))
    const [from, to] = [moment(drawn[0]?.updatedAt ?? 0), moment(drawn.at(-1)?.updatedAt ?? 0)]
    this.print('')
    this.paragraph([
      `USDC / USD, the last ${drawn.length} rounds, ${from} to ${to}; lowest ${price(lowest.answer)} at ${moment(lowest.updatedAt)}`,
      sparkline(
        drawn.map(({ answer }) => Number(answer)),
        100,
      ),
    ])
    this.paragraph([
      'Ruled',
      ...listings.map(({ listing, lossRatio, ruledAt }) => {
        if (lossRatio === null || ruledAt === null) return entry(listing, 'not ruled')
        return entry(listing, `${moment(ruledAt, 'second')} UTC, loss ratio ${formatUnits(lossRatio, 18)}`)
      }),
    ])
    this.paragraph(
      table(
        ['Cover from', 'on', 'amount', 'expected', 'paid', 'funded', ''],
        covers.map((cover) => [
          cover.pool,
          cover.listing,
          money(cover.pool, cover.amount, 2),
          ...compared(cover),
          cover.funding === null ? '–' : percent(cover.funding, 2),
          verdict(cover),
        ]),
      ),
    )
    this.paragraph(
      table(
        ['Exit of', 'from', 'asked', 'expected', 'paid', ''],
        exits.map((exit) => [exit.who, exit.pool, exit.asked, ...compared(exit), verdict(exit)]),
      ),
    )
    const payments = [...covers, ...exits]
    const equal = payments.filter(({ expected, paid }) => expected === paid).length
    this.print(`${equal} of ${payments.length} payments equal, to the smallest unit, what was expected.`)
    this.print('Expected is worked out from the rounds and the list of actions alone, without a contract.')
  }
}

type Payment = Pick<CoverResult, 'pool' | 'expected' | 'paid'>

function compared({ pool, expected, paid }: Payment): string[] {
  const digits = plannedPools.find(({ name }) => name === pool)?.asset === 'WETH' ? 8 : 6
  return [money(pool, expected, digits), money(pool, paid, digits)]
}

function verdict({ expected, paid }: Payment): string {
  return expected === paid ? 'equal' : 'DIFFERENT'
}

function columns({ pool, high, scr }: PoolFigures): string[] {
  const ratio = scr === 0n ? '–' : `${(high * 100n) / scr} %`
  return [money(pool, high, 0), money(pool, scr, 0), ratio]
}

/** A name and what it means. */
function entry(name: string, what: string, width = 12): string {
  return `  ${name.padEnd(width)}${what}`.trimEnd()
}

/** An entry beside the name of a role. */
function role(name: string, what: string): string {
  return entry(name, what, 14)
}

/** Words to the left, figures to the right. */
function line(cells: readonly string[]): string {
  const padded = cells.map((cell, column) => {
    const width = widths[column] ?? 0
    return column < 4 ? cell.padEnd(width) : cell.padStart(width)
  })
  return padded.join('').trimEnd()
}
