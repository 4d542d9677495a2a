import { RiskError } from '../../src/exact/index.ts'
import { createRandom, type Random } from './random.ts'

/** What a function must give: its answers, or none if it must refuse. */
export type Answer = bigint[] | RiskError

/** Vectors of one function: a row is its inputs, 1 if it must refuse and 0 if not, and its outputs (0 if it refuses). */
export type Table = {
  /** Name of the table in its file. */
  name: string
  inputs: readonly string[]
  outputs: readonly string[]
  /** The least number of vectors that both suites insist on. */
  minimum: number
  /** A fresh twin; one that keeps a state answers the rows in order. A `RiskError` thrown is a refusal. */
  twin: () => (...inputs: bigint[]) => bigint[]
  /** The rows of inputs. */
  rows: (random: Random) => bigint[][]
}

/** The tables of one Solidity library. */
export type VectorFile = { name: string; tables: readonly Table[] }

/** Calls a twin, and takes a refusal for an answer. */
export function answer(twin: (...inputs: bigint[]) => bigint[], inputs: bigint[]): Answer {
  try {
    return twin(...inputs)
  } catch (error) {
    if (error instanceof RiskError) return error
    throw error
  }
}

/** So many rows, each made anew. */
export function times(count: number, row: () => bigint[]): bigint[][] {
  return Array.from({ length: count }, row)
}

/** All combinations of one value from each list. */
export function product(...lists: bigint[][]): bigint[][] {
  return lists.reduce<bigint[][]>((rows, list) => rows.flatMap((row) => list.map((value) => [...row, value])), [[]])
}

/** The text of a vector file: decimal strings, one row a line. */
export function render({ name, tables }: VectorFile): string {
  const parts = tables.map((table, index) => {
    const twin = table.twin()
    // A seed for each table, so that a change to one leaves the others as they are.
    const seed = [...`${name}.${table.name}`].reduce((sum, letter) => sum * 31n + BigInt(letter.charCodeAt(0)), 42n)
    const rows = table.rows(createRandom(seed)).map((inputs) => {
      const result = answer(twin, inputs)
      const refused = result instanceof RiskError
      const row = [...inputs, refused ? 1n : 0n, ...(refused ? table.outputs.map(() => 0n) : result)]
      if (row.length !== table.inputs.length + table.outputs.length + 1) throw new Error(`${table.name}: ${index}`)
      return `      ${row.map((value) => `"${value}"`).join(', ')}`
    })
    const names = (list: readonly string[]) => `[${list.map((item) => `"${item}"`).join(', ')}]`
    return [
      `  "${table.name}": {`,
      `    "count": "${rows.length}",`,
      `    "inputs": ${names(table.inputs)},`,
      `    "outputs": ${names(table.outputs)},`,
      `    "values": [\n${rows.join(',\n')}\n    ]`,
      '  }',
    ].join('\n')
  })
  return `{\n${parts.join(',\n')}\n}\n`
}
