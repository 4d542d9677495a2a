/**
 * Lets at most `most` of what it is given run at a time: nodes refuse a flood.
 *
 * @example
 * const limited = limitConcurrency(20)
 * await Promise.all(slots.map((slot) => limited(() => read(slot))))
 */
export function limitConcurrency(most: number): <value>(run: () => Promise<value>) => Promise<value> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (run) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await run()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
