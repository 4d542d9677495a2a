import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { ServiceFailedError } from '../errors.ts'

/** The parameters of {@link spawnService}. */
export type SpawnServiceParameters = {
  /** What people call it. */
  service: string
  /** The TypeScript file that is its program. */
  program: string
  args?: readonly string[]
  /** Added to the environment of this process. */
  environment: Readonly<Record<string, string>>
  /** Where its output goes. */
  log: string
  /** Answers with a status below 400 once the service is ready. */
  readyUrl: string
  /** Seconds that it may take to become ready. */
  patience?: number
  /** Called if it ends although nobody stopped it. */
  onExit: (error: ServiceFailedError) => void
}

/** A service that runs as a process of its own. */
export type Service = {
  readonly service: string
  readonly pid: number
  /** Waits until it is ready. */
  ready(): Promise<void>
  /** Lets it finish what it is at; kills it after ten seconds. */
  stop(): Promise<void>
}

/**
 * Runs a service as a process of its own, its output in a file.
 *
 * @example
 * const api = spawnService({ service: 'API', program, environment, log, readyUrl, onExit })
 * await api.ready()
 */
export function spawnService(parameters: SpawnServiceParameters): Service {
  const { service, program, args = [], environment, log, readyUrl, patience = 600, onExit } = parameters
  const descriptor = openSync(log, 'a')
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', descriptor, descriptor],
  })
  const ended = once(child, 'exit').catch((error: Error) => error)
  const failed = (reason: string) => new ServiceFailedError({ service, reason, log, tail: tailOf(log) })
  let stopping = false
  const kill = () => child.kill('SIGKILL')
  process.on('exit', kill)
  ended.then(() => {
    process.off('exit', kill)
    if (!stopping) onExit(failed(`ended with ${child.signalCode ?? `code ${child.exitCode}`}`))
  })

  async function ready(): Promise<void> {
    const deadline = Date.now() + patience * 1_000
    while (Date.now() < deadline) {
      if (!isRunning(child)) throw failed(`ended with ${child.signalCode ?? `code ${child.exitCode}`}`)
      if (await answers(readyUrl)) return
      await setTimeout(100)
    }
    throw failed(`was not ready within ${patience} seconds`)
  }

  async function stop(): Promise<void> {
    stopping = true
    if (!isRunning(child)) return
    child.kill('SIGTERM')
    if ((await Promise.race([ended, setTimeout(10_000, 'late', { ref: false })])) === 'late') child.kill('SIGKILL')
    await ended
  }
  return { service, pid: child.pid as number, ready, stop }
}

const isRunning = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) })
    await response.body?.cancel()
    return response.status < 400
  } catch {
    return false
  }
}

/** The last lines of a log, to say why something ended. */
function tailOf(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-6).join('\n')
}
