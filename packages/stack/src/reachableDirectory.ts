import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** Others may pass through a folder. */
const passable = 0o001

/**
 * Where a database that is to be in `directory` can be: there, or, when root starts it in a folder that is closed to
 * others, below the temporary folder, always at the same place. PostgreSQL does not run as root, and what it holds can be
 * read from the chain again.
 *
 * @example
 * await startPostgres({ directory: await reachableDirectory('.bulwark/local/postgres') })
 */
export async function reachableDirectory(directory: string): Promise<string> {
  const wanted = resolve(directory)
  if (process.getuid?.() !== 0 || (await isPassable(dirname(wanted)))) return wanted
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12)
  return join(tmpdir(), `bulwark-postgres-${name}`)
}

async function isPassable(directory: string): Promise<boolean> {
  for (let folder = directory; ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined)
    if (found !== undefined && (found.mode & passable) === 0) return false
    if (dirname(folder) === folder) return true
  }
}
