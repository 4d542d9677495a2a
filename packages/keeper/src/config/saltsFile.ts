import { readFile } from 'node:fs/promises'
import { type Hex, isHash } from 'viem'
import { z } from 'zod'
import { ConfigError } from '../errors.ts'
import type { RevealState } from '../state/KeeperState.ts'

const number = z.union([z.int().min(0), z.string().regex(/^\d{1,19}$/)]).transform(BigInt)
const hash = z.string().refine((text): text is Hex => isHash(text), 'it is 32 bytes in hex')
const entry = z.strictObject({ incident: number, award: number, reason: hash, salt: hash })
const schema = z.strictObject({ version: z.literal(1), commitments: z.array(entry).max(10_000) })

/**
 * Reads what an assessor committed himself to, so that the keeper reveals it in time.
 *
 * @throws {ConfigError} if there is no such file, or if a field is not what it should be.
 * @example
 * const reveals = await readSaltsFile('salts.json')
 */
export async function readSaltsFile(path: string): Promise<readonly RevealState[]> {
  let value: unknown
  try {
    value = JSON.parse(await readFile(path, 'utf8'))
  } catch {
    // Without the cause: a parser's message quotes the text, and salts are secrets until they are revealed.
    throw new ConfigError({ where: path, reason: 'it cannot be read as JSON' })
  }
  const { success, data, error } = schema.safeParse(value)
  if (!success) {
    const [issue] = error.issues
    throw new ConfigError({ where: `${path}: ${issue?.path.join('.')}`, reason: issue?.message ?? 'invalid' })
  }
  return data.commitments
}
