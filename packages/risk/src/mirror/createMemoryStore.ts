import type { MirrorKind, MirrorRecords } from './records.ts'
import type { MirrorStore } from './store.ts'

/** A store in memory, with a look at what it holds. */
export type MemoryStore = Omit<MirrorStore, 'get'> & {
  get: <kind extends MirrorKind>(kind: kind, key: string) => MirrorRecords[kind] | undefined
  /** Every record of a kind, by key, in the order of their first writing. */
  all: <kind extends MirrorKind>(kind: kind) => ReadonlyMap<string, MirrorRecords[kind]>
}

/**
 * A store in memory: for tests, for a page, for a report.
 *
 * @example
 * createMemoryStore().all('pool').size // 0
 */
export function createMemoryStore(): MemoryStore {
  const tables = new Map<MirrorKind, Map<string, MirrorRecords[MirrorKind]>>()
  const table = <kind extends MirrorKind>(kind: kind): Map<string, MirrorRecords[kind]> => {
    const found = tables.get(kind) ?? new Map<string, MirrorRecords[MirrorKind]>()
    tables.set(kind, found)
    return found as Map<string, MirrorRecords[kind]>
  }
  return {
    get: (kind, key) => table(kind).get(key),
    set: (kind, key, record) => {
      table(kind).set(key, record)
    },
    delete: (kind, key) => {
      table(kind).delete(key)
    },
    all: (kind) => table(kind),
  }
}
