import { NotCanonicalError } from './errors.ts'

/**
 * The one text that stands for a JSON value (RFC 8785): no white space, keys in order of their UTF-16 units, strings
 * escaped as JSON.stringify does; of numbers whole ones alone, for these have one spelling.
 *
 * @throws {NotCanonicalError} if a value has no such text: a fraction, a number beyond 2^53, half a surrogate pair.
 * @example
 * canonicalJson({ b: '1', a: [true, null] }) // '{"a":[true,null],"b":"1"}'
 */
export function canonicalJson(value: unknown): string {
  return textOf(value, 'statement')
}

function textOf(value: unknown, path: string): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new NotCanonicalError({ path, value: 'a text with half a surrogate pair' })
    return JSON.stringify(value)
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new NotCanonicalError({ path, value: `the number ${value}` })
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((item, index) => textOf(item, `${path}[${index}]`)).join(',')}]`
  if (typeof value === 'object') {
    const keys = Object.keys(value).sort()
    const fields = keys.map((key) => {
      const field = (value as Record<string, unknown>)[key]
      return `${textOf(key, `${path}.${key}`)}:${textOf(field, `${path}.${key}`)}`
    })
    return `{${fields.join(',')}}`
  }
  throw new NotCanonicalError({ path, value: `a ${typeof value}` })
}
