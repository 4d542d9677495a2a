import { wad } from './constants.ts'
import { mulDivUp } from './internal/mulDiv.ts'
import { uint } from './internal/uint.ts'

/** Reserves, and the money for them. */
export type FundingLevelsParameters = {
  /** Granted reserves: what each may take at most, units, and its level so far, WAD. */
  granted: readonly { reserve: bigint; level: bigint }[]
  /** Σ of what open incidents may take at most, units. */
  open: bigint
  /** F: High + Σ level × reserve, units. */
  money: bigint
}

/**
 * The levels of funding by their definition: L is the largest level with Σ R·max(l, L) + open·L ≤ F, and each granted
 * reserve gets max(l, L).
 *
 * A search over L, independent of the stack that the chain keeps: a reference, a forecast for a screen, and no twin. The
 * two agree to a few units of money, as they round in other places. Design §3.4, step 4.
 *
 * @returns the new levels in the order given, WAD.
 * @throws {NumberOutOfRangeError} if a number does not fit its type.
 * @example
 * fundingLevels({ granted: [{ reserve: 100n, level: 0n }], open: 100n, money: 100n }) // [500000000000000000n]
 */
export function fundingLevels({ granted, open, money }: FundingLevelsParameters): bigint[] {
  uint(open, 128, 'open')
  uint(money, 128, 'money')
  for (const { reserve, level } of granted) {
    uint(reserve, 128, 'reserve')
    uint(level, 64, 'level')
  }
  const max = (a: bigint, b: bigint) => (a > b ? a : b)
  const needed = (level: bigint) =>
    granted.reduce(
      (sum, grant) => sum + mulDivUp(grant.reserve, max(grant.level, level), wad),
      mulDivUp(open, level, wad),
    )

  let low = 0n
  let high = wad
  while (low < high) {
    const middle = (low + high + 1n) / 2n
    if (needed(middle) <= money) low = middle
    else high = middle - 1n
  }
  return granted.map(({ level }) => max(level, low))
}
