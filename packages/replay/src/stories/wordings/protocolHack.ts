/** What a listing on the hack of a protocol says, in plain words. */
export type ProtocolHackParameters = {
  protocol: string
  /** Which contracts, on which chain. */
  contracts: string
  /** Is each account paid its own loss, by a list of losses? @default the same part of each amount insured */
  byList?: boolean
  /** Days after the loss within which it can be asserted. */
  graceDays: number
  /** Hours from the loss to the money, at worst. */
  worstHours: number
}

/**
 * The wording of "protocol hack": bugs of contracts and manipulated markets. Paid by the part that is missing, or by
 * a list of losses.
 *
 * @example
 * const wording = protocolHack({ protocol: 'bZx', contracts: 'Fulcrum, Ethereum', graceDays: 30, worstHours: 1_704 })
 */
export function protocolHack(parameters: ProtocolHackParameters): string {
  const { protocol, contracts, byList = false, graceDays, worstHours } = parameters
  const howMuch = byList
    ? `What each account lost, up to what it is insured for, by a list of losses: what it could withdraw before the
time of loss, less what it can withdraw a day later. A list is granted as it is, or not at all. Of what ${protocol} gives back
afterwards, the holder hands over as much as he was paid, by \`recover\`.`
    : `The part of all deposits that is missing a day after the time of loss, in percent. What ${protocol} took upon
itself and gave back by then is not missing; what it promises is.`
  return `Hack of ${protocol}: ${contracts}.

WHAT IS COVERED. Somebody takes money out of these contracts that is not his, and so depositors lose it, because
(a) the contracts do something that their documentation does not say: a bug, a missing check, a wrong upgrade; or
(b) a price or a rate that the contracts act on was moved on purpose, by a loan, by trades or by gifts; or
(c) somebody took over the keys or the votes that govern the contracts, and is none of those who run ${protocol}.
It does not matter whether every single transaction was valid: what counts is what it was done for.

TIME OF LOSS. The first transaction that took money. What follows within the listing's event window is the same event.

HOW MUCH. ${howMuch} Cover bought after the loss is not in force at it.

WHAT IS NOT COVERED. A fall of a token's price by itself. Bad debt of a market that moved without anybody's purpose.
Losses by a website, a wallet or a bridge that is not named above. What its own team takes: that is exit scam.

WHAT MUST BE SHOWN. The transactions; where each amount went; deposits before and a day after; and why (a), (b) or (c).
All of it public.

BY WHEN. A loss can be asserted until ${graceDays} days after it. Assessors take 15 days from the assertion, if nobody appeals.
From the loss to the money it takes at most ${worstHours} hours.
`
}
