import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deploymentOf, withScenario } from '@bulwark/replay'
import { formatDeployment } from '@bulwark/sdk'
import { type Postgres, startPostgres } from '@bulwark/service'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseConfiguration } from '../src/parseConfiguration.ts'

const program = join(import.meta.dirname, '../src/main.ts')
let directory: string
let postgres: Postgres

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bulwark-indexer-'))
  // Run by root, the server is another user, who must reach it.
  await chmod(directory, 0o755)
  postgres = await startPostgres({ databaseUrl: process.env.BULWARK_TEST_DATABASE_URL, directory })
})
afterAll(async () => {
  await postgres.stop()
  await rm(directory, { recursive: true })
})

type Running = { child: ChildProcess; said: () => string; ended: Promise<number | null> }

function run(environment: Record<string, string>): Running {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, DATABASE_URL: postgres.url, BULWARK_INDEXER_PORT: '0', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
  })
  return { child, said: () => said, ended: once(child, 'close').then(() => child.exitCode) }
}

async function until<value>(what: () => Promise<value | undefined> | value | undefined): Promise<value> {
  for (let waited = 0; waited < 45_000; waited += 100) {
    const found = await what()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new TypeError('It did not come to pass.')
}

describe('parseConfiguration', () => {
  const given = { BULWARK_DEPLOYMENT: 'a.json', DATABASE_URL: 'postgres://a/b' }

  test('default', () => {
    expect(parseConfiguration({ ...given, BULWARK_RPC_URLS: 'http://a:1, https://b' })).toMatchObject({
      ...{ deployment: 'a.json', rpcUrls: ['http://a:1', 'https://b'], pollingInterval: 1_000 },
      ...{ host: '127.0.0.1', port: 9_465, logLevel: 'info' },
    })
  })

  test.each([
    ['BULWARK_RPC_URLS', 'file:///etc/passwd'],
    ['BULWARK_RPC_URLS', ' , '],
    ['BULWARK_INDEXER_PORT', '70000'],
    ['BULWARK_POLLING_INTERVAL', 'soon'],
    ['DATABASE_URL', 'mysql://a/b'],
    ['BULWARK_DEPLOYMENT', ''],
  ])('error: FatalError, %s is %s', (name, value) => {
    const url = { BULWARK_RPC_URLS: 'http://127.0.0.1:1' }
    expect(() => parseConfiguration({ ...given, ...url, [name]: value })).toThrow(`The environment variable ${name}`)
  })
})

describe('the program of the indexer', () => {
  test('default: indexes, says how far it is, and ends when told to', async () => {
    await withScenario('dex-hack', async (bulwark) => {
      const manifest = join(directory, 'deployment.json')
      await writeFile(manifest, formatDeployment(await deploymentOf(bulwark)))
      const indexer = run({ BULWARK_DEPLOYMENT: manifest, BULWARK_RPC_URLS: bulwark.chain.url })
      const port = await until(() => /"port":(\d+)/.exec(indexer.said())?.[1])
      const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)
      expect((await get('/health')).status).toBe(200)
      await until(async () => ((await get('/ready')).ok ? true : undefined))

      const head = await bulwark.chain.public.getBlockNumber()
      const status = await until(async () => {
        const status = (await (await get('/status')).json()) as { state: string; progress: { block: string } }
        return status.progress.block === String(head) ? status : undefined
      })
      expect(status).toMatchObject({ state: 'running', starts: 1, progress: { ready: true } })
      const metrics = await (await get('/metrics')).text()
      expect(metrics).toContain(`bulwark_indexer_head_block ${head}`)
      expect(metrics).toContain('bulwark_indexer_ready 1')
      expect(metrics).toContain('bulwark_indexer_state{state="running"} 1')
      expect((await get('/nothing')).status).toBe(404)
      expect((await fetch(`http://127.0.0.1:${port}/health`, { method: 'POST' })).status).toBe(405)

      indexer.child.kill('SIGTERM')
      expect(await indexer.ended).toBe(0)
    })
  }, 120_000)

  test('error: FatalError, and code 78, for what does not pass by itself', async () => {
    const missing = run({ BULWARK_DEPLOYMENT: '/nowhere.json', BULWARK_RPC_URLS: 'http://127.0.0.1:1' })
    expect(await missing.ended).toBe(78)
    expect(missing.said()).toContain('There is no deployment manifest at /nowhere.json.')
  })

  test('error: RetryableError, and code 75, for a node that does not answer', async () => {
    const manifest = join(directory, 'deployment.json')
    const silent = run({ BULWARK_DEPLOYMENT: manifest, BULWARK_RPC_URLS: 'http://127.0.0.1:1' })
    expect(await silent.ended).toBe(75)
    expect(silent.said()).toContain('The node at 127.0.0.1:1 does not answer.')
  })
})
