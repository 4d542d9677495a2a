import type { SolvencyStatement } from '../../types.ts'
import { stackedBar } from '../charts.ts'
import { type Amounts, decimal } from '../format.ts'
import { html, type Markup } from '../html.ts'
import { table } from '../table.ts'

/** What the pool holds, what it owes, and what is left for the underwriters. */
export function balance({ assets, liabilities, ownFunds }: SolvencyStatement, amounts: Amounts): Markup {
  const { reserves, owed } = liabilities
  const columns = [{ label: 'Item' }, { label: amounts.symbol, numeric: true }]
  const line = (label: string, amount: string) => [label, amounts.units(amount)]
  const parts = [
    { label: 'own funds', amount: BigInt(ownFunds.high), colour: 'rampart' },
    { label: 'unearned premium', amount: BigInt(liabilities.unearnedPremium), colour: 'c2' },
    { label: 'unvested gains', amount: BigInt(liabilities.unvestedGains), colour: 'c3' },
    { label: 'granted reserves', amount: BigInt(reserves.funded), colour: 'c4' },
    { label: 'debts', amount: BigInt(owed.total), colour: 'c1' },
  ]
  return html`<section><h2>What it holds, and whose it is</h2>
<p class="lead">The token’s own answer covers the ledger; the ledger is what everything else is taken from.</p>
${stackedBar(parts, amounts, 'Whose the cash is')}
<div class="two"><div><h3>Assets</h3>
${table({
  columns,
  sum: true,
  rows: [
    line('Token balance', assets.balance),
    line('not in the ledger (donations)', assets.beyondLedger),
    line('Cash', assets.cash),
  ],
})}
<h3>Own funds</h3>
${table({
  columns,
  rows: [
    line('High: open incidents not deducted', ownFunds.high),
    line('Low: open incidents deducted', ownFunds.low),
    line('Backing of new cover', ownFunds.backing),
    ['Shares', decimal(BigInt(ownFunds.shares), 18, 2)],
    ['of which wait to leave', decimal(BigInt(ownFunds.queuedShares), 18, 2)],
    line('A share at High', ownFunds.shareAtHigh),
    line('A share at Low', ownFunds.shareAtLow),
  ],
})}</div>
<div><h3>Liabilities</h3>
${table({
  columns,
  sum: true,
  rows: [
    line('Unearned premium', liabilities.unearnedPremium),
    line('Gains that still stream in', liabilities.unvestedGains),
    line('Granted reserves, funded', reserves.funded),
    line('Exits set aside', owed.exitsSetAside),
    line('Payouts and commissions kept', owed.kept),
    line('Fees of the protocol', owed.protocolFees),
    line('Fees of the curator', owed.curatorFees),
    line('Owed and set aside', liabilities.total),
  ],
})}
<p class="note">Beside them open incidents may take ${amounts.units(reserves.open)}${BigInt(reserves.beyond) > 0n && html`, or ${amounts.units((BigInt(reserves.open) + BigInt(reserves.beyond)).toString())} if all are granted`}. Granted in all and not yet paid: ${amounts.units(reserves.granted)}${BigInt(reserves.partial) > 0n && html`, of which some is funded in part (${amounts.units(reserves.partial)})`}.${liabilities.scale !== '1000000000000000000' && html` <b class="breach">A loss of the token was shared: debts are worth ${decimal(BigInt(liabilities.scale), 16, 4)} % of their amount.</b>`}</p></div></div></section>`
}
