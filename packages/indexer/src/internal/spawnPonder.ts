import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Deployment, formatDeployment } from '@bulwark/sdk'
import type { Logger } from '@bulwark/service'

/** The parameters of {@link spawnPonder}. */
export type SpawnPonderParameters = {
  deployment: Deployment
  rpcUrls: readonly string[]
  databaseUrl: string
  schema: string
  port: number
  pollingInterval: number
  disableCache: boolean
  log: Logger
}

/** A running Ponder. */
export type PonderProcess = {
  readonly pid: number
  /** How it ended, and what it said last. */
  readonly ended: Promise<{ code: number | null; said: readonly string[] }>
  stop(): Promise<void>
}

const tooDeep = 'Encountered unrecoverable reorg'
const megabyte = 1_024 * 1_024
const stopSeconds = 10

/** Starts Ponder as a process of its own, which ends with this one. */
export function spawnPonder(parameters: SpawnPonderParameters): PonderProcess {
  const { deployment, rpcUrls, databaseUrl, schema, port, pollingInterval, disableCache, log } = parameters
  const ponder = fileURLToPath(new URL('./bin/ponder.js', import.meta.resolve('ponder')))
  const root = fileURLToPath(new URL('../../ponder', import.meta.url))
  const guard = new URL('dieWithParent.ts', import.meta.url).href
  const flags = ['--root', root, '--schema', schema, '--port', String(port), '--hostname', '127.0.0.1']
  const environment = {
    ...process.env,
    ...{
      BULWARK_MANIFEST: formatDeployment(deployment),
      BULWARK_RPC_URLS: rpcUrls.join(' '),
      DATABASE_URL: databaseUrl,
    },
    ...{ BULWARK_POLLING_INTERVAL: String(pollingInterval), BULWARK_DISABLE_CACHE: String(disableCache) },
    ...{ PONDER_TELEMETRY_DISABLED: 'true', PONDER_CACHE_BYTES: String(256 * megabyte), PORT: String(port) },
  }
  const child = spawn(
    process.execPath,
    [
      '--max-old-space-size=1400',
      '--import',
      guard,
      ponder,
      'start',
      ...flags,
      '--log-format',
      'json',
      '--log-level',
      'info',
    ],
    { env: environment, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  )
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue
    createInterface({ input: stream }).on('line', (line) => {
      said.push(line)
      if (said.length > 50) said.shift()
      log.debug({ ponder: line })
      // It would stay, and index nothing any more.
      if (line.includes(tooDeep)) child.kill('SIGKILL')
    })
  }
  child.on('error', (error) => said.push(String(error)))
  const ended = once(child, 'close').then(
    () => ({ code: child.exitCode, said }),
    () => ({ code: null, said }),
  )
  return { pid: child.pid ?? -1, ended, stop: () => stop(child, ended) }
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), stopSeconds * 1_000)
  await ended
  clearTimeout(late)
}
