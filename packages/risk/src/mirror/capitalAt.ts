import { unearnedUnitsUp } from '../exact/unearnedUnitsUp.ts'
import { accruedPool } from './internal/accruedPool.ts'
import { levelNow } from './internal/books.ts'
import { backingDown } from './internal/capital.ts'
import { scaledUp } from './internal/numbers.ts'
import type { MirroredPool } from './loadPool.ts'

/** A pool's capital, as `IPool.capital` has it. Units of its asset; the level of k is WAD per year. */
export type CapitalReport = {
  cash: bigint
  /** Premium that is yet to flow, rounded up. */
  unearned: bigint
  /** Gains that still stream in. */
  unvested: bigint
  /** What granted reserves hold. */
  funded: bigint
  /** What open incidents may take beyond that. */
  openReserve: bigint
  owed: bigint
  /** Own funds, open incidents counted as nothing. */
  high: bigint
  /** Own funds, open incidents counted as all that they may take. */
  low: bigint
  scr: bigint
  /** What new cover may use. */
  backing: bigint
  /** Backing of the price. */
  priceBacking: bigint
  level: bigint
}

/**
 * A pool's capital at a time not before its last event, to the unit, as `IPool.capital` answers then.
 *
 * @param timestamp Unix seconds.
 * @throws {ArithmeticError} if the time is before the last event.
 * @example
 * const { high, scr } = capitalAt(await loadPool(store, pool, timestamp), timestamp)
 */
export function capitalAt(mirrored: MirroredPool, timestamp: bigint): CapitalReport {
  const { pool, figures } = accruedPool(mirrored, timestamp)
  return {
    cash: pool.cash,
    unearned: unearnedUnitsUp(pool.unearned, pool.grain),
    unvested: figures.unvested,
    funded: scaledUp(pool.full + (pool.cohorts === 0n ? 0n : pool.cohortsHeld), pool.scale),
    openReserve: pool.openReserve * pool.grain,
    owed: scaledUp(pool.owed, pool.scale),
    high: figures.high,
    low: figures.low,
    scr: figures.scr * pool.grain,
    backing: backingDown(pool, figures.low),
    priceBacking: figures.b,
    level: levelNow(pool, timestamp),
  }
}
