import { day, streamPrecision, wad } from '../exact/constants.ts'
import { type CoverRefundReturnType, coverRefundDown } from '../exact/coverRefundDown.ts'
import { unearnedUnitsUp } from '../exact/unearnedUnitsUp.ts'
import { MissingRecordError } from './errors.ts'
import { accruedPool } from './internal/accruedPool.ts'
import { edgesOf } from './internal/sales.ts'
import { loadPool, type MirroredPool } from './loadPool.ts'
import type { CoverRecord, ListingRecord, MirrorKind, MirrorRecords, RiskRecord } from './records.ts'
import type { MirrorStore } from './store.ts'

/** A cover with all that its premium and its refund depend on. */
export type MirroredCover = {
  cover: CoverRecord
  listing: ListingRecord
  risk: RiskRecord
  pool: MirroredPool
}

/**
 * Reads of a mirror what a cover's unearned premium and refund depend on until some time.
 *
 * @param until Latest time that will be asked for, Unix seconds.
 * @throws {MissingRecordError} if there is no such cover, or it was cancelled.
 * @example
 * const { refund, fee } = coverRefundAt(await loadCover(store, id, timestamp), timestamp)
 */
export async function loadCover(store: MirrorStore, id: bigint, until: bigint): Promise<MirroredCover> {
  const load = async <kind extends MirrorKind>(kind: kind, key: string): Promise<MirrorRecords[kind]> => {
    const record = await store.get(kind, key)
    if (!record) throw new MissingRecordError({ kind, key })
    return record
  }
  const cover = await load('cover', `${id}`)
  return {
    cover,
    listing: await load('listing', `${cover.listing}`),
    risk: await load('risk', `${cover.pool}/${cover.risk}`),
    pool: await loadPool(store, cover.pool, until),
  }
}

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

/**
 * What a cover's premium has yet to pay the pool at a time: its unearned premium, units, rounded down.
 *
 * @param timestamp Unix seconds.
 * @example
 * const unearned = coverUnearnedAt(await loadCover(store, id, timestamp), timestamp)
 */
export function coverUnearnedAt({ cover, listing, risk, pool }: MirroredCover, timestamp: bigint): bigint {
  const { start, end } = edgesOf(cover, risk, listing.waiting)
  if (end * day <= timestamp) return 0n
  const from = start * day <= timestamp ? timestamp : start * day
  return (cover.rate * (end * day - from)) / (streamPrecision / pool.pool.grain)
}
