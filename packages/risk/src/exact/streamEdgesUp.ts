import { day } from './constants.ts'
import { checked, uint } from './internal/uint.ts'

/** Days on which a stream starts and ends. */
export type StreamEdges = { start: bigint; end: bigint }

/**
 * Days on which a stream starts and ends: both rounded up, the end at least one day after the start.
 *
 * Twin of `Streams.edgesUp`; design §3.8.
 *
 * @param from Unix seconds.
 * @param to Unix seconds.
 * @returns days since the epoch.
 * @throws {NumberOutOfRangeError} if a number does not fit its type.
 * @example
 * streamEdgesUp(1n, 1n).end // 2n
 */
export function streamEdgesUp(from: bigint, to: bigint): StreamEdges {
  const start = checked(uint(from, 256, 'from') + day - 1n) / day
  const end = checked(uint(to, 256, 'to') + day - 1n) / day
  return { start, end: end > start ? end : start + 1n }
}
