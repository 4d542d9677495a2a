import { MissingRecordError } from './errors.ts'
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
