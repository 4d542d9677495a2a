import { day, wad } from './constants.ts'
import { NothingToObserveError } from './errors.ts'
import { checked, uint } from './internal/uint.ts'

/** The level that losses are measured against, as `IMarkedTrigger.markOf` gives it. */
export type Mark = {
  /** The mark, in units of the readings; zero until there were two. */
  readonly level: bigint
  /** Lowest reading since `since`. */
  readonly lowest: bigint
  /** Unix seconds at which its window began. */
  readonly since: bigint
}

/** A reading that the mark is to follow. */
export type ObservedMarkParameters = {
  readonly mark: Mark
  /** What is read, at most 112 bits. */
  readonly value: bigint
  /** Largest rise of an established mark at once, WAD. */
  readonly rise: bigint
  /** Unix seconds of the block. */
  readonly timestamp: bigint
}

/** Seconds between the two readings that raise a mark. */
const markWindow = day

/**
 * The mark after a reading: it rises to the lowest value read in a window of a day, by so much at most, and never falls.
 *
 * Twin of `Marks.observe`; docs/mechanism.md, Marks.
 *
 * @returns the mark; its level is rounded down.
 * @throws {NothingToObserveError} if the reading changes nothing: the window is open, and it is not its lowest.
 * @throws {NumberOutOfRangeError} if the value does not fit 112 bits.
 * @throws {ArithmeticError} if 256 bits do not hold level × rise.
 * @example
 * const mark = { level: 100n, lowest: 103n, since: 0n }
 * observedMark({ mark, value: 104n, rise: 20_000_000_000_000_000n, timestamp: 86_400n }).level // 102n
 */
export function observedMark({ mark, value, rise, timestamp }: ObservedMarkParameters): Mark {
  const lowest = uint(value, 112, 'value') < mark.lowest ? value : mark.lowest
  const closes = mark.since + markWindow
  if (timestamp < closes) {
    if (lowest === mark.lowest) throw new NothingToObserveError({ value, lowest, closes })
    return { ...mark, lowest }
  }
  const most = mark.level === 0n ? lowest : mark.level + checked(mark.level * rise) / wad
  const raised = lowest < most ? lowest : most
  return { level: lowest > mark.level ? raised : mark.level, lowest: value, since: timestamp }
}
