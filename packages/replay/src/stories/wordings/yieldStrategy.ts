/** What a listing on the loss of a yield strategy says, in plain words. */
export type YieldStrategyParameters = {
  /** Name of the vault. */
  vault: string
  /** How far the share price must fall below its mark, percent, and hours for which it must stay there. */
  strikePercent: number
  hours: number
  /** At how many percent below the mark it has recovered. */
  recoveryPercent: number
  /** Days from the purchase until cover begins. */
  waitingDays: number
  /** Hours from the loss to the money, at worst. */
  worstHours: number
}

/**
 * The wording of "yield strategy": what is covered and what is not, what must be proven, how much is paid.
 *
 * @example
 * const wording = yieldStrategy({
 *   ...{ vault: 'Steady USDC', strikePercent: 2, hours: 6, recoveryPercent: 1, waitingDays: 1, worstHours: 108 },
 * })
 */
export function yieldStrategy(parameters: YieldStrategyParameters): string {
  const { vault, strikePercent, hours, recoveryPercent, waitingDays, worstHours } = parameters
  return `Loss of the yield strategy ${vault}, an ERC-4626 vault.

WHAT IS COVERED. A share of the vault becomes worth less of what was put in, by whatever cause: bad debt, a hack of what the
vault lends to or holds, a fault of its own code, a mistake or fraud of its manager, a slashing. It is covered when the price of
a share, as the vault itself states it, is more than ${strikePercent} % below its mark, again so ${hours} hours later, and at no reading in between has
come back to ${recoveryPercent} % below it. The mark is the highest price that two readings a day apart, and all between them, have shown; it
does not fall, but by a loss that was paid.

TIME OF LOSS. The first reading beyond ${strikePercent} %.

HOW MUCH. The amount insured × the fall below the mark, the smallest that was read from first to last. Nothing is deducted, and no holding is
asked for: insure what you have in it.

WHAT IS NOT COVERED. A fall that has recovered to ${recoveryPercent} % below the mark within the ${hours} hours. Interest that was expected and not
earned. A fall of the vault's own asset, as of a stablecoin against the dollar. Money that cannot be withdrawn while the share
keeps its price. A loss that the vault does not state in the price of its share.

WHAT MUST BE SHOWN. The vault's own answers, on chain: anyone has the trigger read it, at the beginning and at the end of the ${hours}
hours at least. No oracle, no vote, no person.

BY WHEN. Cover begins ${waitingDays} day${waitingDays === 1 ? '' : 's'} after the purchase; none is sold while the price is below its warning level. From the loss to the money it
takes at most ${worstHours} hours.
`
}
