import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A digest of the code that decides what is written: tables written by other code are written anew. */
export async function buildHash(): Promise<string> {
  const sdk = dirname(fileURLToPath(import.meta.resolve('@bulwark/sdk')))
  const risk = dirname(fileURLToPath(import.meta.resolve('@bulwark/risk')))
  const own = fileURLToPath(new URL('../..', import.meta.url))
  const folders = [
    join(own, 'ponder'),
    join(own, 'src/mirror'),
    join(sdk, 'abis'),
    join(risk, 'exact'),
    join(risk, 'mirror'),
  ]
  const hash = createHash('sha256')
  for (const folder of folders) {
    const names = (await readdir(folder, { recursive: true })).filter((name) => /(?<!\.d)\.ts$/.test(name)).sort()
    for (const name of names) hash.update(name).update(await readFile(join(folder, name)))
  }
  return hash.digest('hex')
}
