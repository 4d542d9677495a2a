/** What a listing on an exit scam says, in plain words. */
export type ExitScamParameters = {
  protocol: string
  /** Days after the loss within which it can be asserted. */
  graceDays: number
  /** Hours from the loss to the money, at worst. */
  worstHours: number
}

/**
 * The wording of "exit scam": those who run a protocol take its users' money. They and their affiliates are excluded.
 *
 * @example
 * const wording = exitScam({ protocol: 'Compounder', graceDays: 30, worstHours: 1_704 })
 */
export function exitScam({ protocol, graceDays, worstHours }: ExitScamParameters): string {
  return `Exit scam at ${protocol}.

WHAT IS COVERED. Those who run ${protocol}, or whoever uses powers that they kept or left open to themselves, take money of
its users and keep it: by a function that only they may call, by an upgrade, by a strategy that they chose, by minting.

TIME OF LOSS. The first transaction that took money.

HOW MUCH. What each account had in ${protocol} at the time of loss, less what it could still withdraw a day later, by a list
of losses: accounts, amounts, and the root of both. A list is granted as it is, or not at all.

WHO IS EXCLUDED. The team: whoever deployed the contracts, held one of their keys, or was paid to build or run them. And
its affiliates: whoever was funded by the team other than by a public sale, acted with it, or got a part of what was
taken. An account is the team's if it was funded by an account of the team, directly or through others, with no other
reason shown. A list with an excluded account on it is false, and is denied as a whole.

WHAT IS NOT COVERED. A hack by strangers: that is protocol hack. A project that is given up while money can be withdrawn.
A fall of its token, by whomever it was sold. Promises that were not kept.

WHAT MUST BE SHOWN. The transactions; by whose powers; where the money went; the list, and how anybody can rebuild it. Of
an account that others say is the team's: where its money came from.

BY WHEN. A loss can be asserted until ${graceDays} days after it. Assessors take 15 days from the assertion, if nobody appeals.
From the loss to the money it takes at most ${worstHours} hours.
`
}
