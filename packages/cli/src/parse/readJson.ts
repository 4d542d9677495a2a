import { UsageError } from '../errors.ts'
import { readText } from './readText.ts'

/**
 * Reads a JSON file in which whole numbers become big integers, written as numbers or, where they are large, as strings.
 *
 * @throws {UsageError} if it is no JSON object, or holds a fraction or a number too large to be exact.
 * @example
 * const terms = await readJson('listing.json')
 */
export async function readJson(path: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readText(path)
  let value: unknown
  try {
    value = JSON.parse(text, (name, part: unknown) => {
      if (typeof part === 'string' && /^\d{1,78}$/.test(part)) return BigInt(part)
      if (typeof part !== 'number') return part
      if (Number.isSafeInteger(part) && part >= 0) return BigInt(part)
      throw new UsageError(`${path}: ${name || 'a number'} is ${part}.`, {
        advice: 'Write whole numbers; those beyond 2^53 as strings of digits.',
      })
    })
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    throw new UsageError(`${path} is not JSON: ${(cause as Error).message}.`, { cause })
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new UsageError(`${path} is not a JSON object.`)
}
