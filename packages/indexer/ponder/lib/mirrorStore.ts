import type { MirrorKind, MirrorRecords, MirrorStore } from '@bulwark/risk/mirror'
import { readRecord, writeRecord } from '../../src/mirror/record.ts'
import { mirrorRecords } from '../ponder.schema.ts'
import type { Database } from './types.ts'

/** A record that was written or (undefined) removed. */
export type Touched = { kind: MirrorKind; key: string; record: MirrorRecords[MirrorKind] | undefined }

/** Records by the text that they were read from or written as: most are asked for again by the next event. */
const parsed = new Map<string, { text: string; record: MirrorRecords[MirrorKind] }>()
const mostParsed = 50_000

function remember(name: string, text: string, record: MirrorRecords[MirrorKind]): void {
  if (parsed.size >= mostParsed) parsed.clear()
  parsed.set(name, { text, record })
}

/** A mirror's store over the indexer's tables, which says what was written. */
export function mirrorStore(db: Database, chainId: number): MirrorStore & { touched: Touched[] } {
  const touched: Touched[] = []
  return {
    touched,
    get: async <kind extends MirrorKind>(kind: kind, key: string) => {
      const row = await db.find(mirrorRecords, { chainId, kind, key })
      if (!row) return undefined
      const name = `${kind} ${key}`
      const known = parsed.get(name)
      // A reorganisation may have put an older text back.
      if (known?.text === row.value) return known.record as MirrorRecords[kind]
      const record = readRecord<kind>(row.value)
      remember(name, row.value, record)
      return record
    },
    set: async (kind, key, record) => {
      const value = writeRecord(record)
      remember(`${kind} ${key}`, value, record)
      touched.push({ kind, key, record })
      await db.insert(mirrorRecords).values({ chainId, kind, key, value }).onConflictDoUpdate({ value })
    },
    delete: async (kind, key) => {
      touched.push({ kind, key, record: undefined })
      await db.delete(mirrorRecords, { chainId, kind, key })
    },
  }
}
