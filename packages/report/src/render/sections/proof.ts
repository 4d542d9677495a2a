import type { StatementFile } from '../../parseStatement.ts'
import type { SolvencyStatement } from '../../types.ts'
import { full, thousands, time } from '../format.ts'
import { html, type Markup } from '../html.ts'
import { table } from '../table.ts'

/** What was checked at the block, and the contract's own answers. */
export function checked({ checks, answers }: SolvencyStatement): Markup {
  const seal = (good: boolean) =>
    good ? html`<span class="kept">✓ holds</span>` : html`<b class="breach">✕ does not hold</b>`
  return html`<section><h2>What was checked</h2>
<p class="lead">Each line is part of an invariant of the protocol, recomputed from storage and events at this block. Exact numbers, in units, grains or powers of them.</p>
${table({
  columns: [
    { label: 'Invariant' },
    { label: 'Check' },
    { label: 'Left', numeric: true },
    { label: '' },
    { label: 'Right', numeric: true },
    { label: '' },
  ],
  rows: checks.map(({ invariant, name, left, relation, right, holds }) => [
    ...[invariant, name, exact(left), { '>=': '≥', '<=': '≤', '=': '=' }[relation], exact(right), seal(holds)],
  ]),
})}
<h3>The contract’s own answers</h3>
${table({
  columns: [
    { label: 'Figure' },
    { label: 'Recomputed', numeric: true },
    { label: 'Contract', numeric: true },
    { label: '' },
  ],
  rows: answers.map(({ figure, recomputed, contract, equal }) => [
    ...[
      figure,
      exact(recomputed),
      exact(contract),
      equal ? html`<span class="kept">✓ equal</span>` : html`<b class="breach">✕ differs</b>`,
    ],
  ]),
})}</section>`
}

/** Digits in threes where they fit; longer ones are shortened in the middle. */
function exact(digits: string): string {
  return digits.length <= 18 ? thousands(digits) : `${digits.slice(0, 8)}…${digits.slice(-6)}`
}

/** The calls that are printed, by what they prove. */
const shownCalls = {
  'assets.balance': 'The token balance of the pool: balanceOf',
  'ownFunds.shares': 'Shares outstanding: totalSupply',
  'ownFunds.queuedShares': 'Shares that wait to leave: balanceOf of the pool itself',
  answers: 'The contract’s own account of its capital: capital',
}

/** How anyone can check all of it. */
export function howToCheck({ statement, signature }: StatementFile, hash: string): Markup {
  const { evidence, contracts } = statement
  const calls = evidence.filter((entry) => entry.kind === 'call')
  const count = (kind: string) => evidence.filter((entry) => entry.kind === kind).length
  const shown = Object.entries(shownCalls).flatMap(([path, name]) =>
    calls.filter(({ proves }) => proves === path).map((call) => ({ ...call, name })),
  )
  return html`<section><h2>How to check this yourself</h2>
<p>Take the JSON of this statement and the RPC URL of any archive node you trust. Every figure is read and computed anew; the signature is checked; what differs is named.</p>
<pre>bulwark report verify statement.json --rpc https://your.node</pre>
<p class="note">The JSON holds the ${evidence.length} questions behind the figures with their answers: ${count('call')} calls, ${count('slot')} storage words, ${count('logs')} searches of logs. The calls behind assets and own funds, at this block:</p>
${shown.map(
  ({ name, to, data, answer }) => html`<h3>${name}</h3><pre class="short">to     ${to}
data   ${data}
answer ${answer}</pre>`,
)}
<h3>Contracts</h3>
${table({
  columns: [{ label: 'Contract' }, { label: 'Address' }, { label: 'Hash of its code' }],
  rows: Object.entries(contracts).map(([name, { address, codeHash }]) => [name, full(address), full(codeHash)]),
})}
<h3>Signature</h3>
${
  signature
    ? html`<p class="note">EIP-712, domain “Bulwark SolvencyStatement” 1 of this chain and pool; by ${full(signature.issuer)} at ${time(signature.issuedAt)}. Whether it is his, verification says, not this page.</p><pre>${signature.value}</pre>`
    : html`<p class="note">Not signed.</p>`
}
<footer>Amounts are cut to the places shown; the JSON has every unit. ${full(hash)} is the keccak-256 of its canonical form (RFC 8785).</footer></section>`
}
