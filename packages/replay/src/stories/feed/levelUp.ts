import type { Round } from '@bulwark/testkit'

const wad = 10n ** 18n

/** The level of a round: its price, or its ratio to the last price at least `lookback` before it, rounded up. */
export function levelUp(rounds: readonly Round[], index: number, lookback: number): bigint | undefined {
  const { answer, updatedAt } = rounds[index] as Round
  if (lookback === 0) return answer
  const base = rounds.slice(0, index).findLast((round) => round.updatedAt <= updatedAt - lookback)
  return base && (answer * wad + base.answer - 1n) / base.answer
}
