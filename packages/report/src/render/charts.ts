import type { SolvencyStatement } from '../types.ts'
import type { Amounts } from './format.ts'
import { html, type Markup } from './html.ts'

/** A part of a bar. */
export type Part = { label: string; amount: bigint; colour: string }

const width = 720
/** Where the days end, and the labels of the scale begin. */
const plot = 590

/** One bar in parts, each named with its amount beside its colour; a line where the requirement ends. */
export function stackedBar(parts: readonly Part[], amounts: Amounts, caption: string): Markup {
  const shown = parts.filter(({ amount }) => amount > 0n)
  const total = shown.reduce((sum, { amount }) => sum + amount, 0n)
  if (total === 0n) return html``
  let left = 0
  const bars = shown.map(({ amount, colour }, index) => {
    const size = Number((amount * 1_000_000n) / total) * (width / 1_000_000)
    const x = left
    left += size
    return html`<rect x="${x.toFixed(2)}" y="0" width="${Math.max(index === shown.length - 1 ? width - x : size, 0.5).toFixed(2)}" height="28" fill="var(--${colour})"/>`
  })
  const key = shown.map(
    ({ label, amount, colour }) =>
      html`<li><i style="background:var(--${colour})"></i>${label} ${amounts.units(amount.toString())}</li>`,
  )
  return html`<figure><svg viewBox="0 0 ${width} 28" role="img" aria-label="${caption}">${bars}</svg><ul class="key">${key}</ul></figure>`
}

/** What the pool has, above what it must hold and what open incidents may take: bars on one scale. */
export function fundsChart({ ownFunds, requirement, liabilities }: SolvencyStatement, amounts: Amounts): Markup {
  const rows = [
    { label: 'Own funds', amount: BigInt(ownFunds.high), colour: 'rampart' },
    { label: 'Required', amount: BigInt(requirement.scr), colour: 'watchfill' },
    { label: 'Open', amount: BigInt(liabilities.reserves.open), colour: 'breach' },
  ].filter(({ label, amount }) => label !== 'Open' || amount > 0n)
  const most = rows.reduce((top, { amount }) => (amount > top ? amount : top), 1n)
  const room = 190
  const bars = rows.map(({ label, amount, colour }, index) => {
    const size = Math.max((Number((amount * 100_000n) / most) / 100_000) * room, amount > 0n ? 1 : 0)
    const y = index * 30
    return html`<text x="0" y="${y + 16}">${label}</text><rect x="76" y="${y + 3}" width="${size.toFixed(1)}" height="18" rx="3" fill="var(--${colour})"/><text x="${(76 + size + 8).toFixed(1)}" y="${y + 16}">${amounts.units(amount.toString())}</text>`
  })
  return html`<svg viewBox="0 0 400 ${rows.length * 30 - 6}" role="img" aria-label="Own funds against the requirement">${bars}</svg>`
}

/** What is still in force, still unearned and waiting to leave, on each of the days stated. */
export function liquidityChart(statement: SolvencyStatement, amounts: Amounts): Markup {
  const { liquidity } = statement
  const { days, later } = liquidity
  const height = 150
  const step = plot / days.length
  const sum = (texts: string[]) => texts.reduce((total, text) => total + BigInt(text), 0n)
  const start = BigInt(liquidity.notReleased) + BigInt(later.runOff) + sum(days.map(({ runOff }) => runOff))
  const exits = sum(days.map(({ exits }) => exits)) + BigInt(later.exits)
  const most = [start, exits, 1n].reduce((a, b) => (a > b ? a : b))
  const y = (amount: bigint) => (height - (Number((amount * 10_000n) / most) / 10_000) * (height - 20)).toFixed(1)
  let inForce = start
  let out = 0n
  const force: string[] = []
  const leave: string[] = []
  for (const [index, day] of days.entries()) {
    inForce -= BigInt(day.runOff)
    out += BigInt(day.exits)
    const [from, to] = [(index * step).toFixed(1), ((index + 1) * step).toFixed(1)]
    force.push(`${from},${y(inForce)} ${to},${y(inForce)}`)
    leave.push(`${from},${y(out)} ${to},${y(out)}`)
  }
  const ticks = days
    .map(({ date }, index) => ({ date, index }))
    .filter(({ index }) => index % 30 === 0)
    .map(({ date, index }) => html`<text x="${(index * step).toFixed(1)}" y="${height + 14}">${date}</text>`)
  const caption = 'Sum insured still in force (area), and exits ready to be served (line), day by day'
  return html`<figure><svg viewBox="0 0 ${width} ${height + 20}" role="img" aria-label="${caption}"><line class="grid" x1="0" x2="${plot}" y1="${height}" y2="${height}"/><line class="grid" x1="0" x2="${plot}" y1="20" y2="20"/><text x="${plot + 8}" y="24">${amounts.units(most.toString())}</text><text x="${plot + 8}" y="${height + 4}">0</text><polygon points="0,${height} ${force.join(' ')} ${plot},${height}" fill="var(--rampart)" fill-opacity=".22"/><polyline points="${force.join(' ')}" fill="none" stroke="var(--rampart)" stroke-width="2"/><polyline points="${leave.join(' ')}" fill="none" stroke="var(--watch)" stroke-width="2" stroke-dasharray="5 3"/>${ticks}</svg><ul class="key"><li><i style="background:var(--rampart)"></i>sum insured in force, ${amounts.symbol}</li><li><i style="background:var(--watch)"></i>exits that may be served (dashed), at today’s worth</li></ul></figure>`
}
