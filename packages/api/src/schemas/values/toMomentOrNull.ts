import { type Moment, toMoment } from './toMoment.ts'

/**
 * A moment, where zero stands for "never".
 *
 * @example
 * toMomentOrNull('0') // null
 */
export function toMomentOrNull(seconds: bigint | string | number | null | undefined): Moment | null {
  return seconds === null || seconds === undefined || Number(seconds) === 0 ? null : toMoment(seconds)
}
