import { wad, year } from './constants.ts'
import { mulDivUp } from './internal/mulDiv.ts'
import { checked } from './internal/uint.ts'

/** A rate on an amount for a time. */
export type ExpectedLossParameters = {
  /** λ (or κ), WAD per year. */
  rate: bigint
  /** Sum insured, grains. */
  amount: bigint
  /** T (or the capital time), seconds. */
  time: bigint
  /** Units to a grain. */
  grain: bigint
}

/**
 * ⌈λ·a·T⌉: the expected loss of a cover, or the charge κ on its amount.
 *
 * Twin of `Pricing.expectedLossUp`; design §3.3.
 *
 * @returns units, rounded up once.
 * @throws {ArithmeticError} if 256 bits do not hold a product.
 * @example
 * expectedLossUp({ rate: 20_000_000_000_000_000n, amount: 1_000_000n, time: 31_536_000n, grain: 1n }) // 20000n
 */
export function expectedLossUp({ rate, amount, time, grain }: ExpectedLossParameters): bigint {
  return mulDivUp(checked(rate * time), checked(amount * grain), wad * year)
}
