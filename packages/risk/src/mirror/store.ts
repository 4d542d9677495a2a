import type { MirrorKind, MirrorRecords } from './records.ts'

/** A value, or the promise of one. */
export type Awaitable<value> = value | Promise<value>

/**
 * Where a mirror keeps its records: a table per kind, a row per key. A record that was read is never changed in place.
 */
export type MirrorStore = {
  /** The record of a key, or undefined. */
  get: <kind extends MirrorKind>(kind: kind, key: string) => Awaitable<MirrorRecords[kind] | undefined>
  /** Writes a record, whether there was one or not. */
  set: <kind extends MirrorKind>(kind: kind, key: string, record: MirrorRecords[kind]) => Awaitable<void>
  /** Removes a record that exists. */
  delete: (kind: MirrorKind, key: string) => Awaitable<void>
}
