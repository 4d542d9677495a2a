import { day, wad } from '../exact/constants.ts'
import { type CoverRefundReturnType, coverRefundDown } from '../exact/coverRefundDown.ts'
import { unearnedUnitsUp } from '../exact/unearnedUnitsUp.ts'
import { accruedPool } from './internal/accruedPool.ts'
import { edgesOf } from './internal/sales.ts'
import type { MirroredCover } from './loadCover.ts'

/**
 * What giving up a cover, or a part of it, returns at a time, to the unit, as `IPool.refundOf` answers then.
 *
 * @param timestamp Unix seconds.
 * @param amount Units; all that remains if left out.
 * @throws {SaleRefusedError} if the cover has ended or is used up, as `coverRefundDown`.
 * @example
 * const { refund, fee } = coverRefundAt(await loadCover(store, id, timestamp), timestamp)
 */
export function coverRefundAt(mirrored: MirroredCover, timestamp: bigint, amount?: bigint): CoverRefundReturnType {
  const { cover, listing, risk } = mirrored
  const { pool, figures } = accruedPool(mirrored.pool, timestamp)
  const { start } = edgesOf(cover, risk, listing.waiting)
  return coverRefundDown({
    pool: {
      grain: pool.grain,
      cash: pool.cash,
      unearned: unearnedUnitsUp(pool.unearned, pool.grain),
      high: figures.high,
      scr: figures.scr * pool.grain,
      underfunded: pool.cohorts !== 0n,
      writtenDown: pool.scale !== wad,
    },
    cover,
    keyed: listing.keyed,
    from: listing.keyed ? start * day : cover.start + listing.waiting,
    end: cover.end,
    timestamp,
    amount,
  })
}
