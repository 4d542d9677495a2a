import type { CourtVote } from './lowerMedian.ts'

/** A case and how it was decided. */
export type CourtPotParameters = {
  readonly votes: readonly CourtVote[]
  /** The final award, billionths. */
  readonly award: bigint
  /** Votes no farther than this from it are near it, billionths. */
  readonly tolerance: bigint
  /** Part of its weight that a far vote costs, basis points. */
  readonly wrongSlash: bigint
  /** Weight of those who committed and did not reveal, grains. */
  readonly silent: bigint
  /** Part of it that they lose, basis points. */
  readonly silentSlash: bigint
}

const basisPoints = 10_000n

/**
 * What assessors far from the final award, and silent ones, lose to those near it.
 *
 * Twin of `CourtVotes.nearAndFar` and `CourtVotes.potDown`; docs/mechanism.md, The court.
 *
 * @returns the weight of the near and of the far, and the pot that the near share by weight, grains, rounded down.
 * @example
 * courtPotDown({
 *   votes: [
 *     { weight: 10_000n, award: 0n },
 *     { weight: 10_000n, award: 1_000_000_000n },
 *   ],
 *   award: 0n,
 *   tolerance: 100_000_000n,
 *   wrongSlash: 500n,
 *   silent: 10_000n,
 *   silentSlash: 1_000n,
 * }) // { near: 10000n, far: 10000n, pot: 1500n }
 */
export function courtPotDown(parameters: CourtPotParameters): { near: bigint; far: bigint; pot: bigint } {
  const { votes, award, tolerance, wrongSlash, silent, silentSlash } = parameters
  const isFar = (vote: CourtVote) => (vote.award > award ? vote.award - award : award - vote.award) > tolerance
  const weigh = (part: readonly CourtVote[]) => part.reduce((sum, { weight }) => sum + weight, 0n)
  const far = weigh(votes.filter(isFar))
  const near = weigh(votes.filter((vote) => !isFar(vote)))
  const pot = (far * wrongSlash) / basisPoints + (silent * silentSlash) / basisPoints
  return { near, far, pot }
}
