import { exitSharesDown } from '../exact/exitSharesDown.ts'
import { exitValueDown } from '../exact/exitValueDown.ts'
import { accruedPool } from './internal/accruedPool.ts'
import type { MirroredPool } from './loadPool.ts'

/** What shares and assets are worth. */
export type ShareValue = {
  /** What shares are worth at Low, units, rounded down (`convertToAssets`). */
  assetsOf: (shares: bigint) => bigint
  /** Shares that assets buy at High, rounded down (`convertToShares`). */
  sharesOf: (assets: bigint) => bigint
}

/**
 * What a pool's shares are worth at a time, to the unit.
 *
 * @param timestamp Unix seconds.
 * @example
 * shareValueAt(await loadPool(store, pool, timestamp), timestamp).assetsOf(10n ** 18n)
 */
export function shareValueAt(mirrored: MirroredPool, timestamp: bigint): ShareValue {
  const { pool, figures } = accruedPool(mirrored, timestamp)
  const { supply, virtualShares } = pool
  return {
    assetsOf: (shares) => exitValueDown({ shares, funds: figures.low, supply, virtualShares }),
    sharesOf: (assets) => exitSharesDown({ assets, funds: figures.high, supply, virtualShares }),
  }
}
