import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createLogger, startPostgres } from '@bulwark/service'
import { Client } from 'pg'
import { schemaNameOf, startIndexer, verify } from '../src/index.ts'
import { fillChain } from './fillChain.ts'

/**
 * Measures how many events a second are indexed from nothing, start-up and creation of indexes included, and the most
 * memory that Ponder took. `node packages/indexer/bench/indexEventsPerSecond.ts [events]`, 50,000 if left out.
 */
const wanted = Number(process.argv[2] ?? 50_000)
const directory = await mkdtemp(join(tmpdir(), 'bulwark-bench-'))
await chmod(directory, 0o755)
const postgres = await startPostgres({ databaseUrl: process.env.BULWARK_TEST_DATABASE_URL, directory })
const { world, seconds: filled } = await fillChain(wanted)
try {
  const { chain, deployment } = world
  const head = await chain.public.getBlockNumber()
  process.stderr.write(`chain: ${head} blocks in ${filled} s\n`)
  const log = createLogger({ service: 'bench', level: process.env.BULWARK_LOG === 'debug' ? 'debug' : 'warn' })
  const began = performance.now()
  const indexer = await startIndexer({ deployment, rpcUrls: [chain.url], databaseUrl: postgres.url, log })
  let memory = 0
  let reading = true
  const watch = (async () => {
    while (reading) {
      memory = Math.max(memory, await peakMegabytes(indexer.pid))
      await wait(250)
    }
  })()
  await indexer.waitForBlock(head, { timeoutSeconds: 1_200 })
  const seconds = (performance.now() - began) / 1_000
  reading = false
  await watch
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  const { rows } = await client.query(`select count(*) as count from "${schemaNameOf(deployment)}".ledger_entries`)
  await client.end()
  const events = Number(rows[0].count)
  const { compared, differences } = await verify({
    ...{ client: chain.public, databaseUrl: postgres.url, deployment, sample: 200 },
  })
  await indexer.stop()
  const indexEventsPerSecond = Math.round(events / seconds)
  const result = { indexEventsPerSecond, events, seconds, memoryMegabytes: memory, compared, differences }
  process.stdout.write(`${JSON.stringify(result)}\n`)
} finally {
  await world.stop()
  await postgres.stop()
  await rm(directory, { recursive: true, force: true })
}

async function peakMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1_024)
}
