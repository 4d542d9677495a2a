import type { Client } from 'pg'

/** How far the tables of a deployment are. */
export type Progress = {
  /** The last block that they hold. */
  readonly block: bigint
  /** Of that block, unix seconds. */
  readonly timestamp: bigint
  /** The last block that cannot be taken back any more, as the indexer sees it. */
  readonly finalized: bigint
  /** Whether they once caught up with the head. */
  readonly ready: boolean
}

/**
 * Reads how far the tables of a deployment are; none if nothing was written yet.
 *
 * @example
 * const progress = await readProgress(client, schemaNameOf(deployment))
 */
export async function readProgress(client: Pick<Client, 'query'>, schema: string): Promise<Progress | undefined> {
  const { rows } = await client
    .query(
      `select c.latest_checkpoint as latest, c.finalized_checkpoint as finalized, m.value->>'is_ready' as ready
       from "${schema}"._ponder_checkpoint c, "${schema}"._ponder_meta m where m.key = 'app'`,
    )
    .catch((error: { code?: string }) => {
      // There is no such table, yet or any more.
      if (error.code === '42P01') return { rows: [] }
      throw error
    })
  const [row] = rows
  if (!row) return undefined
  return {
    ...{ block: blockOf(row.latest), timestamp: BigInt(row.latest.slice(0, 10)) },
    ...{ finalized: blockOf(row.finalized), ready: row.ready === '1' },
  }
}

/** A checkpoint is a row of decimal digits: time (10), chain (16), block (16), and what lies within the block. */
function blockOf(checkpoint: string): bigint {
  return BigInt(checkpoint.slice(26, 42))
}
