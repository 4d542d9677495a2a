import type { SolvencyStatement } from '../../types.ts'
import { type Amounts, bpsPercent, percent, thousands } from '../format.ts'
import { html, type Markup } from '../html.ts'
import { table } from '../table.ts'

/** How the requirement is built up, class by class. */
export function requirement({ requirement: stated, pool }: SolvencyStatement, amounts: Amounts): Markup {
  const groups = stated.classes.flatMap(({ class: index, groups }) =>
    groups.filter(({ gross }) => gross !== '0').map((group) => ({ index, ...group })),
  )
  return html`<section><h2>What it must hold</h2>
<p class="lead">Groups that one event can hit add up in full; classes and groups beside each other in part, as ρ and r say. Each root is rounded up.</p>
<pre>S = √((1 − ρ)·Σe² + ρ·(Σe)²)    SCR = √((1 − r)·ΣS² + r·(ΣS)²)    r = ${bpsPercent(stated.r)}</pre>
${table({
  columns: [
    { label: 'Class' },
    { label: 'ρ', numeric: true },
    { label: 'λ·T at most', numeric: true },
    { label: 'Σe, net', numeric: true },
    { label: 'Σe², grains²', numeric: true },
    { label: 'S', numeric: true },
  ],
  rows: [
    ...stated.classes.map(({ class: index, rho, maxLossProbability, q, a, s }) => [
      ...[
        `${index}`,
        bpsPercent(rho),
        percent(maxLossProbability),
        amounts.grains(a),
        scientific(q),
        amounts.grains(s),
      ],
    ]),
    ['SCR', '', '', '', '', amounts.units(stated.scr)],
  ],
  sum: true,
})}
<p class="note">1 grain = ${thousands(pool.grain)} units. ΣS ${thousands(stated.sumS)} grains; the requirement is ${thousands(stated.scrGrains)} grains.</p>
${
  groups.length > 0 &&
  html`<h3>Groups</h3>${table({
    columns: [
      { label: 'Class' },
      { label: 'Group' },
      { label: 'Net of reserves', numeric: true },
      { label: 'Insured', numeric: true },
      { label: 'Limit', numeric: true },
    ],
    rows: groups
      .slice(0, most)
      .map(({ index, group, net, gross, limit }) => [
        ...[`${index}`, group, amounts.grains(net), amounts.grains(gross), amounts.grains(limit)],
      ]),
  })}${more(groups.length, 'groups')}`
}</section>`
}

/** Rows of a table on paper; the JSON has all. */
export const most = 20

/** Says what was left out. */
export function more(count: number, what: string): Markup {
  return count > most ? html`<p class="note">And ${count - most} more ${what}, in the JSON.</p>` : html``
}

/** A large whole number with four digits and its power. */
function scientific(digits: string): string {
  if (digits.length <= 6) return digits
  return `${digits[0]}.${digits.slice(1, 4)}·10^${digits.length - 1}`
}
