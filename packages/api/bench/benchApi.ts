import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort, startPostgres } from '@bulwark/service'
import { Client } from 'pg'
import { createTables } from '../test/helpers/createTables.ts'
import { examplePath } from '../test/helpers/exampleOf.ts'
import { fillMirror } from '../test/helpers/fillMirror.ts'
import { fillTables, lastBlock, moveHead } from '../test/helpers/fillTables.ts'

/** The parameters of {@link benchApi}. */
export type BenchApiParameters = {
  /** Events in the database. @default 1000000 */
  events?: number
  /** Requests a second. @default 200 */
  rate?: number
  /** @default 20 */
  seconds?: number
  /** Hears what is going on. */
  say?: (line: string) => void
}

/** Milliseconds, from the moment at which a request was due to the end of its answer. */
export type BenchApiReturnType = {
  readonly apiP50: number
  readonly apiP99: number
  readonly apiMax: number
  readonly requests: number
  readonly failures: number
  readonly slowest: Readonly<Record<string, number>>
}

/** What clients ask: lists of all kinds with filters that vary, things by number, figures, accounts. */
function questions(random: () => number): string {
  const address = (number: number): string => `0x${number.toString(16).padStart(40, '0')}`
  const pick = (most: number): number => 1 + Math.floor(random() * most)
  const kinds: readonly (() => string)[] = [
    () => '/v1/pools',
    () => `/v1/pools/${address(pick(3))}/solvency`,
    () => `/v1/pools/${address(pick(3))}/solvency/history?limit=100`,
    () => `/v1/pools/${address(pick(3))}/ledger?limit=100`,
    () => `/v1/pools/${address(pick(3))}/exposures?limit=50`,
    () => `/v1/pools/${address(pick(3))}/quote?listing=${pick(10) * 2 - 1}&amount=${pick(1e9)}&period=2592000`,
    () => `/v1/covers?owner=${address(99 + pick(50))}&limit=50`,
    () => `/v1/covers/${pick(20_000)}`,
    () => `/v1/covers?pool=${address(pick(3))}&status=active`,
    () => `/v1/covers/${pick(20_000)}/events`,
    () => `/v1/listings/${pick(20)}`,
    () => `/v1/listings/${pick(20)}/rates`,
    () => '/v1/incidents?limit=50',
    () => `/v1/incidents/${pick(40)}/settlements?limit=100`,
    () => `/v1/incidents/${pick(40)}/rulings`,
    () => `/v1/accounts/${address(99 + pick(50))}`,
    () => `/v1/accounts/${address(99 + pick(50))}/activity?limit=50`,
    () => '/v1/cases',
    () => '/v1/proposals',
    () => '/v1/delegates',
    () => examplePath('/v1/pools/{pool}/groups'),
    () => '/status',
  ]
  return (kinds[Math.floor(random() * kinds.length)] ?? (() => '/'))()
}

/**
 * Measures the API under load: a database full of events, an API in a process of its own, a new block each second, and
 * this process that asks at a steady rate, whether or not the last question was answered.
 *
 * @example
 * const { apiP99 } = await benchApi({ events: 1_000_000 })
 */
export async function benchApi(parameters: BenchApiParameters = {}): Promise<BenchApiReturnType> {
  const { events = 1_000_000, rate = 200, seconds = 20, say = () => {} } = parameters
  const home = await mkdtemp(join(tmpdir(), 'bulwark-bench-'))
  await chmod(home, 0o755)
  const postgres = await startPostgres({ directory: join(home, 'postgres') })
  const client = new Client(postgres.url)
  await client.connect()
  const schema = 'local_1'
  let api: ChildProcess | undefined
  try {
    await createTables(client, { name: 'local', chainId: 31337, schema })
    say(`filling ${events} events`)
    const counts = { ledger_entries: events, settlements: events / 5, cover_events: events / 5, blocks: events / 10 }
    await fillTables(client, { schema, rows: Math.min(20_000, events), counts })
    await fillMirror(client)
    await client.query('ANALYZE')
    const port = await findFreePort()
    api = spawn(process.execPath, [join(import.meta.dirname, '../src/main.ts')], {
      env: {
        ...{ PATH: process.env.PATH, DATABASE_URL: postgres.url, BULWARK_API_PORT: String(port) },
        ...{ BULWARK_API_RATE: '1000000/1', BULWARK_LOG_LEVEL: 'warn' },
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const url = `http://127.0.0.1:${port}`
    while (!(await fetch(`${url}/ready`).catch(() => undefined))?.ok) await new Promise((done) => setTimeout(done, 100))
    say(`asking ${rate} questions a second for ${seconds} seconds`)
    await load({ url, rate, seconds: 3, client, schema })
    return await load({ url, rate, seconds, client, schema })
  } finally {
    if (api?.exitCode === null) {
      api.kill('SIGTERM')
      await once(api, 'exit')
    }
    await client.end()
    await postgres.stop()
    await rm(home, { recursive: true, force: true })
  }
}

type LoadParameters = { url: string; rate: number; seconds: number; client: Client; schema: string }

async function load({ url, rate, seconds, client, schema }: LoadParameters): Promise<BenchApiReturnType> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const times: { took: number; path: string }[] = []
  let [failures, state, block] = [0, 1, lastBlock.number]
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4294967296
  }
  const ask = (path: string, due: number): Promise<void> =>
    new Promise((resolve) => {
      const outgoing = request(url + path, { agent }, (response) => {
        if (response.statusCode !== 200) failures++
        response.resume()
        response.on('end', () => {
          times.push({
            took: performance.now() - due,
            path: path
              .replace(/[?].*/, '')
              .replace(/\/(0x)?[0-9a-f]*\d[0-9a-f]*/g, '/*')
              .replace(/^\/\*/, '/v1'),
          })
          resolve()
        })
      })
      outgoing.on('error', () => {
        failures++
        resolve()
      })
      outgoing.end()
    })
  const started = performance.now()
  const pending: Promise<void>[] = []
  const mover = setInterval(() => {
    block++
    const hash = `0x${block.toString(16).padStart(64, '0')}`
    void moveHead(client, { schema, number: block, timestamp: lastBlock.timestamp + (block - lastBlock.number), hash })
  }, 1000)
  for (let index = 0; index < rate * seconds; index++) {
    const due = started + (index * 1000) / rate
    const early = due - performance.now()
    if (early > 0) await new Promise((done) => setTimeout(done, early))
    pending.push(ask(questions(random), due))
  }
  await Promise.all(pending)
  clearInterval(mover)
  agent.destroy()
  const sorted = times.map(({ took }) => took).sort((a, b) => a - b)
  const quantile = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))])
  const slowest = new Map<string, number>()
  for (const { path, took } of times) slowest.set(path, Math.max(slowest.get(path) ?? 0, round(took)))
  return {
    ...{ apiP50: quantile(0.5), apiP99: quantile(0.99), apiMax: quantile(1), requests: times.length, failures },
    slowest: Object.fromEntries([...slowest].sort(([, a], [, b]) => b - a).slice(0, 5)),
  }
}

function round(milliseconds: number | undefined): number {
  return Math.round((milliseconds ?? 0) * 10) / 10
}
