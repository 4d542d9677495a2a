import type { MirrorKind, MirrorRecords, MirrorStore } from '@bulwark/risk/mirror'
import type { Snapshot } from './takeSnapshot.ts'

/** A store of a mirror that can only be read. */
export type ReadableMirrorStore = MirrorStore & {
  /** Reads every record of a kind whose key begins so, so that many reads are one query. */
  prefetch(kind: MirrorKind, prefix: string): Promise<void>
}

const integer = /^-?\d+n$/

/**
 * The twins of the pools, as the indexer moved them up to a snapshot's block.
 *
 * @example
 * const { pool } = await loadPool(createMirrorStore(snapshot), address, timestamp)
 */
export function createMirrorStore({ rows, deployment }: Snapshot): ReadableMirrorStore {
  const known = new Map<string, MirrorRecords[MirrorKind] | undefined>()
  const whole = new Set<string>()
  const refuse = (): never => {
    throw new TypeError('A snapshot is not written to')
  }
  return {
    async get<kind extends MirrorKind>(kind: kind, key: string) {
      const place = `${kind} ${key}`
      const prefetched = whole.has(`${kind} ${key.split('/')[0]}/`)
      if (!known.has(place) && !prefetched) {
        const [row] = await rows<{ value: string }>(
          'SELECT value FROM mirror_records WHERE chain_id = $1 AND kind = $2 AND key = $3',
          [deployment.chainId, kind, key],
        )
        known.set(place, row && parse(row.value))
      }
      return known.get(place) as MirrorRecords[kind] | undefined
    },
    async prefetch(kind, prefix) {
      // What follows the last character of the prefix ends the span: the index serves it.
      const end = prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1)
      const found = await rows<{ key: string; value: string }>(
        `SELECT key, value FROM mirror_records
         WHERE chain_id = $1 AND kind = $2 AND key COLLATE "C" >= $3 AND key COLLATE "C" < $4`,
        [deployment.chainId, kind, prefix, end],
      )
      for (const { key, value } of found) known.set(`${kind} ${key}`, parse(value))
      whole.add(`${kind} ${prefix}`)
    },
    set: refuse,
    delete: refuse,
  }
}

/** Records are JSON, their integers text that ends with `n`. */
function parse(text: string): MirrorRecords[MirrorKind] {
  return JSON.parse(text, (_, value) =>
    typeof value === 'string' && integer.test(value) ? BigInt(value.slice(0, -1)) : value,
  )
}
