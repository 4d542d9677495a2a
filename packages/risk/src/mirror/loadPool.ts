import { MissingRecordError, PoolDivergedError } from './errors.ts'
import { daysToAccrue } from './internal/capital.ts'
import type { PoolRecord } from './records.ts'
import type { MirrorStore } from './store.ts'

/** A pool's scalars, and the changes of its premium stream's rate by day: what its capital depends on. */
export type MirroredPool = {
  pool: PoolRecord
  /** 1e-18 grains a second, by day. */
  deltas: ReadonlyMap<bigint, bigint>
}

/**
 * Reads of a mirror what a pool's capital depends on until some time.
 *
 * @param address Of the pool.
 * @param until Latest time that will be asked for, Unix seconds.
 * @throws {MissingRecordError} if there is no such pool.
 * @throws {PoolDivergedError} if its mirror was given up.
 * @example
 * const { cash } = capitalAt(await loadPool(store, pool, timestamp), timestamp)
 */
export async function loadPool(store: MirrorStore, address: string, until: bigint): Promise<MirroredPool> {
  const key = address.toLowerCase()
  const pool = await store.get('pool', key)
  if (!pool) throw new MissingRecordError({ kind: 'pool', key })
  if (pool.diverged) throw new PoolDivergedError({ pool: key, reason: pool.diverged })
  const deltas = new Map<bigint, bigint>()
  for (const day of daysToAccrue(pool, until)) {
    const delta = await store.get('delta', `${key}/${day}`)
    if (delta) deltas.set(day, delta.amount)
  }
  return { pool, deltas }
}
