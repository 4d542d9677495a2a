import type { SolvencyStatement } from '../../types.ts'
import { liquidityChart } from '../charts.ts'
import { type Amounts, decimal, percent, short, time } from '../format.ts'
import { html, type Markup } from '../html.ts'
import { table } from '../table.ts'
import { more, most } from './requirement.ts'

/** What is insured, the largest risks first, and how concentrated it is. */
export function insured({ exposures }: SolvencyStatement, amounts: Amounts): Markup {
  const largest = exposures.risks[0] ? BigInt(exposures.risks[0].exposure) : 1n
  const bar = (exposure: string) => Number((BigInt(exposure) * 100n) / largest)
  return html`<section><h2>What it insures</h2>
<p class="lead">The ten largest risks are ${percent(exposures.topTenShare)} of ${amounts.units(exposures.total)} in force. Herfindahl index ${decimal(BigInt(exposures.herfindahlRisks), 18, 3)} over risks, ${decimal(BigInt(exposures.herfindahlGroups), 18, 3)} over groups (1 is all on one).</p>
${table({
  columns: [
    { label: 'Listing' },
    { label: 'Class, group' },
    { label: 'Rules on it' },
    { label: '', className: 'barcell' },
    { label: 'Insured', numeric: true },
    { label: 'Reserved', numeric: true },
    { label: 'Net', numeric: true },
  ],
  rows: exposures.risks
    .slice(0, most)
    .map(({ listing, class: index, group, adjudicator, exposure, open, granted, net }) => {
      const reserved = BigInt(open) > BigInt(granted) ? open : granted
      return [
        ...[
          listing,
          `${index}, ${group}`,
          short(adjudicator),
          html`<span class="bar" style="width:${bar(exposure)}%"></span>`,
        ],
        ...[amounts.units(exposure), amounts.units(reserved), amounts.units(net)],
      ]
    }),
  empty: 'Nothing is insured.',
})}${more(exposures.risks.length, 'risks')}
<div class="two"><div>${parts('By listing', 'Listing', exposures.byListing, ({ listing }) => listing)}</div>
<div>${parts('By who rules', 'Adjudicator', exposures.byAdjudicator, ({ adjudicator }) => short(adjudicator))}</div></div></section>`
}

function parts<part extends { share: string }>(
  title: string,
  label: string,
  all: readonly part[],
  name: (part: part) => Markup | string,
): Markup {
  if (all.length === 0) return html``
  return html`<h3>${title}</h3>${table({
    columns: [{ label }, { label: 'Share', numeric: true }],
    rows: all.slice(0, most).map((part) => [name(part), percent(part.share)]),
  })}`
}

/** What falls due, week by week, and who waits to leave. */
export function liquidity(statement: SolvencyStatement, amounts: Amounts): Markup {
  const { days, later, notReleased, exits } = statement.liquidity
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7))
    // Weeks in which nothing falls due say nothing.
    .filter((week) => week.some((day) => [day.runOff, day.premium, day.gains, day.exits].some((sum) => sum !== '0')))
  const sum = (texts: string[]) => amounts.units(texts.reduce((total, text) => total + BigInt(text), 0n).toString())
  return html`<section><h2>What falls due</h2>
<p class="lead">Ninety days from ${days[0]?.date ?? ''}: cover that runs off frees capital; premium and gains stream to the underwriters; exits may be served from the day they are ready, as far as the requirement allows. Weeks in which nothing falls due are left out; the JSON has every day.</p>
${liquidityChart(statement, amounts)}
${table({
  columns: [
    { label: 'From' },
    { label: 'Cover runs off', numeric: true },
    { label: 'Premium earned', numeric: true },
    { label: 'Gains', numeric: true },
    { label: 'Exits ready', numeric: true },
  ],
  rows: [
    ...weeks.map((week) => [
      ...[week[0]?.date, sum(week.map(({ runOff }) => runOff)), sum(week.map(({ premium }) => premium))],
      ...[sum(week.map(({ gains }) => gains)), sum(week.map(({ exits }) => exits))],
    ]),
    ['later', ...[later.runOff, later.premium, later.gains, later.exits].map(amounts.units)],
  ],
})}
${notReleased !== '0' && html`<p class="note">${amounts.units(notReleased)} should have run off by now and is still counted: anyone may release it, unless an incident holds it.</p>`}
${
  exits.length > 0 &&
  html`<h3>Waiting to leave</h3>${table({
    columns: [
      { label: 'Request' },
      { label: 'Of' },
      { label: 'Asked' },
      { label: 'Ready' },
      { label: 'Worth when asked', numeric: true },
      { label: 'Worth now', numeric: true },
    ],
    rows: exits
      .slice(0, most)
      .map(({ request, controller, askedAt, readyAt, valueWhenAsked, valueNow }) => [
        ...[request, short(controller), time(askedAt), time(readyAt)],
        ...[amounts.units(valueWhenAsked), amounts.units(valueNow)],
      ]),
  })}${more(exits.length, 'requests')}`
}</section>`
}
