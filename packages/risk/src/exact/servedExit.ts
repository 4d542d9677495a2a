import { exitValueDown } from './exitValueDown.ts'
import { mulDivDown } from './internal/mulDiv.ts'
import { uint } from './internal/uint.ts'

/** An exit that was asked for, and the pool that is to pay it. */
export type ServedExitParameters = {
  /** Worth of the shares left when asked, at High, units, uint96; shares left, uint128. */
  request: { value: bigint; shares: bigint }
  /** Own funds High, units. */
  high: bigint
  /** Own funds Low, units. */
  low: bigint
  /** What may leave own funds now, units: Low less SCR, not below zero. */
  spare: bigint
  /** Shares outstanding, queued ones included. */
  supply: bigint
  /** Shares that one unit buys in an empty pool. */
  virtualShares: bigint
}

/** What of an exit can be served. */
export type ServedExitReturnType = {
  /** Shares to burn. */
  shares: bigint
  /** Units to pay for them, rounded down. */
  assets: bigint
  /** What they were worth at High, units, rounded down: it leaves own funds; what is not paid streams back. */
  leaving: bigint
}

/**
 * How much of an exit can be served: min(value when asked, at High; value now, at Low), in part if money is short.
 *
 * Twin of `ExitQueue.served`; design §3.1.
 *
 * @throws {NumberOutOfRangeError} if a number does not fit its type.
 * @throws {ArithmeticError} if the request has no shares, or 256 bits do not hold a result.
 * @example
 * servedExit({ request: { value: 50n, shares: 50n }, high: 99n, low: 99n, spare: 20n, supply: 90n, virtualShares: 10n })
 *   .assets // 20n
 */
export function servedExit(parameters: ServedExitParameters): ServedExitReturnType {
  const { request, high, low, spare, supply, virtualShares } = parameters
  uint(request.value, 96, 'value')
  let shares = uint(request.shares, 128, 'shares')
  let leaving = exitValueDown({ shares, funds: high, supply, virtualShares })
  if (leaving > spare) {
    shares = mulDivDown(shares, spare, leaving)
    leaving = exitValueDown({ shares, funds: high, supply, virtualShares })
  }
  const now = exitValueDown({ shares, funds: low, supply, virtualShares })
  const asked = mulDivDown(request.value, shares, request.shares)
  const least = now < asked ? now : asked
  return { shares, assets: least < leaving ? least : leaving, leaving }
}
