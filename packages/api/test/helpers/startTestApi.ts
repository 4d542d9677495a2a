import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLogger, startPostgres } from '@bulwark/service'
import { Client } from 'pg'
import { type Api, type StartApiParameters, startApi } from '../../src/index.ts'
import { createTables } from './createTables.ts'
import { fillMirror } from './fillMirror.ts'
import { fillTables } from './fillTables.ts'

/** A database with made-up rows in every table, and an API on it. */
export type TestApi = {
  readonly api: Api
  readonly url: string
  readonly databaseUrl: string
  readonly client: Client
  readonly schema: string
  stop(): Promise<void>
}

/** Starts a PostgreSQL, makes the tables, fills them and serves them. */
export async function startTestApi(
  options: Partial<StartApiParameters> & { rows?: number; counts?: Readonly<Record<string, number>> } = {},
): Promise<TestApi> {
  const { rows = 200, counts, ...parameters } = options
  const home = await mkdtemp(join(tmpdir(), 'bulwark-api-'))
  // Started by root the server runs as somebody else, who has to get in.
  await chmod(home, 0o755)
  const postgres = await startPostgres({ directory: join(home, 'postgres') })
  const client = new Client(postgres.url)
  await client.connect()
  const schema = 'local_1'
  await createTables(client, { name: 'local', chainId: 31337, schema })
  await fillTables(client, { schema, rows, ...(counts ? { counts } : {}) })
  await fillMirror(client)
  const log = createLogger({ service: 'api', level: 'silent' })
  const rate = { limit: 1_000_000, window: 1 }
  const api = await startApi({ databaseUrl: postgres.url, rate, interval: 50, log, ...parameters })
  await untilReady(api.url)
  return {
    ...{ api, url: api.url, databaseUrl: postgres.url, client, schema },
    async stop() {
      await api.stop()
      await client.end()
      await postgres.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if ((await fetch(`${url}/ready`)).ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
