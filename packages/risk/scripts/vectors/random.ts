/** Pseudo-random numbers that are the same on every machine, for vectors and tests. Never for secrets. */
export type Random = {
  /** A number from 0 to `limit` − 1. */
  below: (limit: bigint) => bigint
  /** A number from `low` to `high`, both included. */
  between: (low: bigint, high: bigint) => bigint
  /** A uint of at most so many bits, of any size: its number of bits is uniform; one in five is an extreme. */
  uint: (bits: number) => bigint
  /** One of a list. */
  pick: <T>(list: readonly T[]) => T
  /** True once in `n` times. */
  oneIn: (n: bigint) => boolean
}

/**
 * A generator (SplitMix64) that starts from a seed.
 *
 * @example
 * createRandom(1n).below(10n)
 */
export function createRandom(seed: bigint): Random {
  let state = BigInt.asUintN(64, seed)
  const next = () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n)
    let z = state
    z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n)
    z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn)
    return z ^ (z >> 31n)
  }
  const below = (limit: bigint) => {
    let word = 0n
    for (let bits = 0n; limit >> bits !== 0n; bits += 64n) word = (word << 64n) | next()
    return ((word << 64n) | next()) % limit
  }
  const between = (low: bigint, high: bigint) => low + below(high - low + 1n)
  const pick = <T>(list: readonly T[]): T => list[Number(below(BigInt(list.length)))] as T
  const uint = (bits: number) => {
    const max = (1n << BigInt(bits)) - 1n
    if (below(5n) === 0n) return pick([0n, 1n, 2n, max - 1n, max, (max >> 1n) + 1n])
    return below(1n << between(1n, BigInt(bits)))
  }
  return { below, between, uint, pick, oneIn: (n) => below(n) === 0n }
}
