/** An {@link AmountSchema} as it is written. */
export type Amount = { value: string; decimals: number }

/**
 * An amount with its decimals.
 *
 * @example
 * toAmount(1_500_000n, 6) // { value: '1500000', decimals: 6 }
 */
export function toAmount(value: bigint | string | number, decimals: number): Amount {
  return { value: value.toString(), decimals }
}
