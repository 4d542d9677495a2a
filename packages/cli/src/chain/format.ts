import { formatUnits } from 'viem'

/**
 * A moment as people read it, to the second, in UTC.
 *
 * @example
 * moment(1_678_518_000n) // '2023-03-11 07:00:00 UTC'
 */
export function moment(seconds: bigint): string {
  const milliseconds = Number(seconds) * 1000
  if (seconds === 0n) return 'never'
  if (!(milliseconds < 8.64e15)) return 'the end of time'
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/**
 * A WAD as a percentage.
 *
 * @example
 * percent(25n * 10n ** 15n) // '2.5 %'
 */
export function percent(wad: bigint): string {
  return `${formatUnits(wad, 16)} %`
}

/**
 * A duration as people read it, in its largest whole unit.
 *
 * @example
 * span(172_800n) // '2 days'
 */
export function span(seconds: bigint): string {
  for (const [unit, length] of [
    ['day', 86_400n],
    ['hour', 3_600n],
    ['minute', 60n],
  ] as const) {
    if (seconds === 0n || seconds % length !== 0n) continue
    return `${seconds / length} ${unit}${seconds === length ? '' : 's'}`
  }
  return `${seconds} second${seconds === 1n ? '' : 's'}`
}
