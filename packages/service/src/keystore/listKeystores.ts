import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Address } from 'viem'
import { NotAKeystoreError } from './errors.ts'
import { parseKeystore } from './parseKeystore.ts'

/** One keystore of a folder; some files do not say whose key they hold. */
export type KeystoreEntry = { readonly name: string; readonly path: string; readonly address: Address | undefined }

/**
 * Lists the keystores of a folder by name, and passes over what is none.
 *
 * @returns an empty list if there is no such folder.
 * @example
 * for (const { name, address } of await listKeystores('.bulwark/keys')) console.log(name, address)
 */
export async function listKeystores(directory: string): Promise<readonly KeystoreEntry[]> {
  const files = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const entries: KeystoreEntry[] = []
  for (const file of files.sort()) {
    const path = join(directory, file)
    try {
      const { address } = parseKeystore({ path, text: await readFile(path, 'utf8') })
      entries.push({ name: file.replace(/\.json$/, ''), path, address })
    } catch (error) {
      if (!(error instanceof NotAKeystoreError) && (error as NodeJS.ErrnoException).code !== 'EISDIR') throw error
    }
  }
  return entries
}
