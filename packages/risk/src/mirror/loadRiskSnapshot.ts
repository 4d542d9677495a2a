import type { RiskSnapshot } from '../exact/poolPremium.ts'
import { MissingRecordError } from './errors.ts'
import type { MirrorStore } from './store.ts'

/** A risk in a pool. */
export type LoadRiskSnapshotParameters = {
  /** Address of the pool. */
  pool: string
  /** Id of the risk; see `riskIdOf`. */
  risk: string
  /** Class << 56 | group that a first cover on it would count in; the listing's own if left out. */
  group?: bigint | undefined
  /** Listing number. */
  listing: bigint
}

/**
 * Reads of a mirror the book that a purchase on a risk goes into: for `poolPremium` and its like.
 *
 * @throws {MissingRecordError} if the pool never backed the listing.
 * @example
 * const risk = await loadRiskSnapshot(store, { pool, listing: 1n, risk: riskIdOf(1n, zeroHash) })
 */
export async function loadRiskSnapshot(
  store: MirrorStore,
  parameters: LoadRiskSnapshotParameters,
): Promise<RiskSnapshot & { group: bigint; maxLossProbability: bigint }> {
  const pool = parameters.pool.toLowerCase()
  const key = `${pool}/${parameters.listing}`
  const backing = await store.get('backing', key)
  if (!backing) throw new MissingRecordError({ kind: 'backing', key })
  const risk = await store.get('risk', `${pool}/${parameters.risk}`)
  const own = parameters.group ?? (backing.class << 56n) | backing.group
  const group = risk && risk.exposure !== 0n ? risk.group : own
  const sums = await store.get('class', `${pool}/${group >> 56n}`)
  if (!sums) throw new MissingRecordError({ kind: 'class', key: `${pool}/${group >> 56n}` })
  const book = await store.get('group', `${pool}/${group}`)
  return {
    exposureClass: { q: sums.q, a: sums.a, rho: sums.rho },
    groupNet: book?.net ?? 0n,
    group,
    maxLossProbability: sums.maxLossProbability,
  }
}
