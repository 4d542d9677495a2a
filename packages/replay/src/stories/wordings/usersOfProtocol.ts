/** What a listing on losses of all users of a protocol says, in plain words. */
export type UsersOfProtocolParameters = {
  /** Name of the protocol or of its part. */
  protocol: string
  /** In what the losses are counted. */
  unit: string
  /** Who rules on the list. */
  judge: string
  /** Days from the purchase until cover begins, and after the loss within which it can be asserted. */
  waitingDays: number
  graceDays: number
  /** Hours from the loss to the money, at worst. */
  worstHours: number
}

/**
 * The wording of "a DAO's users": one cover that a protocol buys for all its users, or a user for himself, settled by a
 * ruled list of losses.
 *
 * @example
 * const wording = usersOfProtocol({
 *   ...{ protocol: 'the yDAI vault', unit: 'DAI', judge: 'the court' },
 *   ...{ waitingDays: 2, graceDays: 30, worstHours: 1_704 },
 * })
 */
export function usersOfProtocol(parameters: UsersOfProtocolParameters): string {
  const { protocol, unit, judge, waitingDays, graceDays, worstHours } = parameters
  return `Loss of users of ${protocol} by a hack of it.

WHAT IS COVERED. Users of ${protocol} lose what they had in it because somebody used a fault of its contracts, of what it is
built on, or of the way in which it takes its prices, or got at keys that govern it. A sponsor (the protocol, its DAO, or anyone)
may insure all users by one cover; a user may insure himself.

TIME OF LOSS. The block of the first transaction of the hack. What the same fault takes within three days is one event.

HOW MUCH. A list names each account that lost something, and how much, in ${unit}: what it could have withdrawn in the block before
the hack, less what it can withdraw afterwards. A sponsor's cover pays each account of the list; if the sponsor insured less
than all lost, the same part of each loss. A user's own cover pays what is left of his loss, up to what he insured. No loss is
paid twice.

WHAT IS NOT COVERED. Losses by a trade, a liquidation by the rules, or a fall of prices that the protocol stated rightly. Gains
that were expected. What was put in after the hack was public. What thief, team or its affiliates had in it. What the protocol
gave back before the list was asserted.

WHAT MUST BE SHOWN. The list itself, public, with its root and its sum; the transactions of the hack; and the rule by which each
loss was computed, so that anyone can compute it again. One wrong leaf is a reason to deny the whole list. Bring a better one.
${judge[0]?.toUpperCase()}${judge.slice(1)} rules on it. Afterwards each account is paid by a proof of its leaf, which anyone can bring for it.

BY WHEN. Cover begins ${waitingDays} days after the purchase. A loss can be asserted until ${graceDays} days after it. From the loss to the money it takes
at most ${worstHours} hours.
`
}
