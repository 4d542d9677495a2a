import { accrueStream } from '../../exact/accrueStream.ts'
import type { MirroredPool } from '../loadPool.ts'
import type { PoolRecord } from '../records.ts'
import { type Figures, readFigures, streamOf } from './capital.ts'

/** A pool with its stream accrued to a time, and the figures of its capital then. */
export function accruedPool({ pool, deltas }: MirroredPool, timestamp: bigint): { pool: PoolRecord; figures: Figures } {
  const { unearned, rate, time } = accrueStream(streamOf(pool, deltas), timestamp)
  const accrued = { ...pool, unearned, streamRate: rate, streamTime: time }
  return { pool: accrued, figures: readFigures(accrued, timestamp) }
}
