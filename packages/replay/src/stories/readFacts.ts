import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../data/stories')

/**
 * Reads the facts of a story: a CSV file with a header, in packages/replay/data/stories.
 *
 * @returns each row by its columns' names.
 */
export function readFacts<column extends string>(file: string): Record<column, string>[] {
  const [header = '', ...lines] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n')
  const names = header.split(',') as column[]
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])) as Record<column, string>
  })
}
