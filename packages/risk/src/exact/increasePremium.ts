import { CoverEndedError, NothingLeftError, PeriodOutOfBoundsError } from './errors.ts'
import { type PoolPremiumParameters, type Premium, poolPremium } from './poolPremium.ts'

/** What is insured on top of a cover, and when. */
export type IncreasePremiumParameters = Omit<PoolPremiumParameters, 'end'> & {
  /** The cover: what remains of it, grains, and its end, Unix seconds. */
  cover: { amount: bigint; end: bigint }
  /** Shortest and longest duration that the listing is sold for, seconds; a keyed risk ignores both. */
  minPeriod: bigint
  maxPeriod: bigint
}

/**
 * What an increase of a cover costs, to the unit, as `IPool.quoteIncrease` answers at the same block: a purchase of
 * `amount` until the cover's own end. What was lost of the cover does not matter.
 *
 * It refuses what depends on the same numbers, and knows nothing of limits, incidents, adjudicators and signatures, as
 * `poolPremium`. Twin of `Sales.prepareIncrease`; docs/mechanism.md, Changing a cover.
 *
 * @returns units; each term of the net premium and each fee is rounded up.
 * @throws {CoverEndedError} if the cover has ended.
 * @throws {NothingLeftError} if the cover is used up.
 * @throws {PeriodOutOfBoundsError} if what is left of the cover is too short, or too long, for the listing.
 * @throws {SaleRefusedError} whatever `poolPremium` refuses.
 * @throws {ArithmeticError} if the snapshot belongs to no state that a pool can be in.
 * @example
 * increasePremium({
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
 *   cover: { amount: 500_000n, end: 2_592_000n },
 *   amount: 1_000_000n,
 *   keyed: false,
 *   rate: 20_000_000_000_000_000n,
 *   from: 0n,
 *   minPeriod: 86_400n,
 *   maxPeriod: 31_536_000n,
 *   grace: 604_800n,
 *   maxLossProbability: 200_000_000_000_000_000n,
 *   protocolFee: 0n,
 *   referrerFee: 0n,
 * }).total // 4767n
 */
export function increasePremium(parameters: IncreasePremiumParameters): Premium {
  const { cover, keyed, timestamp, minPeriod: min, maxPeriod: max } = parameters
  if (timestamp >= cover.end) throw new CoverEndedError({ end: cover.end })
  if (cover.amount === 0n) throw new NothingLeftError()
  const duration = cover.end - timestamp
  if (!keyed && (duration < min || duration > max)) throw new PeriodOutOfBoundsError({ duration, min, max })
  return poolPremium({ ...parameters, end: cover.end })
}
