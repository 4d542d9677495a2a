import type { Section } from '../program/types.ts'

/** The parameters of {@link formatView}. */
export type FormatViewParameters = {
  /** Tabs between the columns and nothing else, for `cut` and `awk`. */
  readonly plain: boolean
  /** How to mark titles and headings. */
  readonly bold: (text: string) => string
}

/**
 * Writes an answer for people, or line by line for tools.
 *
 * @example
 * formatView([{ fields: [['total', '12 USDC']] }], { plain: false, bold: (text) => text })
 */
export function formatView(view: readonly Section[], { plain, bold }: FormatViewParameters): string {
  const parts = view.map((section) => (plain ? plainly(section) : pretty(section, bold)))
  return parts.filter((part) => part !== '').join(plain ? '\n' : '\n\n')
}

function plainly(section: Section): string {
  if ('text' in section) return section.text
  const rows = 'fields' in section ? section.fields : section.rows
  return rows.map((row) => row.map((cell) => clean(cell).replaceAll('\t', ' ')).join('\t')).join('\n')
}

function pretty(section: Section, bold: (text: string) => string): string {
  if ('text' in section) return section.text
  const title = section.title === undefined ? [] : [bold(section.title)]
  if ('fields' in section) return [...title, ...align(section.fields)].join('\n')
  if (section.rows.length === 0) return [...title, section.empty].join('\n')
  const [head = '', ...body] = align([section.columns, ...section.rows])
  return [...title, bold(head), ...body].join('\n')
}

function align(rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map(clean))
  const widths: number[] = []
  for (const row of cells) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length)
  }
  return cells.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** Names of tokens and pools are anybody's text: they must not move the cursor or break a row. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be kept out.
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '�')
}
