const bars = '▁▂▃▄▅▆▇█'

/**
 * Draws numbers as one line of bars, from the lowest to the highest.
 *
 * @param width how many bars; each shows the lowest of its numbers, so that a short fall is not lost.
 * @example
 * sparkline([1, 2, 3], 3) // '▁▅█'
 */
export function sparkline(numbers: readonly number[], width: number): string {
  const least = Math.min(...numbers)
  const most = Math.max(...numbers)
  const columns = Math.min(width, numbers.length)
  return Array.from({ length: columns }, (_, column) => {
    const from = Math.floor((column * numbers.length) / columns)
    const to = Math.floor(((column + 1) * numbers.length) / columns)
    const height = most === least ? 1 : (Math.min(...numbers.slice(from, to)) - least) / (most - least)
    return bars[Math.round(height * (bars.length - 1))]
  }).join('')
}
