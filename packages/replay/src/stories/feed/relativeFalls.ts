import type { Round } from '@bulwark/testkit'
import { levelUp } from './levelUp.ts'
import type { FeedLevels } from './types.ts'

const wad = 10n ** 18n

/** A step of a payout table: the move from which it holds, and what it pays; WAD. */
export type MoveStep = { move: bigint; ratio: bigint }

/** A fall that has to be paid: its first round, the mean move and what the table pays for it, WAD. */
export type Fall = { first: Round; move: bigint; ratio: bigint }

/**
 * Reads off a series what a trigger of moves has to rule, from the rules alone: a fall begins at the first round below
 * the strike since a recovery, and is granted by the first round at or after its start plus the persistence time, unless
 * one recovered before. The move is one less the time-weighted mean level, rounded down.
 *
 * @param from nobody has cover before, unix seconds.
 */
export function relativeFalls(
  rounds: readonly Round[],
  { strike, recovery, persistence, lookback }: FeedLevels,
  table: readonly MoveStep[],
  from: number,
): Fall[] {
  const falls: Fall[] = []
  const level = rounds.map((_, index) => levelUp(rounds, index, lookback))
  let first: number | undefined
  let isRuled = false
  for (const [index, { updatedAt }] of rounds.entries()) {
    const now = level[index]
    if (first !== undefined && updatedAt >= start(rounds, first) + persistence) {
      const move = meanMoveDown(rounds.slice(first, index + 1), level.slice(first, index), persistence)
      const ratio = table.reduce((most, step) => (step.move <= move && step.ratio > most ? step.ratio : most), 0n)
      falls.push({ first: rounds[first] as Round, move, ratio })
      first = undefined
      isRuled = true
    }
    if (now === undefined) continue
    if (now >= recovery) {
      first = undefined
      isRuled = false
    } else if (first === undefined && !isRuled && now < strike && updatedAt >= from) first = index
  }
  return falls
}

const start = (rounds: readonly Round[], index: number): number => (rounds[index] as Round).updatedAt

function meanMoveDown(span: readonly Round[], levels: readonly (bigint | undefined)[], persistence: number): bigint {
  const end = start(span, 0) + persistence
  let area = 0n
  for (const [index, level = wad] of levels.entries()) {
    area += level * BigInt(Math.min(start(span, index + 1), end) - start(span, index))
  }
  const whole = wad * BigInt(persistence)
  return area >= whole ? 0n : ((whole - area) * wad) / whole
}
