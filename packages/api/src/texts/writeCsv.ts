/**
 * A table (RFC 4180). What a spreadsheet would take for a formula is led by an apostrophe.
 *
 * @example
 * writeCsv([['kind', 'amount'], ['Deposit', '5']]) // 'kind,amount\r\nDeposit,5\r\n'
 */
export function writeCsv(rows: readonly (readonly unknown[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = String(value)
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
