import { formatUnits, type Hex, hexToString } from 'viem'

/** A moment, Unix seconds, as people read it: `2023-11-14 22:13:20 UTC`. */
export function moment(seconds: bigint): string {
  const milliseconds = Number(seconds) * 1000
  if (!(milliseconds < 8.64e15)) return 'the end of time'
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/** A duration in seconds as people read it: `2 days`, `90 seconds`. */
export function duration(seconds: bigint): string {
  for (const [unit, length] of [
    ['day', 86_400n],
    ['hour', 3_600n],
    ['minute', 60n],
  ] as const) {
    if (seconds !== 0n && seconds % length === 0n) return count(seconds / length, unit)
  }
  return count(seconds, 'second')
}

/** `1 unit`, `2 units`. */
export function count(amount: bigint, unit: string): string {
  return `${amount} ${unit}${amount === 1n ? '' : 's'}`
}

/** A WAD as a percentage: `2.5 %`. */
export function percent(wad: bigint): string {
  return `${formatUnits(wad, 16)} %`
}

/** Basis points as a percentage: `2.5 %`. */
export function percentOfBasisPoints(points: bigint): string {
  return `${formatUnits(points, 2)} %`
}

/** The text in a bytes32. */
export function text(bytes: Hex): string {
  return hexToString(bytes, { size: 32 })
}
