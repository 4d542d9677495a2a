import type { PoolRecord } from '../records.ts'
import type { Transition } from './Transition.ts'

/** A pool, in the course of one event. */
export type PoolContext = {
  records: Transition
  pool: PoolRecord
  /** Unix seconds. */
  now: bigint
}
