import { checked } from './internal/uint.ts'

/**
 * V(s) = ∫₀ˢ k(x / b) dx at level 1: k is ½ at 0, 1 at 80 %, 4 at 100 % of b, linear between and flat above.
 *
 * With m = 0.8·b: s/2 + 0.3125·s²/b up to m; then 0.6·b + (s − m) + 7.5·(s − m)²/b up to b; then 1.1·b + 4·(s − b). One
 * integer function of s, so that splitting a purchase telescopes. Twin of `Pricing.potentialDown`; design §3.8.
 *
 * @param s requirement, grains.
 * @param b backing of the price, grains.
 * @returns WAD × grains, rounded down.
 * @throws {ArithmeticError} if 256 bits do not hold an intermediate result.
 * @example
 * potentialDown(80n, 100n) // 60000000000000000000n
 */
export function potentialDown(s: bigint, b: bigint): bigint {
  checked(s)
  checked(b)
  const tenth = 10n ** 17n
  if (s >= b) return checked(11n * tenth * b + 40n * tenth * (s - b))
  const kink = checked(4n * b) // times five, so that it is an integer
  if (checked(5n * s) <= kink) return 5n * tenth * s + checked(3_125n * 10n ** 14n * s * s) / b
  const over = 5n * s - kink
  return checked(6n * tenth * b + 2n * tenth * over + checked(3n * tenth * over * over) / b)
}
