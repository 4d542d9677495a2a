import { day, year } from './constants.ts'
import {
  ArithmeticError,
  CoverEndedError,
  KeyedCoverError,
  LossProbabilityTooHighError,
  NothingLeftError,
  PeriodOutOfBoundsError,
  PoolClosedError,
  PurchaseMismatchError,
  TooLateToExtendError,
} from './errors.ts'
import { divUp } from './internal/mulDiv.ts'
import { requireBacking, salePremium } from './internal/salePremium.ts'
import { checked, uint } from './internal/uint.ts'
import { moveExposure } from './moveExposure.ts'
import type { PoolSnapshot, Premium, RiskSnapshot } from './poolPremium.ts'
import { requirementUp } from './requirementUp.ts'

/** Which cover is extended, by how much, and when. */
export type ExtensionPremiumParameters = {
  pool: PoolSnapshot
  /** The book that the cover is in, and counted in. */
  risk: RiskSnapshot
  /** Unix seconds of the block. */
  timestamp: bigint
  /** The cover: what remains of it, grains, and its end, Unix seconds. */
  cover: { amount: bigint; end: bigint }
  /** Seconds by which it ends later. */
  duration: bigint
  /** Is the cover on one event? It cannot be extended then. */
  keyed: boolean
  /** λ now, WAD per year. */
  rate: bigint
  /** The listing's waiting time, seconds: how long before its end a cover can still be extended. */
  waiting: bigint
  /** The listing's grace, seconds. */
  grace: bigint
  /** Longest that a cover may have yet to run, seconds. */
  maxPeriod: bigint
  /** Greatest loss probability that the class was calibrated for, WAD. */
  maxLossProbability: bigint
  /** Fee of the treasury, basis points of the net premium. */
  protocolFee: bigint
  /** Commission of the referrer, basis points of the net premium; zero without one. */
  referrerFee: bigint
}

/**
 * What a later end of a cover costs, to the unit, as `IPool.quoteExtension` answers at the same block:
 * ⌈λ·a·duration⌉ + ⌈κ·a·D⌉ + ⌈∫k·D⌉, a what remains, D the days by which it runs off later, ∫k from the requirement
 * without the cover to the present one.
 *
 * It refuses what depends on the same numbers, and knows nothing of limits, incidents and adjudicators, as
 * `poolPremium`. Twin of `Extensions.prepareExtension`; docs/mechanism.md, Changing a cover.
 *
 * @returns units; each term of the net premium and each fee is rounded up.
 * @throws {CoverEndedError} if the cover has ended.
 * @throws {NothingLeftError} if the cover is used up.
 * @throws {PurchaseMismatchError} if it is extended by no time.
 * @throws {KeyedCoverError} if the cover is on one event.
 * @throws {TooLateToExtendError} if it ends within the waiting time.
 * @throws {PeriodOutOfBoundsError} if it would have longer to run than the listing allows.
 * @throws {LossProbabilityTooHighError} if a loss until the new end is more probable than the class was calibrated for.
 * @throws {PoolClosedError} if a write-down has reached the pool's debts.
 * @throws {CapacityExceededError} if SCR exceeds backing.
 * @throws {FeeAboveCapError} if the referrer asks for too much.
 * @throws {ArithmeticError} if the snapshot belongs to no state that a pool can be in.
 * @throws {NumberOutOfRangeError} if a number does not fit its type.
 * @example
 * extensionPremium({
 *   pool: {
 *     grain: 1n,
 *     r: 2_500n,
 *     kappa: 2_000_000_000_000_000n,
 *     curatorFee: 500n,
 *     supply: 10n ** 18n,
 *     queued: 0n,
 *     low: 10_000_000n,
 *     priceBacking: 10_000_000n,
 *     writtenDown: false,
 *     curve: { level: 50_000_000_000_000_000n, moved: 0n, utilisation: 800_000_000_000_000_000n },
 *     totals: { s: 1_000_000n, s2: 10n ** 12n },
 *   },
 *   risk: { exposureClass: { q: 10n ** 12n, a: 1_000_000n, rho: 5_000n }, groupNet: 1_000_000n },
 *   timestamp: 0n,
 *   cover: { amount: 1_000_000n, end: 2_592_000n },
 *   duration: 2_592_000n,
 *   keyed: false,
 *   rate: 20_000_000_000_000_000n,
 *   waiting: 0n,
 *   grace: 604_800n,
 *   maxPeriod: 31_536_000n,
 *   maxLossProbability: 200_000_000_000_000_000n,
 *   protocolFee: 0n,
 *   referrerFee: 0n,
 * }).total // 4193n
 */
export function extensionPremium(parameters: ExtensionPremiumParameters): Premium {
  const { pool, risk, timestamp, cover, duration, rate, grace } = parameters
  if (pool.grain === 0n) throw new ArithmeticError('A divisor is zero')
  if (timestamp >= cover.end) throw new CoverEndedError({ end: cover.end })
  if (cover.amount === 0n) throw new NothingLeftError()
  if (uint(duration, 32, 'duration') === 0n) throw new PurchaseMismatchError()
  if (parameters.keyed) throw new KeyedCoverError()

  const latest = cover.end > parameters.waiting ? cover.end - parameters.waiting : 0n
  if (timestamp > latest) throw new TooLateToExtendError({ latest, timestamp })
  const end = cover.end + duration
  const left = end - timestamp
  if (left > parameters.maxPeriod) throw new PeriodOutOfBoundsError({ duration: left, max: parameters.maxPeriod })
  const probability = divUp(rate * left, year)
  const maximum = parameters.maxLossProbability
  if (probability > maximum) throw new LossProbabilityTooHighError({ probability, maximum })

  if (pool.writtenDown) throw new PoolClosedError()
  const without = moveExposure({
    exposureClass: risk.exposureClass,
    totals: pool.totals,
    before: risk.groupNet,
    afterwards: checked(risk.groupNet - cover.amount),
  })
  const scr0 = requirementUp(without.totals, pool.r)
  const scr1 = requirementUp(pool.totals, pool.r)
  requireBacking(pool, scr1)
  const capitalTime = (divUp(end + grace, day) - divUp(cover.end + grace, day)) * day
  return salePremium({ ...parameters, grains: cover.amount, time: duration, capitalTime, scr0, scr1 })
}
