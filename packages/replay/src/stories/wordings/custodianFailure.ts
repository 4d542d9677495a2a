/** What a listing on the failure of a custodian or an exchange says, in plain words. */
export type CustodianFailureParameters = {
  /** Who holds the customers' money. */
  custodian: string
  /** Hours for which withdrawals must have stopped. */
  hours: number
  /** Days after the loss within which it can be asserted. */
  graceDays: number
  /** Hours from the loss to the money, at worst. */
  worstHours: number
}

/**
 * The wording of "custodian or exchange failure": what is covered and what is not, what must be shown, how much is paid.
 *
 * @example
 * const wording = custodianFailure({ custodian: 'FTX', hours: 72, graceDays: 30, worstHours: 1_200 })
 */
export function custodianFailure({ custodian, hours, graceDays, worstHours }: CustodianFailureParameters): string {
  return `Failure of ${custodian}, which holds money and tokens for its customers.

WHAT IS COVERED. ${custodian} fails. It has failed if one of these has happened:
(a) it stopped withdrawals of its customers in general, and did not resume them within ${hours} hours; or
(b) it, or a regulator or creditor with effect, asked a court for its insolvency, bankruptcy, liquidation or administration.

TIME OF LOSS. The moment at which withdrawals stopped or, if they never did before, at which the court was asked. A stop
is "in general" if customers of most countries cannot withdraw most of what they hold.

HOW MUCH. If it has failed, the loss is 100 % of the amount insured, whatever the customer had there and whatever the
estate may pay one day. A tenth is the deductible. Whoever asserts less is granted less, until somebody asserts the rest.

WHAT IS NOT COVERED. Rumours, a run of customers or a fall of a token, as long as withdrawals are served. A stop of one
token, one chain or one country. A stop of less than ${hours} hours. Maintenance that was announced a day before. An account
that was frozen for reasons of its own. A theft that ${custodian} makes good.

WHAT MUST BE SHOWN. Statements of ${custodian}, records of a court, its public wallets, or reports of two independent
publications: public, and archived where the evidence says. Before the ${hours} hours are over, or the court was asked,
nothing has failed, and an assertion is false.

BY WHEN. A failure can be asserted until ${graceDays} days after the time of loss. From the loss to the money it takes at most
${worstHours} hours; if nobody disputes the assertion, the listing's liveness and a day after it.
`
}
