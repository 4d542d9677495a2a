/** ⌊a × b / c⌋. */
export function mulDiv(a: bigint, b: bigint, c: bigint): bigint {
  return (a * b) / c
}

/** ⌈a × b / c⌉. */
export function mulDivUp(a: bigint, b: bigint, c: bigint): bigint {
  return (a * b + c - 1n) / c
}

/** The sum of what a function makes of each. */
export function sumOf<item>(items: Iterable<item>, amount: (item: item) => bigint): bigint {
  let sum = 0n
  for (const item of items) sum += amount(item)
  return sum
}

/** The sums of amounts that have the same key, by key in order. */
export function sumBy<item>(
  items: Iterable<item>,
  key: (item: item) => string,
  amount: (item: item) => bigint,
): Map<string, bigint> {
  const sums = new Map<string, bigint>()
  for (const item of items) sums.set(key(item), (sums.get(key(item)) ?? 0n) + amount(item))
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The lower median; null where there is nothing. */
export function medianOf(values: readonly bigint[]): bigint | null {
  const sorted = [...values].sort((a, b) => (a < b ? -1 : 1))
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
