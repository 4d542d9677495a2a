import { ContractFunctionExecutionError } from 'viem'
import type { Fields, Item, Row } from './types.ts'

/** A row of a table each, its key in words. */
export function itemsOf(
  table: string,
  rows: readonly Row[],
  { key, compare }: { key: (row: Row) => string; compare: (row: Row) => Promise<Fields> },
): Item[] {
  return rows.map((row) => ({ table, key: key(row), compare: () => compare(row) }))
}

/** One thing of a table that is not a row. */
export function item(table: string, key: string, compare: () => Promise<Fields>): Item {
  return { table, key, compare }
}

/** What a call answers, or `reverts`. */
export async function orReverts<value>(call: Promise<value>): Promise<value | 'reverts'> {
  try {
    return await call
  } catch (error) {
    if (error instanceof ContractFunctionExecutionError) return 'reverts'
    throw error
  }
}

/** Columns that are named like the fields of a struct on chain. */
export function alike(chain: object, row: Row, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, [(chain as Record<string, unknown>)[name], row[name]]]))
}
