import type { Stream } from './accrueStream.ts'
import { day } from './constants.ts'
import { addDelta } from './internal/addDelta.ts'
import { checked } from './internal/uint.ts'
import type { StreamPartParameters } from './openStream.ts'

/** The sum without the part, and what the part had yet to pay, 1e-18 grains. */
export type CloseStreamReturnType = { stream: Stream; remaining: bigint }

/**
 * Takes part of a stream out of an accrued sum: what it had yet to pay is no longer unearned.
 *
 * Twin of `Streams.close`.
 *
 * @throws {ArithmeticError} if the part is not in the sum.
 * @throws {StreamTooLargeError} if a rate delta does not fit its storage.
 * @example
 * const stream = { unearned: 86_400n, rate: 1n, time: 400n, deltas: new Map([[1n, -1n]]) }
 * closeStream({ stream, rate: 1n, start: 0n, end: 1n }).remaining // 86000n
 */
export function closeStream({ stream, rate, start, end }: StreamPartParameters): CloseStreamReturnType {
  if (rate === 0n || end * day <= stream.time) return { stream, remaining: 0n }
  const running = start * day <= stream.time
  const remaining = rate * (running ? end * day - stream.time : checked(end - start) * day)
  const left = running ? checked(stream.rate - rate) : stream.rate
  const deltas = running ? stream.deltas : addDelta(stream.deltas, start, -rate)
  return {
    stream: {
      unearned: checked(stream.unearned - remaining),
      rate: left,
      time: stream.time,
      deltas: addDelta(deltas, end, rate),
    },
    remaining,
  }
}
