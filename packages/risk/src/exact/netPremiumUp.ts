import { capitalChargeUp } from './capitalChargeUp.ts'
import { eventLossUp } from './eventLossUp.ts'
import { expectedLossUp } from './expectedLossUp.ts'
import { checked } from './internal/uint.ts'

/** What the net premium of a cover is made of. */
export type NetPremiumParameters = {
  /** Is `rate` the probability of one event, not to be multiplied by the time? */
  keyed: boolean
  /** λ, WAD per year; keyed: probability, WAD. */
  rate: bigint
  /** κ, WAD per year. */
  kappa: bigint
  /** Sum insured, grains. */
  amount: bigint
  /** T: how long the risk runs, seconds; a keyed risk ignores it. */
  time: bigint
  /** How long the capital is tied up, seconds. */
  capitalTime: bigint
  /** Level of k after its drift, WAD per year. */
  level: bigint
  /** Backing of the price, grains. */
  b: bigint
  /** Requirement before, grains. */
  scr0: bigint
  /** Requirement after, grains. */
  scr1: bigint
  /** Units to a grain. */
  grain: bigint
}

/**
 * The net premium: ⌈λ·a·T⌉ + ⌈κ·a·t⌉ + ⌈level·t·(V(scr1) − V(scr0))⌉, with t the capital time.
 *
 * Twin of the net premium in `Sales.price`; design §3.3.
 *
 * @returns units, each term rounded up.
 * @throws {ArithmeticError} if 256 bits do not hold an intermediate result.
 * @example
 * netPremiumUp({
 *   keyed: false,
 *   rate: 20_000_000_000_000_000n,
 *   kappa: 2_000_000_000_000_000n,
 *   amount: 1_000_000n,
 *   time: 31_536_000n,
 *   capitalTime: 31_536_000n,
 *   level: 50_000_000_000_000_000n,
 *   b: 10_000_000n,
 *   scr0: 0n,
 *   scr1: 1_000_000n,
 *   grain: 1n,
 * }) // 48563n
 */
export function netPremiumUp(parameters: NetPremiumParameters): bigint {
  const { keyed, rate, kappa, amount, time, capitalTime, level, b, scr0, scr1, grain } = parameters
  const loss = keyed ? eventLossUp({ probability: rate, amount, grain }) : expectedLossUp({ rate, amount, time, grain })
  const onAmount = expectedLossUp({ rate: kappa, amount, time: capitalTime, grain })
  const onCapital = capitalChargeUp({ level, b, scr0, scr1, time: capitalTime, grain })
  return checked(loss + onAmount + onCapital)
}
