import { mulDivUp } from './internal/mulDiv.ts'
import { checked, uint } from './internal/uint.ts'

/** Gains that stream in, and the backing of the price, as `PoolState.gains` holds them. */
export type Gains = {
  /** What was yet to stream in when last settled, units, uint96. */
  unvested: bigint
  /** Unix seconds up to which both were settled, uint32. */
  updated: bigint
  /** Unix seconds at which the gains have all come in, uint32. */
  end: bigint
  /** Backing of the price when last settled, units, uint96. */
  b: bigint
}

/**
 * What of the gains has not come in yet: linear from when they were settled to their end.
 *
 * Twin of `Capital.unvestedUp`.
 *
 * @param timestamp Unix seconds, not before they were settled.
 * @returns units, rounded up.
 * @throws {NumberOutOfRangeError} if a number does not fit its type.
 * @throws {ArithmeticError} if they end before they were settled.
 * @example
 * unvestedUp({ unvested: 100n, updated: 0n, end: 3n, b: 0n }, 1n) // 67n
 */
export function unvestedUp({ unvested, updated, end }: Gains, timestamp: bigint): bigint {
  uint(unvested, 96, 'unvested')
  uint(end, 32, 'end')
  if (timestamp >= end) return 0n
  return mulDivUp(unvested, end - timestamp, checked(end - updated))
}
