import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Where anvil is looked for: every `node_modules/.bin` from `start` up, then the PATH. */
export function findAnvil(start: string = import.meta.dirname): { command: string; looked: string[] } {
  const looked: string[] = []
  for (let directory = start; ; directory = dirname(directory)) {
    const command = join(directory, 'node_modules', '.bin', 'anvil')
    if (existsSync(join(directory, 'node_modules'))) looked.push(command)
    if (existsSync(command)) return { command, looked }
    if (dirname(directory) === directory) break
  }
  return { command: 'anvil', looked: [...looked, 'the PATH'] }
}
