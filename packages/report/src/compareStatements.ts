import type { Finding } from './types.ts'

/**
 * Where a statement differs from another, leaf by leaf, with the path of each.
 *
 * @example
 * compareStatements({ assets: { cash: '1' } }, { assets: { cash: '2' } })
 * // [{ path: 'assets.cash', stated: '1', found: '2' }]
 */
export function compareStatements(stated: unknown, found: unknown): Finding[] {
  return [...differences(stated, found, '')]
}

function* differences(stated: unknown, found: unknown, path: string): Generator<Finding> {
  if (Array.isArray(stated) && Array.isArray(found)) {
    for (let index = 0; index < Math.max(stated.length, found.length); index++) {
      yield* differences(stated[index], found[index], `${path}[${index}]`)
    }
  } else if (isRecord(stated) && isRecord(found)) {
    for (const key of new Set([...Object.keys(found), ...Object.keys(stated)])) {
      const inside = path === '' ? key : `${path}.${key}`
      yield* differences(ownOf(stated, key), ownOf(found, key), inside)
    }
  } else if (stated !== found || typeof stated === 'object') {
    if (stated === null && found === null) return
    yield { path, stated: textOf(stated), found: textOf(found) }
  }
}

/** What an object has itself: `__proto__` in a file is a name like any other. */
function ownOf(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value for a sentence: long ones are cut. */
function textOf(value: unknown): string {
  if (value === undefined) return '(nothing)'
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
