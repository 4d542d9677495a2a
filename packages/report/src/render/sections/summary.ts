import { wad } from '@bulwark/risk/exact'
import type { StatementFile } from '../../parseStatement.ts'
import type { SolvencyStatement } from '../../types.ts'
import { fundsChart } from '../charts.ts'
import { type Amounts, full, percent, shorten, span, thousands, time } from '../format.ts'
import { html, Markup } from '../html.ts'

const mark = new Markup(
  '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true"><path d="M10.90 18.69L10.37 18.69L9.49 20.82L5.42 21.66L4.96 17.53L6.72 16.03L5.71 12.93L3.40 12.75L1.35 9.14L5.13 7.42L7.10 8.64L9.74 6.72L9.20 4.47L12.00 1.40L14.80 4.47L14.26 6.72L16.90 8.64L18.87 7.42L22.65 9.14L20.60 12.75L18.29 12.93L17.28 16.03L19.04 17.53L18.58 21.66L14.51 20.82L13.63 18.69L13.10 18.69"/></svg>',
)

/** Which pool, when, and whether it can pay: the first thing on the first page. */
export function summary({ statement, signature }: StatementFile, hash: string, amounts: Amounts): Markup {
  const { pool, block, contracts, chain } = statement
  const issued = signature
    ? html`${full(signature.issuer)}, ${time(signature.issuedAt)}`
    : html`nobody yet: the figures can be checked all the same`
  return html`<div class="brand">${mark}Bulwark<span>Solvency statement</span></div>
${isTest(chain.id) && html`<p class="frame">Made of a local test chain. No money stands behind these figures.</p>`}
<h1>Can <bdi>${shorten(pool.name, 60) || 'this pool'}</bdi> pay what it insures?</h1>
<p class="lead">As of ${time(block.timestamp)}, block ${thousands(block.number)}. Amounts in <bdi>${amounts.symbol}</bdi>.</p>
${hero(statement, amounts)}
<div class="tiles">
<div><b>${amounts.units(statement.ownFunds.high)}</b><span>own funds, open incidents not deducted</span></div>
<div><b>${amounts.units(statement.requirement.scr)}</b><span>required (SCR)</span></div>
<div><b>${amounts.units(statement.exposures.total)}</b><span>sum insured in force, ${statement.exposures.risks.length} ${statement.exposures.risks.length === 1 ? 'risk' : 'risks'}</span></div>
<div><b>${amounts.units(statement.liabilities.total)}</b><span>owed or set aside</span></div>
<div><b>${amounts.units(statement.claims.paid)}</b><span>paid to holders so far</span></div>
<div><b>${span(statement.claims.secondsToFirstPayout)}</b><span>from ruling to first payout, median</span></div>
</div>
<dl class="meta">
<dt>Pool</dt><dd>${full(contracts.pool.address)}, number ${pool.number}</dd>
<dt>Asset</dt><dd><bdi>${shorten(pool.asset.name, 60)}</bdi> ${full(pool.asset.address)}, ${pool.asset.decimals} decimals</dd>
<dt>Curator</dt><dd>${full(pool.curator)}</dd>
<dt>Chain</dt><dd>${chain.id}, genesis ${full(chain.genesisHash)}</dd>
<dt>Block</dt><dd>${full(block.hash)}</dd>
<dt>Issued by</dt><dd>${issued}</dd>
<dt>Statement</dt><dd>${full(hash)}</dd>
</dl>`
}

function hero(statement: SolvencyStatement, amounts: Amounts): Markup {
  const { requirement, checks, answers, pool, ownFunds } = statement
  const broken = checks.filter(({ holds }) => !holds).length + answers.filter(({ equal }) => !equal).length
  const [colour, sign, word, number] = verdictOf(statement)
  const lag = BigInt(pool.journal.length) - BigInt(pool.journal.cursor)
  return html`<div class="hero"><div><div class="number">${number}</div><div class="word ${colour}">${sign} ${word}</div></div><div>
${fundsChart(statement, amounts)}
<p class="note">${requirement.surplus.startsWith('-') ? html`Short of the requirement by ${amounts.units(requirement.surplus.slice(1))}. Nothing can be sold or withdrawn until it is covered.` : html`${amounts.units(requirement.surplus)} above the requirement.`} With open incidents deducted own funds are ${amounts.units(ownFunds.low)}${requirement.ratioLow !== null && html`, ${percent(requirement.ratioLow)}`}.
${broken === 0 ? html`All ${checks.length} checks hold; the contract agrees with all ${answers.length} recomputed figures.` : html`<b class="breach">${broken} checks do not hold: see “What was checked”.</b>`}
${BigInt(statement.liabilities.reserves.open) > 0n && html`Open incidents may take ${amounts.units(statement.liabilities.reserves.open)}, which the requirement no longer counts.`}
${lag > 0n && html`<b class="watch">${lag.toString()} entries of the journal are not booked yet: where they concern this pool, its figures are as of its last step.</b>`}
${pool.ruined && html`<b class="breach">The pool is ruined: it takes no deposit any more.</b>`}</p></div></div>`
}

/** Colour, sign, word and number. The worst that is so is said first: bad news is as large as good news. */
function verdictOf({ requirement, ownFunds, liabilities, exposures, claims }: SolvencyStatement): Verdict {
  const [high, open] = [BigInt(ownFunds.high), BigInt(liabilities.reserves.open)]
  const levels = claims.incidents.filter(({ unclaimed, short }) => unclaimed !== '0' || short !== '0')
  const lowest = levels.reduce((least, { level }) => (BigInt(level) < least ? BigInt(level) : least), wad)
  if (lowest < wad) {
    return ['breach', '✕', 'of a granted payout is funded: holders are paid in part', percent(lowest.toString())]
  }
  if (open > high) {
    const share = percent(((high * wad) / open).toString())
    return ['breach', '✕', 'of what open incidents may take: all could not be paid in full', share]
  }
  if (requirement.ratioHigh === null) {
    const word = exposures.total === '0' ? 'nothing is insured' : 'all that is insured is reserved in full'
    return ['kept', '✓', word, exposures.total === '0' ? '–' : percent(wad.toString())]
  }
  const number = percent(requirement.ratioHigh)
  if (requirement.surplus.startsWith('-')) return ['breach', '✕', 'of the requirement: not covered', number]
  if (BigInt(ownFunds.low) < BigInt(requirement.scr)) {
    return ['watch', '▲', 'of the requirement; not once open incidents are deducted', number]
  }
  return ['kept', '✓', 'of the requirement: covered', number]
}

type Verdict = [colour: string, sign: string, word: string, number: string]

function isTest(chainId: number): boolean {
  return chainId === 31337 || chainId === 1337
}
