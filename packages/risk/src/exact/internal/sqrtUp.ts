/** The square root of a number that is not negative, rounded up. */
export function sqrtUp(x: bigint): bigint {
  if (x === 0n) return 0n
  // Newton's method from above: it falls until it has reached the root, rounded down.
  let root = 1n << BigInt((x.toString(2).length + 1) >> 1)
  for (;;) {
    const next = (root + x / root) >> 1n
    if (next >= root) break
    root = next
  }
  return root * root < x ? root + 1n : root
}
