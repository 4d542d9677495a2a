/**
 * The grain of a pool: sums insured are multiples of it.
 *
 * @param decimals decimals of the pool's asset.
 * @returns units to a grain: 10^max(0, decimals − 6).
 * @example
 * getGrain(18) // 1000000000000n
 */
export function getGrain(decimals: number): bigint {
  return 10n ** BigInt(Math.max(0, decimals - 6))
}
