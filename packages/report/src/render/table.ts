import { type Content, html, Markup } from './html.ts'

/** A column: its heading, and whether figures stand in it. */
export type Column = { label: string; numeric?: boolean; className?: string }

/** The parameters of {@link table}. */
export type TableParameters = {
  columns: readonly Column[]
  rows: readonly (readonly Content[])[]
  /** Whether the last row is a sum. */
  sum?: boolean
  /** What to say where there are no rows. */
  empty?: string
}

/**
 * A table that becomes rows of label and value on a phone.
 *
 * @example
 * table({ columns: [{ label: 'Asset' }, { label: 'USDC', numeric: true }], rows: [['Cash', '12.00']] })
 */
export function table({ columns, rows, sum = false, empty = 'None.' }: TableParameters): Markup {
  if (rows.length === 0) return html`<p class="note">${empty}</p>`
  const classOf = ({ numeric, className }: Column) => [numeric ? 'n' : '', className ?? ''].filter(Boolean).join(' ')
  const head = columns.map((column) => html`<th scope="col" class="${classOf(column)}">${column.label}</th>`)
  const body = rows.map((row, index) => {
    const cells = row.map((cell, place) => {
      const column = columns[place] as Column
      return html`<td class="${classOf(column)}" data-label="${column.label}">${cell}</td>`
    })
    return html`<tr class="${sum && index === rows.length - 1 ? 'sum' : ''}">${cells}</tr>`
  })
  // A short table stays on one sheet.
  const size = [rows.length <= 16 ? 'short' : '', columns.length > 3 ? 'wide' : ''].filter(Boolean).join(' ')
  const plain = html`<table class="${size}"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`
  return new Markup(plain.text.replaceAll(' class=""', ''))
}
