import { day } from './constants.ts'
import { checked, uint } from './internal/uint.ts'

/** The sum of all streams, as `Streams.Stream` and the day buckets hold it. */
export type Stream = {
  /** What is yet to flow, 1e-18 grains, uint128. */
  unearned: bigint
  /** What flows now, 1e-18 grains a second, uint96. */
  rate: bigint
  /** Unix seconds up to which it has been accrued, uint32. */
  time: bigint
  /** Signed changes of the rate by day, 1e-18 grains a second, int80; a day that is missing has none. */
  deltas: ReadonlyMap<bigint, bigint>
}

/**
 * The sum of all streams as of a later moment.
 *
 * Exact: what a stream was opened with is what it has paid when it ends. Deltas of past days stay where they are, as they
 * do on chain. Twin of `Streams.accrued`.
 *
 * @param timestamp Unix seconds.
 * @throws {ArithmeticError} if the deltas do not belong to the sum.
 * @throws {NumberOutOfRangeError} if a number does not fit its type.
 * @example
 * accrueStream({ unearned: 86_400n, rate: 1n, time: 0n, deltas: new Map([[1n, -1n]]) }, 100n).unearned // 86300n
 */
export function accrueStream(stream: Stream, timestamp: bigint): Stream {
  uint(timestamp, 32, 'timestamp')
  let { unearned, rate, time } = stream
  while (time < timestamp && unearned !== 0n) {
    const edge = (time / day + 1n) * day
    if (edge > timestamp) {
      unearned = checked(unearned - rate * (timestamp - time))
      break
    }
    unearned = checked(unearned - rate * (edge - time))
    rate = checked(rate + (stream.deltas.get(edge / day) ?? 0n))
    time = edge
  }
  return { unearned, rate: uint(rate, 96, 'rate'), time: timestamp, deltas: stream.deltas }
}
