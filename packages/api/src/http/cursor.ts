import { createHash } from 'node:crypto'
import { ApiError } from '../errors.ts'

/** What a column of an order holds: what its place in a cursor may look like. */
export type KeyKind = 'number' | 'text'

const shapes: Record<KeyKind, RegExp> = { number: /^-?\d{1,78}$/, text: /^[^\0]{0,200}$/ }

/** Which list a cursor belongs to: the same keys under other filters are another list. */
function tagOf(list: string): string {
  return createHash('sha256').update(list).digest('base64url').slice(0, 8)
}

/**
 * The cursor after a row: its keys, and which list they belong to. Clients pass it on as it is.
 *
 * @example
 * const next = encodeCursor('/v1/covers?owner=0x…', ['42'])
 */
export function encodeCursor(list: string, keys: readonly string[]): string {
  return Buffer.from(JSON.stringify([tagOf(list), ...keys])).toString('base64url')
}

/**
 * The keys that a cursor stands for.
 *
 * @throws {ApiError} `invalid-cursor` if it is not one of this list.
 * @example
 * const [id] = decodeCursor('/v1/covers?owner=0x…', cursor, ['number'])
 */
export function decodeCursor(list: string, cursor: string, kinds: readonly KeyKind[]): string[] {
  const value = parse(cursor)
  const [tag, ...keys] = Array.isArray(value) ? value : []
  const fits = keys.length === kinds.length && keys.every((key, index) => shapes[kinds[index] ?? 'text'].test(key))
  if (tag !== tagOf(list) || !fits || keys.some((key) => typeof key !== 'string')) {
    throw new ApiError({ code: 'invalid-cursor' })
  }
  return keys
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
