import type { SolvencyStatement } from '../../types.ts'
import { type Amounts, bpsPercent, percent, short, shorten, span, time } from '../format.ts'
import { html, type Markup } from '../html.ts'
import { table } from '../table.ts'
import { more, most } from './requirement.ts'

/** How the pool has paid. */
export function record({ claims }: SolvencyStatement, amounts: Amounts): Markup {
  const { opened, granted, denied, lapsed, open } = claims
  return html`<section><h2>How it has paid</h2>
<p class="lead">${opened} ${opened === 1 ? 'incident' : 'incidents'} on what it had sold: ${granted} granted, ${denied} denied, ${lapsed} lapsed, ${open} open. Paid ${amounts.units(claims.paid)} of ${amounts.units(claims.claimed)} claimed; holders were left ${amounts.units(claims.shortfall)} short. From opening to ruling ${span(claims.secondsToRuling)}, from ruling to the first payout ${span(claims.secondsToFirstPayout)}, in the median.</p>
${table({
  columns: [
    { label: 'Incident' },
    { label: 'Listing' },
    { label: 'Outcome' },
    { label: 'Loss' },
    { label: 'Share', numeric: true },
    { label: 'Reserved', numeric: true },
    { label: 'Claimed', numeric: true },
    { label: 'Paid', numeric: true },
    { label: 'Ruled to paid', numeric: true },
  ],
  rows: claims.incidents
    .slice(-most)
    .map((incident) => [
      ...[incident.incident, incident.listing, incident.status, time(incident.lossTime)],
      ...[
        ['granted', 'closed'].includes(incident.status) ? percent(incident.share, 2) : '–',
        amounts.units(incident.reserve),
      ],
      ...[amounts.units(incident.claimed), amounts.units(incident.paid)],
      incident.ruledAt !== null && incident.firstPaidAt !== null
        ? span((BigInt(incident.firstPaidAt) - BigInt(incident.ruledAt)).toString())
        : '–',
    ]),
  empty: 'Nothing has been claimed yet.',
})}${more(claims.incidents.length, 'earlier incidents')}</section>`
}

/** What the prices rest on. */
export function rates({ rates: stated }: SolvencyStatement): Markup {
  return html`<section><h2>What its prices rest on</h2>
<p class="lead">The technical rate of each listing that the pool has backed, and the hashes of the data and of the model that it was posted with.</p>
${table({
  columns: [
    { label: 'Listing' },
    { label: 'Rate a year', numeric: true },
    { label: 'Posted' },
    { label: 'Data' },
    { label: 'Model' },
    { label: 'Terms' },
  ],
  rows: stated
    .slice(0, most)
    .map(({ listing, rate, postedAt, dataHash, modelHash, termsHash }) => [
      ...[listing, postedAt === '0' ? 'by signed quotes' : percent(rate, 3), postedAt === '0' ? '–' : time(postedAt)],
      ...[dataHash === null ? '–' : short(dataHash), modelHash === null ? '–' : short(modelHash), short(termsHash)],
    ]),
  empty: 'It has backed no listing yet.',
})}${more(stated.length, 'listings')}</section>`
}

/** What the curator has bound the pool to, and what he has announced. */
export function limits({ limits: stated, pool }: SolvencyStatement, amounts: Amounts): Markup {
  return html`<section><h2>What its curator may do</h2>
<p class="lead">His fee is ${bpsPercent(stated.curatorFee)} of the net premium. Every change but a stop waits until after those who disagree could leave: exits take ${span(pool.cooldown)}, changes two days more.</p>
<div class="two"><div><h3>Limits by listing</h3>
${table({
  columns: [{ label: 'Listing' }, { label: 'Insured', numeric: true }, { label: 'Limit', numeric: true }],
  rows: stated.listings
    .slice(0, most)
    .map(({ listing, exposure, limit }) => [
      listing,
      amounts.grains(exposure),
      limit === '0' ? 'stopped' : amounts.grains(limit),
    ]),
})}${more(stated.listings.length, 'listings')}</div><div><h3>Limits by who rules</h3>
${table({
  columns: [{ label: 'Adjudicator' }, { label: 'Insured', numeric: true }, { label: 'Limit', numeric: true }],
  rows: stated.adjudicators
    .slice(0, most)
    .map(({ adjudicator, exposure, limit }) => [short(adjudicator), amounts.grains(exposure), amounts.grains(limit)]),
})}</div></div>
<h3>Announced changes</h3>
${table({
  columns: [{ label: 'Call' }, { label: 'Possible from' }],
  rows: stated.pending
    .slice(0, most)
    .map(({ call, executableAt }) => [html`<code class="full">${shorten(call, 200)}</code>`, time(executableAt)]),
  empty: 'None is announced.',
})}</section>`
}
