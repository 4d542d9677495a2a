/**
 * Aligns rows in columns: words to the left, figures to the right.
 *
 * @example
 * table(['pool', 'paid'], [['Harbour', '12.40 USDT']])
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const isFigure = head.map((_, column) => rows.every((row) => /^[\d–]/.test(row[column] ?? '')))
  return all.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return isFigure[column] ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('   ')
      .trimEnd(),
  )
}
