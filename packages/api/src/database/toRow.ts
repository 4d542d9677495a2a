const names = new Map<string, string>()

/**
 * A row of PostgreSQL under the names that the schema's code uses: `created_at` becomes `createdAt`.
 *
 * @example
 * toRow<{ createdAt: string }>({ created_at: '7' }).createdAt // '7'
 */
export function toRow<row>(columns: Readonly<Record<string, unknown>>): row {
  const row: Record<string, unknown> = {}
  for (const column in columns) {
    let name = names.get(column)
    if (name === undefined) {
      name = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
      names.set(column, name)
    }
    row[name] = columns[column]
  }
  return row as row
}

/** A row as the driver reads it: what the schema's code calls a bigint comes as decimal digits. */
export type RowOf<table extends { readonly $inferSelect: unknown }> = Digits<table['$inferSelect']>

type Digits<row> = { [name in keyof row]: bigint extends row[name] ? Exclude<row[name], bigint> | string : row[name] }
