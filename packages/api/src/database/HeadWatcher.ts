import { EventEmitter } from 'node:events'
import type { Pool } from 'pg'
import type { ServedDeployment } from './takeSnapshot.ts'
import { toRow } from './toRow.ts'

/** How far the index of a deployment is. */
export type Head = {
  readonly deployment: ServedDeployment
  readonly blockNumber: bigint
  readonly blockHash: string | null
  readonly timestamp: bigint
  readonly finalizedBlock: bigint
  /** Whether the indexer has caught up with the chain once. */
  readonly synced: boolean
  /** Milliseconds since the indexer gave a sign of life; null if it never did. */
  readonly heartbeatAge: number | null
}

/** What a {@link HeadWatcher} reports. */
export type HeadEvents = { head: [head: Head, previous: Head | undefined]; failure: [error: unknown] }

/**
 * Looks at the head of each deployment a few times a second: one query, whatever the number of clients that wait for
 * what it finds.
 *
 * @example
 * const watcher = new HeadWatcher({ pool, deployments: () => registry.deployments })
 * watcher.on('head', (head) => console.log(head.blockNumber))
 * watcher.start()
 */
export class HeadWatcher extends EventEmitter<HeadEvents> {
  readonly #pool: Pool
  readonly #deployments: () => readonly ServedDeployment[]
  readonly #interval: number
  readonly #before: (() => Promise<void>) | undefined
  readonly #heads = new Map<string, Head>()
  #timer: NodeJS.Timeout | undefined
  #looking: Promise<void> | undefined
  #stopped = false
  /** Milliseconds of `performance.now()` at the last look that succeeded. */
  lookedAt: number | undefined

  constructor(parameters: {
    pool: Pool
    deployments: () => readonly ServedDeployment[]
    /** Milliseconds between two looks. @default 250 */
    interval?: number
    /** Done before each look. */
    before?: () => Promise<void>
  }) {
    super()
    this.setMaxListeners(0)
    this.#pool = parameters.pool
    this.#deployments = parameters.deployments
    this.#interval = parameters.interval ?? 250
    this.#before = parameters.before
  }

  /** The last head seen of a deployment. */
  headOf({ schema }: ServedDeployment): Head | undefined {
    return this.#heads.get(schema)
  }

  /** Begins to look; one look at a time. */
  start(): void {
    if (this.#stopped) return
    this.#looking = this.look()
      .catch((error) => {
        this.emit('failure', error)
      })
      .then(() => {
        this.#looking = undefined
        if (!this.#stopped) this.#timer = setTimeout(() => this.start(), this.#interval)
      })
  }

  /** Ends it, after the look that is on its way. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#looking
  }

  /** Looks once. */
  async look(): Promise<void> {
    await this.#before?.()
    const served = this.#deployments()
    const heads = await Promise.all(served.map((deployment) => this.#read(deployment)))
    this.lookedAt = performance.now()
    const schemas = new Set(served.map(({ schema }) => schema))
    for (const schema of this.#heads.keys()) if (!schemas.has(schema)) this.#heads.delete(schema)
    for (const [index, head] of heads.entries()) {
      if (head === undefined) {
        this.#heads.delete(served[index]?.schema ?? '')
        continue
      }
      const previous = this.#heads.get(head.deployment.schema)
      this.#heads.set(head.deployment.schema, head)
      const moved = previous?.blockNumber !== head.blockNumber || previous.blockHash !== head.blockHash
      if (moved) this.emit('head', head, previous)
    }
  }

  async #read(deployment: ServedDeployment): Promise<Head | undefined> {
    const { schema, chainId } = deployment
    const from = `"${schema.replace(/"/g, '""')}"`
    try {
      const { rows } = await this.#pool.query(
        `SELECT substr(c.latest_checkpoint, 27, 16)::bigint AS number,
                substr(c.latest_checkpoint, 1, 10)::bigint AS time,
                substr(c.finalized_checkpoint, 27, 16)::bigint AS finalized, b.hash, m.value AS app,
                extract(epoch FROM clock_timestamp()) * 1000 AS now
         FROM ${from}._ponder_checkpoint c
         LEFT JOIN ${from}.blocks b
           ON b.chain_id = c.chain_id AND b.number = substr(c.latest_checkpoint, 27, 16)::numeric
         LEFT JOIN ${from}._ponder_meta m ON m.key = 'app'
         WHERE c.chain_id = $1`,
        [chainId],
      )
      if (rows.length === 0) return undefined
      const row = toRow<HeadRow>(rows[0])
      return {
        ...{ deployment, blockNumber: BigInt(row.number), blockHash: row.hash, timestamp: BigInt(row.time) },
        ...{ finalizedBlock: BigInt(row.finalized), synced: row.app?.is_ready === 1 },
        heartbeatAge: row.app ? Math.max(0, Math.round(Number(row.now) - row.app.heartbeat_at)) : null,
      }
    } catch (error) {
      // The schema is dropped while the indexer rebuilds: that is no failure of the database.
      if (['42P01', '3F000'].includes((error as { code?: string }).code ?? '')) return undefined
      throw error
    }
  }
}

type HeadRow = {
  number: string
  time: string
  finalized: string
  hash: string | null
  app: { is_ready: 0 | 1; heartbeat_at: number } | null
  now: string
}
