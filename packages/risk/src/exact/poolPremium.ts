import type { ExposureClass } from './classRequirementUp.ts'
import { day, year } from './constants.ts'
import {
  AmountNotOnGrainError,
  AmountTooLargeError,
  ArithmeticError,
  LossProbabilityTooHighError,
  PoolClosedError,
  ZeroAmountError,
} from './errors.ts'
import { divUp } from './internal/mulDiv.ts'
import { requireBacking, salePremium } from './internal/salePremium.ts'
import { checked } from './internal/uint.ts'
import { moveExposure } from './moveExposure.ts'
import { type ClassTotals, requirementUp } from './requirementUp.ts'

/** What a price depends on of a pool, at one block. */
export type PoolSnapshot = {
  /** Units to a grain. */
  grain: bigint
  /** Correlation across classes, basis points. */
  r: bigint
  /** κ, WAD per year. */
  kappa: bigint
  /** The curator's fee, basis points of the net premium. */
  curatorFee: bigint
  /** Shares outstanding, queued ones included. */
  supply: bigint
  /** Shares in the exit queue. */
  queued: bigint
  /** Own funds Low at the time of the quote, units (`IPool.capital().low`). */
  low: bigint
  /** b at the time of the quote, units (`IPool.capital().priceBacking`; see `settledBacking`). */
  priceBacking: bigint
  /** Has a write-down reached the pool's debts (`scale` below 1)? */
  writtenDown: boolean
  /** The price curve as the last sale left it: level, WAD per year; time, Unix seconds; utilisation, WAD. */
  curve: { level: bigint; moved: bigint; utilisation: bigint }
  /** Sums over the classes. */
  totals: ClassTotals
}

/** The book that a purchase goes into. Grains. */
export type RiskSnapshot = {
  /** The class of the risk. */
  exposureClass: ExposureClass
  /** What the requirement counts of the risk's group. */
  groupNet: bigint
}

/** What is bought, where, and when. */
export type PoolPremiumParameters = {
  pool: PoolSnapshot
  risk: RiskSnapshot
  /** Unix seconds of the block. */
  timestamp: bigint
  /** Sum insured, units. */
  amount: bigint
  /** Is the risk keyed, its rate the probability of one event? */
  keyed: boolean
  /** λ, WAD per year; keyed: probability of the quote, WAD. */
  rate: bigint
  /** Unix seconds from which the risk runs: now + waiting; keyed: beginning of the event. */
  from: bigint
  /** Unix seconds at which the cover ends: now + duration; keyed: end of the event. */
  end: bigint
  /** The listing's grace, seconds. */
  grace: bigint
  /** Greatest loss probability that the class was calibrated for, WAD. */
  maxLossProbability: bigint
  /** Fee of the treasury, basis points of the net premium. */
  protocolFee: bigint
  /** Commission of the referrer, basis points of the net premium; zero without one. */
  referrerFee: bigint
}

/** What a purchase costs, units. */
export type Premium = {
  /** Net premium: streams to the underwriters. */
  net: bigint
  /** Fee for the treasury. */
  protocolFee: bigint
  /** Fee for the curator. */
  curatorFee: bigint
  /** Commission for the referrer. */
  referrerFee: bigint
  /** Everything that the buyer pays. */
  total: bigint
}

/**
 * What a purchase costs, to the unit, as `IPool.quote` answers at the same block.
 *
 * It refuses what depends on the same numbers: amounts off the grain, losses too probable, capital too short. It knows
 * nothing of limits, periods, incidents, adjudicators and signatures, for which the pool may refuse as well. Twin of
 * `Sales.prepare` and `Selling.price`; docs/mechanism.md, Price.
 *
 * @returns units; each term of the net premium and each fee is rounded up.
 * @throws {ZeroAmountError} if the amount is zero.
 * @throws {AmountNotOnGrainError} if the amount is no multiple of the grain.
 * @throws {AmountTooLargeError} if 64 bits do not hold the exposure.
 * @throws {LossProbabilityTooHighError} if the loss is more probable than the class was calibrated for.
 * @throws {PoolClosedError} if a write-down has reached the pool's debts.
 * @throws {CapacityExceededError} if SCR would exceed backing.
 * @throws {FeeAboveCapError} if the referrer asks for too much.
 * @throws {ExposureTooLargeError} if a sum of exposures does not fit its storage.
 * @throws {ArithmeticError} if the snapshot belongs to no state that a pool can be in.
 * @throws {NumberOutOfRangeError} if a number does not fit its type.
 * @example
 * poolPremium({
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
 *     totals: { s: 0n, s2: 0n },
 *   },
 *   risk: { exposureClass: { q: 0n, a: 0n, rho: 5_000n }, groupNet: 0n },
 *   timestamp: 0n,
 *   amount: 1_000_000n,
 *   keyed: false,
 *   rate: 20_000_000_000_000_000n,
 *   from: 0n,
 *   end: 2_592_000n,
 *   grace: 604_800n,
 *   maxLossProbability: 200_000_000_000_000_000n,
 *   protocolFee: 0n,
 *   referrerFee: 0n,
 * }).total // 4767n
 */
export function poolPremium(parameters: PoolPremiumParameters): Premium {
  const { pool, risk, timestamp, amount, keyed, rate, from, end } = parameters
  if (amount === 0n) throw new ZeroAmountError()
  if (pool.grain === 0n) throw new ArithmeticError('A divisor is zero')
  if (amount % pool.grain !== 0n) throw new AmountNotOnGrainError({ amount, grain: pool.grain })
  const grains = amount / pool.grain
  if (grains >> 64n !== 0n) throw new AmountTooLargeError({ what: 'amount', grains })

  const time = checked(end - from)
  const probability = keyed ? rate : divUp(rate * time, year)
  const maximum = parameters.maxLossProbability
  if (probability > maximum) throw new LossProbabilityTooHighError({ probability, maximum })
  const capitalTime = checked(divUp(end + parameters.grace, day) * day - timestamp)

  if (pool.writtenDown) throw new PoolClosedError()
  const groupNet = risk.groupNet + grains
  if (groupNet >> 64n !== 0n) throw new AmountTooLargeError({ what: 'exposure', grains: groupNet })
  const { totals } = moveExposure({
    exposureClass: risk.exposureClass,
    totals: pool.totals,
    before: risk.groupNet,
    afterwards: groupNet,
  })
  const scr0 = requirementUp(pool.totals, pool.r)
  const scr1 = requirementUp(totals, pool.r)
  requireBacking(pool, scr1)
  return salePremium({ ...parameters, grains, time, capitalTime, scr0, scr1 })
}
