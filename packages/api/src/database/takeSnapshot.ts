import type { Pool, PoolClient } from 'pg'
import { ApiError } from '../errors.ts'
import { type Moment, toMoment } from '../schemas/values/toMoment.ts'
import { toRow } from './toRow.ts'
import type { SqlValue } from './Where.ts'

/** A deployment that the database holds. */
export type ServedDeployment = {
  readonly chainId: number
  readonly name: string
  /** The PostgreSQL schema of its tables. */
  readonly schema: string
  readonly genesisHash: string
  readonly manifest: {
    readonly startBlock: string
    readonly contracts: Readonly<Record<string, { readonly address: string; readonly codeHash: string }>>
  }
}

/** The block at which an answer was true. */
export type AsOf = {
  readonly chainId: number
  readonly blockNumber: string
  readonly blockHash: string | null
  readonly timestamp: Moment
  readonly finalized: boolean
}

/** The tables of one deployment at one block: whatever is read through it fits together. */
export type Snapshot = {
  readonly deployment: ServedDeployment
  readonly asOf: AsOf
  /** Rows of a query over the deployment's tables, which need no schema before their names. */
  rows<row>(text: string, values?: readonly SqlValue[]): Promise<row[]>
}

/**
 * Visits the tables of a deployment in one transaction, which sees one block however long the visit takes.
 *
 * @throws {ApiError} `not-ready` if no block was indexed yet.
 * @example
 * const covers = await takeSnapshot(pool, deployment, ({ rows }) => rows('SELECT * FROM covers LIMIT 10'))
 */
export async function takeSnapshot<result>(
  pool: Pool,
  deployment: ServedDeployment,
  visit: (snapshot: Snapshot) => Promise<result>,
): Promise<result> {
  const client = await pool.connect()
  let broken: Error | undefined
  // A connection that ends between two queries says so as an event, which ends the process if nobody listens.
  const onError = (error: Error): void => {
    broken = error
  }
  client.on('error', onError)
  try {
    const asOf = await begin(client, deployment)
    const result = await visit({
      ...{ deployment, asOf },
      async rows<row>(text: string, values: readonly SqlValue[] = []) {
        const { rows } = await client.query(text, values as unknown[])
        return rows.map((columns) => toRow<row>(columns))
      },
    })
    await client.query('COMMIT')
    return result
  } catch (error) {
    // A rollback that fails leaves a connection that nobody may use again.
    await client.query('ROLLBACK').catch((error: Error) => {
      broken = error
    })
    throw error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}

/** The head that a checkpoint of Ponder names: ten digits of time, sixteen of the chain, sixteen of the block. */
const head = `
  SELECT substr(c.latest_checkpoint, 27, 16)::bigint AS number, substr(c.latest_checkpoint, 1, 10)::bigint AS time,
         substr(c.finalized_checkpoint, 27, 16)::bigint AS finalized, b.hash
  FROM _ponder_checkpoint c
  LEFT JOIN blocks b ON b.chain_id = c.chain_id AND b.number = substr(c.latest_checkpoint, 27, 16)::numeric`

/** One round trip: the transaction, the schema and the head. */
async function begin(client: PoolClient, { schema, chainId }: ServedDeployment): Promise<AsOf> {
  const results = (await client.query(
    `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL search_path TO ${client.escapeIdentifier(schema)};
     ${head} WHERE c.chain_id = ${chainId}`,
  )) as unknown as { rows: { number: string; time: string; finalized: string; hash: string | null }[] }[]
  const row = results.at(-1)?.rows[0]
  if (row === undefined || row.number === '0')
    throw new ApiError({ code: 'not-ready', headers: { 'Retry-After': '2' } })
  return {
    ...{ chainId, blockNumber: row.number, blockHash: row.hash, timestamp: toMoment(row.time) },
    finalized: BigInt(row.number) <= BigInt(row.finalized),
  }
}
