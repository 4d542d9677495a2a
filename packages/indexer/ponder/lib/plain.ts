import type { Plain } from '../schema/columns.ts'

/** A decoded value as JSON: big integers as decimal strings. */
export function plain(value: unknown): Plain {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null) return plainFields(value)
  return value as Plain
}

/** The fields of an object as JSON. */
export function plainFields(value: object): { readonly [name: string]: Plain } {
  const fields: { [name: string]: Plain } = {}
  for (const name in value) fields[name] = plain(value[name as keyof typeof value])
  return fields
}
