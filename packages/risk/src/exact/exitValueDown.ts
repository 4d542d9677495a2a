import { mulDivDown } from './internal/mulDiv.ts'
import { checked } from './internal/uint.ts'

/** What shares are shares of. */
export type ShareSupply = {
  /** Own funds, High or Low, units. */
  funds: bigint
  /** Shares outstanding, queued ones included. */
  supply: bigint
  /** Shares that one unit buys in an empty pool. */
  virtualShares: bigint
}

/**
 * What shares are worth: shares × (funds + 1) / (supply + virtual shares).
 *
 * Twin of `ExitQueue.valueDown`.
 *
 * @returns units, rounded down.
 * @throws {ArithmeticError} if 256 bits do not hold a result.
 * @example
 * exitValueDown({ shares: 10n, funds: 99n, supply: 90n, virtualShares: 10n }) // 10n
 */
export function exitValueDown({ shares, funds, supply, virtualShares }: ShareSupply & { shares: bigint }): bigint {
  return mulDivDown(checked(shares), checked(funds + 1n), checked(supply + virtualShares))
}
