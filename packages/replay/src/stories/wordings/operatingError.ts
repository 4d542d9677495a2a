/** What a listing on operating errors says, in plain words. */
export type OperatingErrorParameters = {
  /** Percent of the amount insured that the holder bears himself. */
  deductiblePercent: number
  /** Days after the loss within which it can be asserted. */
  graceDays: number
  /** Hours from the loss to the money, at worst. */
  worstHours: number
}

/**
 * The wording of "operating error and misconfiguration", of one account: an operator's, a treasury's.
 *
 * @example
 * const wording = operatingError({ deductiblePercent: 5, graceDays: 30, worstHours: 1_704 })
 */
export function operatingError({ deductiblePercent, graceDays, worstHours }: OperatingErrorParameters): string {
  return `Operating error of whoever runs the protected account that the cover names.

WHAT IS COVERED. Tokens of the protected account, or sent to it, are lost because those who run it made a mistake:
(a) sent to an address that nobody of theirs controls, on this or on another chain;
(b) a contract, a wallet or a parameter set up wrongly, so that tokens can be taken, or can never be moved;
(c) an order with a wrong amount, price or token.

TIME OF LOSS. Of (a) and (b), when somebody took them or, if nobody did, when it was found that nobody can move them. Of
(c), the transaction.

HOW MUCH. What was lost, as a part of all that is insured for the account under this listing, by whomever; at most all of
it. ${deductiblePercent} % of the amount insured is the deductible. Covers together never pay more than was lost.

WHO IS PAID. The owner of the cover, if the protected account agreed to him; else the protected account itself.

WHAT COMES BACK. Whatever comes back, to whomever it is owed, belongs to the pool in the proportion in which it paid: the
holder hands it over within seven days of the payment, or of its return if that is later, by \`recover\`. Until then it does
not lessen what is paid.

WHAT IS NOT COVERED. A mistake on purpose, or one that pays those who made it. A risk that was taken knowingly, a trade
that lost. A bug of somebody else's contracts. What could be undone within three days by those who run the account.

WHAT MUST BE SHOWN. The transactions; what was meant, and by whom it was approved; who controls the address where it is
now; what was tried to get it back.

BY WHEN. A loss can be asserted until ${graceDays} days after it. Assessors take 15 days from the assertion, if nobody appeals.
From the loss to the money it takes at most ${worstHours} hours. A claim concerns this account alone: nobody else's cover waits.
`
}
