import type { Stream } from './accrueStream.ts'
import { day } from './constants.ts'
import { StreamTooLargeError } from './errors.ts'
import { addDelta } from './internal/addDelta.ts'
import { checked } from './internal/uint.ts'

/** A stream to open or to close. */
export type StreamPartParameters = {
  /** The sum of all, accrued up to now. */
  stream: Stream
  /** Rate of the part, 1e-18 grains a second. */
  rate: bigint
  /** Day on which the part starts. */
  start: bigint
  /** Day on which the part ends. */
  end: bigint
}

/**
 * Adds a stream to an accrued sum. It must not start before the sum's time.
 *
 * Twin of `Streams.open`.
 *
 * @throws {StreamTooLargeError} if the sum does not fit its storage.
 * @throws {ArithmeticError} if it ends before it starts.
 * @example
 * openStream({ stream: { unearned: 0n, rate: 0n, time: 0n, deltas: new Map() }, rate: 2n, start: 0n, end: 1n }).unearned // 172800n
 */
export function openStream({ stream, rate, start, end }: StreamPartParameters): Stream {
  if (rate === 0n) return stream
  const unearned = checked(stream.unearned + checked(rate * checked(end - start) * day))
  if (unearned >> 128n !== 0n) throw new StreamTooLargeError(`Unearned premium of ${unearned}`)
  const running = start * day <= stream.time
  const sum = running ? stream.rate + rate : stream.rate
  if (sum >> 96n !== 0n) throw new StreamTooLargeError(`A rate of ${sum}`)
  const deltas = running ? stream.deltas : addDelta(stream.deltas, start, rate)
  return { unearned, rate: sum, time: stream.time, deltas: addDelta(deltas, end, -rate) }
}
