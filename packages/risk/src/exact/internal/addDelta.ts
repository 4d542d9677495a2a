import { StreamTooLargeError } from '../errors.ts'

/** The deltas with one changed; zeros are left out. Twin of `Streams.addDelta`. */
export function addDelta(deltas: ReadonlyMap<bigint, bigint>, on: bigint, change: bigint): ReadonlyMap<bigint, bigint> {
  const sum = (deltas.get(on) ?? 0n) + change
  if (BigInt.asIntN(80, sum) !== sum) throw new StreamTooLargeError(`The rate delta ${sum} on day ${on}`)
  const next = new Map(deltas)
  if (sum === 0n) next.delete(on)
  else next.set(on, sum)
  return next
}
