import { sparkline } from '../print/sparkline.ts'
import { table } from '../print/table.ts'
import { moment } from '../usdc2023/format.ts'
import { explain } from './explain.ts'
import { type Asset, hours, money } from './format.ts'
import type { Stage } from './Stage.ts'
import type { SoldCover, Story, StoryReport } from './types.ts'

/** Widths of the columns of a line: when, a reading, what happened, own funds, SCR, ratio. No line is over 150. */
const widths = [18, 12, 75, 18, 17, 9] as const

/** From more covers on, the table leaves out those that were owed nothing. */
const longTable = 24

type Figures = { asset: Asset; high: bigint; scr: bigint }

/** Tells a story line by line, in the manner of the first one. */
export class Teller {
  /** Is anybody listening? Else nothing need be read for him. */
  readonly isHeard: boolean
  private readonly print: (line: string) => void

  constructor(print?: (line: string) => void) {
    this.isHeard = print !== undefined
    this.print = print ?? (() => undefined)
  }

  begin({ name, what, told, decidedBy }: Story): void {
    this.paragraph([`${name}: ${what}`, '', ...told.flatMap((text) => wrap(text, 120)), `Decided by: ${decidedBy}.`])
    this.print(line(['UTC', 'reading', 'what happened', 'own funds', 'SCR', 'ratio']))
  }

  say(at: number, what: string, gauge = '', figures?: Figures): void {
    const [first = '', ...more] = wrap(what, widths[2] - 2)
    this.print(line([moment(at), gauge, first, ...(figures ? columns(figures) : [])]))
    for (const text of more) this.print(line(['', '', text]))
  }

  /** A line without a time: what is drawn. */
  show(text: string): void {
    this.print(line(['', '', text]))
  }

  /** A series as one line of bars. */
  draw(title: string, numbers: readonly number[]): void {
    this.print('')
    this.print(title)
    this.print(sparkline(numbers, 100))
  }

  end(
    report: StoryReport,
    { covers, losses }: Pick<Stage, 'covers' | 'losses'>,
    assets: ReadonlyMap<string, Asset>,
  ): void {
    const isLong = report.covers.length > longTable
    const rows = report.covers.flatMap((cover, index) => {
      if (isLong && cover.expected === 0n && cover.paid === 0n) return []
      const asset = assets.get(cover.pool) as Asset
      const sold = covers[index] as SoldCover
      const took = sold.hours
      const row = [
        cover.cover,
        cover.pool,
        ...[cover.amount, cover.expected, cover.paid].map((amount) => money(asset, amount, asset.decimals > 6 ? 8 : 6)),
        took === null ? '–' : hours(took),
        cover.expected === cover.paid ? 'equal' : 'DIFFERENT',
        explain(sold, losses.get(sold.listing) ?? []),
      ]
      return [row]
    })
    this.print('')
    const left = report.covers.length - rows.length
    const rest = left > 0 ? [`… and ${left} that were owed nothing and got nothing`] : []
    this.paragraph([...table(['Cover', 'from', 'amount', 'expected', 'paid', 'hours', '', ''], rows), ...rest])
    const equal = report.covers.filter(({ expected, paid }) => expected === paid).length
    const { hoursToMoney, worstCaseHours, denied } = report
    this.paragraph([
      `${equal} of ${report.covers.length} covers were paid, to the smallest unit, what the facts say without a contract; ${denied} refused or rightly not paid.`,
      `From the loss to the money: ${hours(hoursToMoney)} hours; at worst ${hours(worstCaseHours)}.`,
    ])
  }

  private paragraph(lines: readonly string[]): void {
    for (const text of [...lines, '']) this.print(text)
  }
}

function columns({ asset, high, scr }: Figures): string[] {
  const digits = asset.decimals > 6 ? 2 : 0
  return [money(asset, high, digits), money(asset, scr, digits), scr === 0n ? '–' : `${(high * 100n) / scr} %`]
}

/** Words to the left, figures to the right. */
function line(cells: readonly string[]): string {
  const padded = cells.map((cell, column) => {
    const width = widths[column] ?? 0
    return column < 3 ? cell.padEnd(width) : cell.padStart(width)
  })
  return padded.join('').trimEnd()
}

/** Breaks a sentence at blanks. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
