/** A revealed vote of the court. */
export type CourtVote = {
  /** Stake that it weighs, grains; zero if it was voided. */
  readonly weight: bigint
  /** Billionths of the ratio asserted. */
  readonly award: bigint
}

/**
 * The stake-weighted lower median of revealed awards: the lowest that at least half of the weight does not exceed.
 *
 * Twin of `CourtVotes.lowerMedian`; docs/mechanism.md, The court.
 *
 * @returns how many votes count, and the award in billionths; zero if none does.
 * @example
 * lowerMedian([
 *   { weight: 10n, award: 0n },
 *   { weight: 10n, award: 500_000_000n },
 *   { weight: 10n, award: 1_000_000_000n },
 * ]) // { seated: 3n, award: 500000000n }
 */
export function lowerMedian(votes: readonly CourtVote[]): { seated: bigint; award: bigint } {
  const sorted = [...votes].sort((a, b) => Number(a.award - b.award) || Number(a.weight - b.weight))
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0n)
  const seated = BigInt(sorted.filter(({ weight }) => weight > 0n).length)
  let below = 0n
  for (const { weight, award } of sorted) {
    below += weight
    if (total > 0n && 2n * below >= total) return { seated, award }
  }
  return { seated, award: 0n }
}
