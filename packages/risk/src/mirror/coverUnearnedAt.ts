import { day, streamPrecision } from '../exact/constants.ts'
import { edgesOf } from './internal/sales.ts'
import type { MirroredCover } from './loadCover.ts'

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
