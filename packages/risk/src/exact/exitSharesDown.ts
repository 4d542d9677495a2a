import type { ShareSupply } from './exitValueDown.ts'
import { mulDivDown } from './internal/mulDiv.ts'
import { checked } from './internal/uint.ts'

/**
 * The shares that assets buy: assets × (supply + virtual shares) / (funds + 1).
 *
 * Twin of `ExitQueue.sharesDown`.
 *
 * @returns shares, rounded down.
 * @throws {ArithmeticError} if 256 bits do not hold a result.
 * @example
 * exitSharesDown({ assets: 10n, funds: 99n, supply: 90n, virtualShares: 10n }) // 10n
 */
export function exitSharesDown({ assets, funds, supply, virtualShares }: ShareSupply & { assets: bigint }): bigint {
  return mulDivDown(checked(assets), checked(supply + virtualShares), checked(funds + 1n))
}
