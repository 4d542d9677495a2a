const wad = 10n ** 18n

/** What remains of a cover, and what it was paid; amounts in units of the pool's asset. */
export type Insured = { remaining: bigint; paid: bigint }

/** A cover of which nothing was claimed yet. */
export const insured = (amount: bigint): Insured => ({ remaining: amount, paid: 0n })

/** A part of what remains is claimed: the payout rounded down; what remains falls by it, rounded up to the grain. */
export function claim({ remaining, paid }: Insured, ratio: bigint, decimals: number): Insured {
  const payout = (remaining * ratio) / wad
  const grain = 10n ** BigInt(Math.max(0, decimals - 6))
  const taken = ((payout + grain - 1n) / grain) * grain
  return { remaining: remaining - taken, paid: paid + payout }
}
