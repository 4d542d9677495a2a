import { type PoolSnapshot, poolPremium, type RiskSnapshot } from '@bulwark/risk/exact'
import { PeriodOutOfBoundsError } from '../errors/sales.ts'
import type { Quote, SaleTerms } from '../types/listing.ts'
import type { Premium } from '../types/pool.ts'

/** What {@link quoteOffline} takes. */
export type QuoteOfflineParameters = {
  /** What the price depends on of the pool, at the block of the purchase. */
  pool: PoolSnapshot
  /** The book that the purchase goes into. */
  risk: RiskSnapshot
  /** Greatest loss probability that the class was calibrated for, WAD. */
  maxLossProbability: bigint
  /** What `getSaleTerms` gave. */
  terms: SaleTerms
  /** Unix seconds of the block of the purchase. */
  timestamp: bigint
  /** Sum insured, units of the pool's asset; a multiple of the grain. */
  amount: bigint
  /** Seconds of cover, waiting included; left out for a keyed risk. */
  duration?: bigint | undefined
  /** The offer for a keyed risk; left out for any other. */
  offer?: Quote | undefined
  /** Commission on top of the net premium, basis points. @default 0 */
  referrerFee?: number | undefined
}

/**
 * Computes what {@link quote} would answer, to the unit, without a node: for many amounts, durations and times at once.
 * It knows nothing of limits, incidents, adjudicators and signatures, for which the pool may refuse as well.
 *
 * @param parameters the pool, the terms, and what is insured.
 * @returns the premium and what it is made of, units of the pool's asset.
 * @throws {PeriodOutOfBoundsError} if the listing is not sold for that long.
 * @throws {RiskError} of `@bulwark/risk/exact`, if the amount is off the grain, the loss too probable or capital short.
 * @example
 * const { total } = quoteOffline({
 *   ...snapshot,
 *   terms: await getSaleTerms(client, { listings, listing: 1n, asset }),
 *   timestamp: 1_700_000_000n,
 *   amount: 1_000_000_000n,
 *   duration: 2_592_000n,
 * })
 */
export function quoteOffline(parameters: QuoteOfflineParameters): Premium {
  const { terms, timestamp, duration = 0n, offer, referrerFee = 0, ...rest } = parameters
  const { keyed, minPeriod: min, maxPeriod: max } = terms
  if (!keyed && (duration < min || duration > max)) throw new PeriodOutOfBoundsError({ args: { duration, min, max } })
  const { begins, ends, rate } = offer ?? {
    begins: timestamp + terms.waiting,
    ends: timestamp + duration,
    rate: terms.rate,
  }
  return poolPremium({
    ...rest,
    timestamp,
    keyed,
    rate,
    from: begins,
    end: ends,
    grace: terms.grace,
    protocolFee: BigInt(terms.protocolFee),
    referrerFee: BigInt(referrerFee),
  })
}
