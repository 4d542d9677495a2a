import { wad } from '../exact/constants.ts'
import type { PoolSnapshot } from '../exact/poolPremium.ts'
import { accruedPool } from './internal/accruedPool.ts'
import type { MirroredPool } from './loadPool.ts'

/**
 * What a price depends on of a pool at a time: for `poolPremium`, `increasePremium` and `extensionPremium`.
 *
 * @param timestamp Unix seconds.
 * @example
 * const pool = poolSnapshotAt(await loadPool(store, address, timestamp), timestamp)
 */
export function poolSnapshotAt(mirrored: MirroredPool, timestamp: bigint): PoolSnapshot {
  const { pool, figures } = accruedPool(mirrored, timestamp)
  const { grain, r, kappa, curatorFee, supply, queued, level, moved, utilisation } = pool
  return {
    ...{ grain, r, kappa, curatorFee, supply, queued },
    low: figures.low,
    priceBacking: figures.b,
    writtenDown: pool.scale !== wad,
    curve: { level, moved, utilisation },
    totals: { s: pool.totalsS, s2: pool.totalsS2 },
  }
}
