import type { CoverIndex, IncidentIndex, ListingIndex, PoolIndex, RiskIndex } from '../state/ChainIndex.ts'
import type { KeeperState } from '../state/KeeperState.ts'

/** What a delay of an hour costs of a payment that is due: a tenth of it a year, rounded up. */
const hourlyInterest = 88_000n
/** What it may cost of a sum insured whose loss is not proven yet: a chance of one in a thousand that it never is. */
const hourlyRisk = 1_000n

/** Was a cover in force at a moment? */
export function isInForce({ start, end, cancelled }: CoverIndex, { waiting }: ListingIndex, time: bigint): boolean {
  return !cancelled && start + waiting <= time && time < end
}

/** Does anybody who has cover on a risk have something to receive by an incident of its own time? */
export function isDue(cover: CoverIndex, listing: ListingIndex, { lossTime, openedAt }: IncidentIndex): boolean {
  return isInForce(cover, listing, lossTime) && cover.start < openedAt
}

/** An amount of a pool's asset, 1e-18 units. */
export function toWad({ decimals }: KeeperState, { asset }: PoolIndex, amount: bigint): bigint {
  return amount * 10n ** BigInt(18 - (decimals.get(asset) ?? 18))
}

/** What an hour's delay of a payment costs. */
export function costOfWaiting(amount: bigint): bigint {
  return amount / hourlyInterest
}

/** What an hour's delay of a proof may cost. */
export function costOfRisking(amount: bigint): bigint {
  return amount / hourlyRisk
}

/** The sums insured of a risk that are in force at a moment, units. */
export function insuredAt(risk: RiskIndex, listing: ListingIndex, time: bigint): bigint {
  let sum = 0n
  for (const cover of risk.covers.values()) if (isInForce(cover, listing, time)) sum += cover.amount
  return sum
}

/** The pool with most cover in force on a risk at a moment, which shows that the risk was sold, and all that is in force. */
export function witnessOf(
  state: KeeperState,
  listing: ListingIndex | undefined,
  risk: string,
  time: bigint,
): { pool: PoolIndex; stake: bigint } | undefined {
  if (!listing) return undefined
  let [most, stake]: [{ pool: PoolIndex; insured: bigint } | undefined, bigint] = [undefined, 0n]
  for (const pool of state.index.pools.values()) {
    const sold = pool.risks.get(risk as RiskIndex['risk'])
    const insured = sold ? toWad(state, pool, insuredAt(sold, listing, time)) : 0n
    stake += insured
    if (insured > (most?.insured ?? 0n)) most = { pool, insured }
  }
  return most && { pool: most.pool, stake }
}
