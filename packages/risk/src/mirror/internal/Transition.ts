import { ArithmeticError } from '../../exact/errors.ts'
import { MissingRecordError } from '../errors.ts'
import type { MirrorKind, MirrorRecords } from '../records.ts'
import type { MirrorStore } from '../store.ts'

type Entry = { kind: MirrorKind; key: string; before: object | undefined; record: object | undefined }

/** What one event changes: records are read once, changed in place, and written together at the end. */
export class Transition {
  /** Unix seconds. */
  readonly timestamp: bigint
  private readonly store: MirrorStore
  private readonly entries = new Map<string, Entry>()

  constructor(store: MirrorStore, timestamp: bigint) {
    this.store = store
    this.timestamp = timestamp
  }

  /** The record of a key, to be changed in place, or undefined. */
  async find<kind extends MirrorKind>(kind: kind, key: string): Promise<MirrorRecords[kind] | undefined> {
    const name = `${kind} ${key}`
    let entry = this.entries.get(name)
    if (!entry) {
      const before = await this.store.get(kind, key)
      entry = { kind, key, before, record: before && { ...before } }
      this.entries.set(name, entry)
    }
    return entry.record as MirrorRecords[kind] | undefined
  }

  /** The record of a key that an earlier event must have made. */
  async load<kind extends MirrorKind>(kind: kind, key: string): Promise<MirrorRecords[kind]> {
    const record = await this.find(kind, key)
    if (!record) throw new MissingRecordError({ kind, key })
    return record
  }

  /** The record of a key, made as given if there is none. */
  async ensure<kind extends MirrorKind>(
    kind: kind,
    key: string,
    first: MirrorRecords[kind],
  ): Promise<MirrorRecords[kind]> {
    return (await this.find(kind, key)) ?? this.put(kind, key, first)
  }

  /** Makes the record of a key, or replaces it. */
  put<kind extends MirrorKind>(kind: kind, key: string, record: MirrorRecords[kind]): MirrorRecords[kind] {
    const name = `${kind} ${key}`
    const before = this.entries.get(name)?.before
    this.entries.set(name, { kind, key, before, record })
    return record
  }

  /** Removes a record that was read. */
  remove(kind: MirrorKind, key: string): void {
    const entry = this.entries.get(`${kind} ${key}`)
    if (entry) entry.record = undefined
  }

  /** Writes what has changed. Nothing that is stored is below zero, but changes of rate: the chain would revert. */
  async commit(): Promise<void> {
    const changed = [...this.entries.values()].filter(({ before, record }) => differs(before, record))
    for (const { kind, key, record } of changed) {
      if (kind !== 'delta' && record) requireUnsigned(kind, key, record)
    }
    for (const { kind, key, record } of changed) {
      if (record === undefined) await this.store.delete(kind, key)
      else await this.store.set(kind, key, record as MirrorRecords[typeof kind])
    }
  }
}

function requireUnsigned(kind: MirrorKind, key: string, record: object): void {
  for (const [field, value] of Object.entries(record)) {
    if (typeof value === 'bigint' && value < 0n) throw new ArithmeticError(`${field} of ${kind} ${key} is below zero`)
  }
}

function differs(before: object | undefined, record: object | undefined): boolean {
  if (before === undefined || record === undefined) return before !== record
  for (const [field, value] of Object.entries(record)) {
    if ((before as Record<string, unknown>)[field] !== value) return true
  }
  return false
}
