import { readFileSync, writeFileSync } from 'node:fs'

const page = 'docs/gas.md'

/** Writes a table into docs/gas.md between its markers, or only compares it. Returns whether the page holds the table. */
export function writeTable({
  name,
  head,
  rows,
  update,
}: {
  name: string
  head: readonly string[]
  rows: readonly (readonly string[])[]
  update: boolean
}): boolean {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`]
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  const text = readFileSync(page, 'utf8')
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${page} has no place for the table of ${name}: ${begin} … ${end}`)
  const written = `${text.slice(0, from)}${begin}\n${lines.join('\n')}\n${text.slice(to)}`
  if (written === text) return true
  if (update) writeFileSync(page, written)
  else console.error(`${page} holds other figures of ${name}: run \`npm run bench:${name} -- --update\`.`)
  return update
}
