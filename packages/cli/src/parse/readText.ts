import { readFile } from 'node:fs/promises'
import { UsageError } from '../errors.ts'

/**
 * Reads a file that the command line names.
 *
 * @throws {UsageError} if it cannot be read.
 * @example
 * const wording = await readText('wording.txt')
 */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a directory' : message
    throw new UsageError(`${path} cannot be read: ${why}.`, { cause: error, advice: 'Give the path of a file.' })
  }
}
