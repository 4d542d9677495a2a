/**
 * The items in an order that a seed gives: Fisher and Yates, by mulberry32.
 *
 * @example
 * shuffled(['a', 'b', 'c'], 7)
 */
export function shuffled<item>(items: readonly item[], seed: number): item[] {
  const order = [...items]
  let state = seed >>> 0
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[order[last], order[other]] = [order[other] as item, order[last] as item]
  }
  return order
}
