/** A {@link MomentSchema} as it is written. */
export type Moment = { unix: number; iso: string }

/** The last second of the year 9999: later ones have no four-digit year. */
const lastSecond = 253_402_300_799

/**
 * A moment from seconds since 1970. What lies beyond the year 9999 is written as its last second.
 *
 * @example
 * toMoment(1_678_492_800n).iso // '2023-03-11T00:00:00Z'
 */
export function toMoment(seconds: bigint | string | number): Moment {
  const unix = Math.min(Math.max(Number(seconds), 0), lastSecond)
  return { unix, iso: new Date(unix * 1000).toISOString().replace('.000', '') }
}
