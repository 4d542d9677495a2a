import { day, wad } from './constants.ts'
import { NoReadingError } from './errors.ts'
import { fallDown, type Loss } from './fallDown.ts'

/** A reading of a contract's own state, and when it was taken, Unix seconds. */
export type Reading = Loss & { readonly time: bigint }

/** A span, and when it counts; the names are those of `IReadingTrigger.Levels`. */
export type ReadingRatioParameters = {
  /** In order: the first one arms, the last one is to prove, those between were kept. */
  readonly readings: readonly Reading[]
  /** A fall of more than this begins a span, and proves it. WAD. */
  readonly strike: bigint
  /** A fall of no more than this ends one. WAD. */
  readonly recovery: bigint
  /** Seconds from the first reading to the one that proves. */
  readonly persistence: bigint
  /** Most seconds between two readings; zero if left out: any. */
  readonly gap?: bigint | undefined
  /** Largest ratio of the listing, WAD; 1 if left out. */
  readonly maxRatio?: bigint | undefined
}

/** Seconds that keepers have to prove a complete span. */
const keeperTime = 3n * day

/**
 * The loss ratio that a span of readings is granted: the smallest loss over the largest whole, at most the listing's
 * largest ratio, before the deductible.
 *
 * Twin of `arm`, `read` and `prove` of `ReadingTrigger`, that is of the triggers on vaults, deficits, reserves and
 * frozen money (but for outages, which a feed proves); docs/mechanism.md, Readings.
 *
 * @returns WAD, rounded down; null if the readings prove nothing: too few, short of the strike at either end, recovered
 * or too far apart between, too early or too late.
 * @throws {NoReadingError} if a reading is none that the trigger takes.
 * @example
 * readingRatio({
 *   readings: [
 *     { time: 0n, loss: 10n, whole: 100n },
 *     { time: 21_600n, loss: 8n, whole: 100n },
 *     { time: 43_200n, loss: 20n, whole: 110n },
 *   ],
 *   strike: 50_000_000_000_000_000n,
 *   recovery: 20_000_000_000_000_000n,
 *   persistence: 43_200n,
 * }) // 72727272727272727n
 */
export function readingRatio(parameters: ReadingRatioParameters): bigint | null {
  const { readings, strike, recovery, persistence, gap = 0n, maxRatio = wad } = parameters
  const [first, last] = [readings[0], readings.at(-1)]
  if (!first || !last || readings.length < 2) return null

  let { loss, whole, time } = first
  for (const [place, reading] of readings.entries()) {
    if (gap !== 0n && reading.time - time > gap) return null
    const fall = fallOf(reading)
    const ends = reading === first || place === readings.length - 1
    if (ends ? fall <= strike : fall <= recovery) return null
    // What is kinder to the pools stays.
    if (reading.loss < loss) loss = reading.loss
    if (reading.whole > whole) whole = reading.whole
    time = reading.time
  }
  const from = first.time + persistence
  if (last.time < from || last.time > from + keeperTime) return null
  const ratio = fallDown({ loss, whole })
  return ratio < maxRatio ? ratio : maxRatio
}

/** A whole of nothing says nothing, and 128 bits hold both numbers. */
function fallOf(reading: Reading): bigint {
  if (reading.whole === 0n || (reading.loss | reading.whole) >> 128n !== 0n) throw new NoReadingError(reading)
  return fallDown(reading)
}
