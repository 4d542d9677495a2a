import type { MirrorKind, MirrorStore } from '@bulwark/risk/mirror'
import type { Client } from 'pg'
import { readRecord } from './mirror/record.ts'

/** The parameters of {@link createMirrorReader}. */
export type CreateMirrorReaderParameters = {
  /** A connection, a pool of them, or a transaction: what it sees, the reader sees. */
  client: Pick<Client, 'query'>
  /** The PostgreSQL schema of a deployment; see `schemaNameOf`. */
  schema: string
  chainId: number
}

/**
 * A mirror's store over the tables of a deployment, to read alone: capital, prices and refunds are worked out from it
 * for any time. It keeps what it has read; make a new one for each answer.
 *
 * @throws {Error} from `set` and `delete`.
 * @example
 * const mirror = createMirrorReader({ client, schema, chainId: 1 })
 * const { scr } = capitalAt(await loadPool(mirror, pool, timestamp), timestamp)
 */
export function createMirrorReader({ client, schema, chainId }: CreateMirrorReaderParameters): MirrorStore {
  const text = `select value from "${schema}".mirror_records where chain_id = $1 and kind = $2 and key = $3`
  const known = new Map<string, Promise<string | undefined>>()
  const read = (kind: MirrorKind, key: string) => {
    const name = `${kind} ${key}`
    const found = known.get(name)
    if (found) return found
    const asked = client.query(text, [chainId, kind, key]).then(({ rows }) => rows[0]?.value as string | undefined)
    known.set(name, asked)
    return asked
  }
  const refuse = () => {
    throw new TypeError('The tables are written by the indexer alone.')
  }
  return {
    get: async <kind extends MirrorKind>(kind: kind, key: string) => {
      const value = await read(kind, key)
      return value === undefined ? undefined : readRecord<kind>(value)
    },
    ...{ set: refuse, delete: refuse },
  }
}
