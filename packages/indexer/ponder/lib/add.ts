import type { Database } from './types.ts'

type Table = { readonly $inferSelect: unknown; readonly $inferInsert: unknown }

/** Adds to a number of a row, which is made with `key` and zero if there is none. */
export async function add<table extends Table>(
  db: Database,
  table: table,
  key: Partial<table['$inferSelect']>,
  { column, amount }: { column: keyof table['$inferSelect'] & string; amount: bigint },
): Promise<void> {
  await db
    .insert(table)
    .values({ ...key, [column]: amount } as table['$inferInsert'])
    .onConflictDoUpdate(
      (row) =>
        ({ [column]: ((row as Record<string, bigint>)[column] as bigint) + amount }) as Partial<table['$inferSelect']>,
    )
}
