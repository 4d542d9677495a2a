import { setTimeout as wait } from 'node:timers/promises'
import { BulwarkError, checkDeployment, type Deployment } from '@bulwark/sdk'
import { createLogger, FatalError, findFreePort, type Logger, RetryableError } from '@bulwark/service'
import { Client } from 'pg'
import { createClient, fallback, http, type Client as NodeClient } from 'viem'
import { buildHash } from './internal/buildHash.ts'
import { findBranch } from './internal/findBranch.ts'
import { dropSchema, readRegistry, readReplaced, writeRegistry } from './internal/registry.ts'
import { clearLeftovers, forgetFetched, type SchemaLock, takeSchemaLock } from './internal/schemaLock.ts'
import { type PonderProcess, spawnPonder } from './internal/spawnPonder.ts'
import { spreadUrls } from './internal/spreadUrls.ts'
import { watchStall } from './internal/watchStall.ts'
import { type Progress, readProgress } from './readProgress.ts'
import { schemaNameOf } from './schemaNameOf.ts'

/** The parameters of {@link startIndexer}. */
export type StartIndexerParameters = {
  deployment: Deployment
  /** Nodes of its chain; the more, the faster the history is read. */
  rpcUrls: readonly string[]
  /** A PostgreSQL server; see `startPostgres`. */
  databaseUrl: string
  /** Milliseconds between two questions for a new block, at least 100. @default 1000 */
  pollingInterval?: number | undefined
  /** @default one that writes to stderr */
  log?: Logger | undefined
}

/** What an indexer is doing. */
export type IndexerState = 'starting' | 'waiting' | 'running' | 'restarting' | 'stopped' | 'failed'

/** A running indexer. */
export type Indexer = {
  /** The PostgreSQL schema of its tables. */
  readonly schema: string
  /** `waiting` while another one works on the same tables. */
  readonly state: IndexerState
  /** The process of Ponder, while one runs. */
  readonly pid: number | undefined
  /** How often Ponder was started so far. */
  readonly starts: number
  /** Settles when it was stopped; rejects if it failed for good. */
  readonly ended: Promise<void>
  /** How far the tables are. */
  progress(): Promise<Progress | undefined>
  /** Waits until the tables hold a block. */
  waitForBlock(block: bigint, options?: { timeoutSeconds?: number }): Promise<Progress>
  /** Ends it. May be called again. */
  stop(): Promise<void>
}

const reasons = {
  lost: 'The connection to the database was lost.',
  stalled: 'The chain went on and the tables did not.',
}
const shortestDelay = 250
const longestDelay = 30_000

/**
 * Keeps the tables of a deployment equal to its chain: looks whether chain, manifest and database belong together,
 * then runs Ponder and keeps it running. Any number may run on one database: one works on a deployment, the others
 * wait and take over. Tables that were written by other code, or from a branch of the chain that is gone, are dropped
 * and written anew.
 *
 * @throws {FatalError} if the chain is another one, the manifest does not match the code on chain, or the database is of
 * another deployment or of a newer version.
 * @throws {RetryableError} if node or database do not answer.
 * @example
 * const indexer = await startIndexer({ deployment, rpcUrls: ['http://127.0.0.1:8545'], databaseUrl })
 * await indexer.waitForBlock(100n)
 * await indexer.stop()
 */
export async function startIndexer(parameters: StartIndexerParameters): Promise<Indexer> {
  const { deployment, databaseUrl, rpcUrls, log = createLogger({ service: 'indexer' }) } = parameters
  const schema = schemaNameOf(deployment)
  const build = await buildHash()
  await checkChain(deployment, rpcUrls)
  await withClient(databaseUrl, (client) => readRegistry(client, deployment))

  let state: IndexerState = 'starting'
  let ponder: PonderProcess | undefined
  let starts = 0
  let delay = shortestDelay
  const stopping = new AbortController()
  const stopped = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()))
  const pause = (milliseconds: number) => Promise.race([wait(milliseconds), stopped])

  async function work(lock: SchemaLock): Promise<void> {
    state = starts === 0 ? 'starting' : 'restarting'
    await checkChain(deployment, rpcUrls)
    const branch = await prepare({ lock, deployment, rpcUrls, databaseUrl, build, log })
    const port = await findFreePort()
    const chosen = spreadUrls(rpcUrls)
    starts += 1
    ponder = spawnPonder({
      ...{ deployment, rpcUrls: chosen, databaseUrl, schema, port, log, disableCache: branch.disableCache },
      pollingInterval: Math.max(parameters.pollingInterval ?? 1_000, 100),
    })
    state = 'running'
    const began = Date.now()
    const watching = new AbortController()
    const stalled = watchStall({ client: lock.client, node: nodeOf(rpcUrls), schema, signal: watching.signal })
    stalled.catch(() => {})
    const outcome = await Promise.race([ponder.ended, lock.lost.then(() => 'lost' as const), stalled, stopped])
    watching.abort()
    await ponder.stop()
    ponder = undefined
    if (outcome === undefined || stopping.signal.aborted) return
    if (Date.now() - began > 60_000) delay = shortestDelay
    const said = typeof outcome === 'string' ? [reasons[outcome]] : outcome.said.slice(-5)
    log.warn({ said, delay }, 'ended, and starts again')
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const lock = await takeSchemaLock(databaseUrl, locksOf(deployment))
        if (lock) {
          try {
            await work(lock)
          } finally {
            await lock.release().catch(() => {})
          }
          state = 'restarting'
        } else {
          state = 'waiting'
          delay = shortestDelay
        }
      } catch (error) {
        if (error instanceof FatalError) throw error
        state = 'restarting'
        log.warn({ err: error, delay }, 'failed, and tries again')
      }
      await pause(delay)
      if (state === 'restarting') delay = Math.min(delay * 2, longestDelay)
    }
  }

  const ended = run().then(
    () => {
      state = 'stopped'
    },
    (error) => {
      state = 'failed'
      log.fatal({ err: error }, 'stopped for good')
      throw error
    },
  )
  ended.catch(() => {})

  const progress = () => withClient(databaseUrl, (client) => readProgress(client, schema))
  return {
    schema,
    get state() {
      return state
    },
    get pid() {
      return ponder?.pid
    },
    get starts() {
      return starts
    },
    ...{ ended, progress },
    waitForBlock: async (block, { timeoutSeconds = 120 } = {}) => {
      const until = Date.now() + timeoutSeconds * 1_000
      while (Date.now() < until) {
        if (state === 'failed') await ended
        // Before that the tables may be of a chain that is gone.
        const prepared = state === 'running' || state === 'waiting'
        const reached = prepared ? await progress().catch(() => undefined) : undefined
        if (reached && reached.block >= block) return reached
        await wait(100)
      }
      throw new RetryableError(`The indexer did not reach block ${block} within ${timeoutSeconds} s.`)
    },
    stop: async () => {
      stopping.abort()
      await ended.catch(() => {})
    },
  }
}

async function checkChain(deployment: Deployment, rpcUrls: readonly string[]): Promise<void> {
  // Each of them: a lying or misplaced one would put its events into the tables.
  for (const url of rpcUrls) {
    try {
      await checkDeployment(createClient({ transport: http(url, { retryCount: 1 }) }), deployment)
    } catch (cause) {
      if (cause instanceof BulwarkError) throw new FatalError(cause.message, { cause })
      const advice = 'Check the URL, and whether the node runs.'
      throw new RetryableError(`The node at ${new URL(url).host} does not answer.`, { cause, advice })
    }
  }
}

function nodeOf(rpcUrls: readonly string[]): NodeClient {
  return createClient({ transport: fallback(rpcUrls.map((url) => http(url))) })
}

/** A chain that anybody starts on his machine: many have this number, and they begin anew. */
function isLocal({ chainId }: Deployment): boolean {
  return chainId === 31_337 || chainId === 1_337
}

/** What an indexer must hold: its tables and, of a local chain, what Ponder fetches under that number. */
function locksOf(deployment: Deployment): string[] {
  const schema = schemaNameOf(deployment)
  return isLocal(deployment) ? [schema, `chain ${deployment.chainId}`] : [schema]
}

type Prepare = {
  lock: SchemaLock
  deployment: Deployment
  rpcUrls: readonly string[]
  databaseUrl: string
  build: string
  log: Logger
}

/** Brings the database into a state from which Ponder can go on. */
async function prepare({
  lock,
  deployment,
  rpcUrls,
  databaseUrl,
  build,
  log,
}: Prepare): Promise<{ disableCache: boolean }> {
  const { client } = lock
  const schema = schemaNameOf(deployment)
  const entry = await readRegistry(client, deployment)
  await clearLeftovers(client, schema)
  const branch = entry ? await findBranch({ client, node: nodeOf(rpcUrls), schema }) : 'same'
  if (entry && entry.build !== build) log.info({ schema }, 'written by other code: writes the tables anew')
  if (branch === 'gone') log.warn({ schema }, 'written from blocks that the chain took back: writes the tables anew')
  if (entry && (entry.build !== build || branch === 'gone')) await dropSchema(client, schema)
  await writeRegistry(client, deployment, build)
  for (const replaced of await readReplaced(client, deployment)) {
    const other = await takeSchemaLock(databaseUrl, [replaced])
    if (!other) continue
    log.info({ schema: replaced }, 'dropped the tables of a chain that began anew')
    await dropSchema(other.client, replaced)
    await other.release()
  }
  // What was fetched of a local chain is worth nothing once it begins anew, and blocks that were taken back neither.
  const disableCache = isLocal(deployment) || branch === 'gone'
  if (disableCache) await forgetFetched(client, deployment.chainId)
  return { disableCache }
}

async function withClient<value>(databaseUrl: string, use: (client: Client) => Promise<value>): Promise<value> {
  const client = new Client({ connectionString: databaseUrl })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (cause) {
    const advice = 'Check DATABASE_URL, and whether the server runs.'
    throw new RetryableError('The database does not answer.', { cause, advice })
  }
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
