import { bps, day, shortRate, streamPrecision } from './constants.ts'
import {
  AmountNotOnGrainError,
  ArithmeticError,
  ClaimAboveAmountError,
  CoverEndedError,
  KeyedCoverError,
  NothingLeftError,
  ZeroAmountError,
} from './errors.ts'
import { divUp, mulDivDown } from './internal/mulDiv.ts'
import { checked, uint } from './internal/uint.ts'
import { streamEdgesUp } from './streamEdgesUp.ts'

/** What is given up of which cover, and when. */
export type CoverRefundParameters = {
  /** The pool, at the block of the change. Units, as `IPool.capital` has them. */
  pool: {
    /** Units to a grain. */
    grain: bigint
    cash: bigint
    /** Unearned premium, rounded up. */
    unearned: bigint
    /** Own funds High. */
    high: bigint
    scr: bigint
    /** Is any granted reserve not funded in full? */
    underfunded: boolean
    /** Has a write-down reached the pool's debts (`scale` below 1)? */
    writtenDown: boolean
  }
  /** The cover as `ICovers.coverOf` has it: what remains and what was insured, grains; 1e-18 grains a second. */
  cover: { amount: bigint; insured: bigint; rate: bigint }
  /** Is the cover on one event? */
  keyed: boolean
  /** Unix seconds from which the risk runs: the cover's start + waiting; keyed: beginning of the event. */
  from: bigint
  /** Unix seconds at which the cover ends. */
  end: bigint
  /** Unix seconds of the block. */
  timestamp: bigint
  /** What is given up, units; all that remains if left out. */
  amount?: bigint | undefined
}

/** What a holder gets back, and what the pool keeps of it. Units. */
export type CoverRefundReturnType = {
  /** Rounded down. */
  refund: bigint
  /** Short-rate fee: streams to the underwriters. Rounded up. */
  fee: bigint
}

/**
 * What giving up a part of a cover, or all of it, returns, to the unit, as `IPool.refundOf` answers at the same block:
 * the unearned net premium of that part, less a tenth while the pool is not short of capital. What a loss took of the
 * cover is left behind first, and never refunded.
 *
 * It knows nothing of incidents, for which the pool may refuse as well. Twin of `Refunds.prepare`; docs/mechanism.md,
 * Changing a cover.
 *
 * @returns units; the refund is rounded down, the fee up.
 * @throws {CoverEndedError} if the cover has ended.
 * @throws {NothingLeftError} if the cover is used up.
 * @throws {ZeroAmountError} if nothing is given up.
 * @throws {AmountNotOnGrainError} if the amount is no multiple of the grain.
 * @throws {ClaimAboveAmountError} if more is given up than remains.
 * @throws {KeyedCoverError} if the day has come on which the event begins.
 * @throws {ArithmeticError} if the numbers belong to no state that a cover can be in.
 * @throws {NumberOutOfRangeError} if a number does not fit its type.
 * @example
 * coverRefundDown({
 *   pool: {
 *     grain: 1n,
 *     cash: 10_000_000n,
 *     unearned: 4_767n,
 *     high: 9_000_000n,
 *     scr: 1_000_000n,
 *     underfunded: false,
 *     writtenDown: false,
 *   },
 *   cover: { amount: 1_000_000n, insured: 1_000_000n, rate: 1_839_120_370_370_370n },
 *   keyed: false,
 *   from: 0n,
 *   end: 2_592_000n,
 *   timestamp: 1_296_000n,
 * }).refund // 2144n
 */
export function coverRefundDown(parameters: CoverRefundParameters): CoverRefundReturnType {
  const { pool, cover, timestamp } = parameters
  if (pool.grain === 0n) throw new ArithmeticError('A divisor is zero')
  if (timestamp >= parameters.end) throw new CoverEndedError({ end: parameters.end })
  if (cover.amount === 0n) throw new NothingLeftError()
  if (cover.insured === 0n) throw new ArithmeticError('A divisor is zero')
  const whole = (uint(cover.rate, 80, 'rate') * cover.amount) / cover.insured

  const amount = parameters.amount ?? cover.amount * pool.grain
  if (amount === 0n) throw new ZeroAmountError()
  if (amount % pool.grain !== 0n) throw new AmountNotOnGrainError({ amount, grain: pool.grain })
  const grains = amount / pool.grain
  if (grains > cover.amount) throw new ClaimAboveAmountError({ claimed: grains, remaining: cover.amount })
  const { start, end } = streamEdgesUp(parameters.from, parameters.end)
  if (parameters.keyed && timestamp >= checked(start - 1n) * day) throw new KeyedCoverError()

  const rate = (whole * grains) / cover.amount
  const from = start * day <= timestamp ? timestamp : start * day
  const unearned = (rate * checked(end * day - from)) / (streamPrecision / pool.grain)
  const short = pool.underfunded || pool.writtenDown || pool.scr > pool.high
  const fee = short ? 0n : divUp(unearned * shortRate, bps)
  const refund = unearned - fee
  // Unearned premium is the last to be lost, but it may be.
  return { refund: pool.cash < pool.unearned ? mulDivDown(refund, pool.cash, pool.unearned) : refund, fee }
}
