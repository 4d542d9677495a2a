/** What a listing on the theft of keys says, in plain words. */
export type KeyTheftParameters = {
  /** Percent of the amount insured that the holder bears himself. */
  deductiblePercent: number
  /** Days in which money must be moved from a key that is publicly known to be weak. */
  moveDays: number
  /** Days after the loss within which it can be asserted. */
  graceDays: number
  /** Hours from the loss to the money, at worst. */
  worstHours: number
}

/**
 * The wording of "key theft", of one account.
 *
 * @example
 * const wording = keyTheft({ deductiblePercent: 5, moveDays: 14, graceDays: 30, worstHours: 1_704 })
 */
export function keyTheft({ deductiblePercent, moveDays, graceDays, worstHours }: KeyTheftParameters): string {
  return `Theft of the key of one account: the protected account that the cover names.

WHAT IS COVERED. Somebody who is not the holder, and does not act for him, signs for the protected account and takes
tokens from it: because he found, guessed or computed its key, or broke into the device or the place that holds it.

TIME OF LOSS. The first transaction that took tokens.

HOW MUCH. What was taken within a day of the time of loss, at its price then, as a part of all that is insured for the
account under this listing, by whomever; at most all of it. ${deductiblePercent} % of the amount insured is the deductible. Covers together
never pay more than was taken.

WHO IS PAID. The owner of the cover, if the protected account agreed to him; else the protected account itself, where the
thief may be waiting. Hold the cover at another address, and have the account agree to it when you buy.

WHAT IS NOT COVERED. What the holder signed himself, whatever he was told: approvals, messages, orders. Loss of a key
without a thief. Theft by those whom he gave the key to, and by his household. A key that was publicly known to be weak, if
money was still there more than ${moveDays} days after that was published; within ${moveDays} days it is covered.

WHAT MUST BE SHOWN. The transactions; that the money went to somebody else, and did not come back; how the key was used
before; how it came to be known, as far as anyone can say; a complaint to the police. What is private may be encrypted to
the assessors.

BY WHEN. A loss can be asserted until ${graceDays} days after it. Assessors take 15 days from the assertion, if nobody appeals.
From the loss to the money it takes at most ${worstHours} hours. A claim concerns this account alone: nobody else's cover waits.
`
}
