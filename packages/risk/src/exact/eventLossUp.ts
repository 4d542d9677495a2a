import { wad } from './constants.ts'
import { mulDivUp } from './internal/mulDiv.ts'
import { checked } from './internal/uint.ts'

/** A probability on an amount. */
export type EventLossParameters = {
  /** Probability of the event, WAD. */
  probability: bigint
  /** Sum insured, grains. */
  amount: bigint
  /** Units to a grain. */
  grain: bigint
}

/**
 * ⌈p·a⌉: the expected loss of a cover on a keyed risk.
 *
 * Twin of `Pricing.eventLossUp`; design §3.3.
 *
 * @returns units, rounded up once.
 * @throws {ArithmeticError} if 256 bits do not hold a product.
 * @example
 * eventLossUp({ probability: 300_000_000_000_000_000n, amount: 11n, grain: 1n }) // 4n
 */
export function eventLossUp({ probability, amount, grain }: EventLossParameters): bigint {
  return mulDivUp(checked(probability), checked(amount * grain), wad)
}
