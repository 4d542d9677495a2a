import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { AnvilExitedError, AnvilNotFoundError, AnvilPortTakenError, AnvilTimeoutError } from '../errors.ts'
import { findAnvil } from './findAnvil.ts'
import { reap } from './reap.ts'

/** A running anvil process. */
export type AnvilProcess = {
  readonly pid: number
  readonly port: number
  /** Why it ended, if it did and nobody stopped it. Waits a moment for the news. */
  failure(): Promise<AnvilExitedError | undefined>
  /** Lets this process end although anvil runs. */
  unref(): void
  stop(): Promise<void>
}

const startSeconds = 20

/** Runs anvil with `flags` and waits until it says where it listens. */
export async function launchAnvil(
  port: number,
  flags: readonly string[],
  { stopsBy = 'SIGKILL' }: { stopsBy?: 'SIGKILL' | 'SIGTERM' } = {},
): Promise<AnvilProcess> {
  const { command, looked } = findAnvil()
  // Where it puts the states of old blocks: it clears up after itself only if it is not killed, and they are large.
  const states = await mkdtemp(join(tmpdir(), 'bulwark-anvil-'))
  const clear = (): void => rmSync(states, { recursive: true, force: true })
  const child = spawn(command, ['--port', String(port), '--color', 'never', '--cache-path', states, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  process.once('exit', clear)
  void once(child, 'close')
    .catch(() => {})
    .then(() => {
      process.off('exit', clear)
      clear()
    })
  // Both are told apart later: a child that could not be run has an error, one that ended has an exit code.
  const ended = once(child, 'close').catch((error: Error) => error)
  if (isRunning(child)) reap(child)
  let stopping = false
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr = (stderr + chunk).slice(-4_000)
  })

  function exitError(): AnvilExitedError {
    return new AnvilExitedError({ exitCode: child.exitCode, signal: child.signalCode, stderr })
  }

  async function failure(): Promise<AnvilExitedError | undefined> {
    // A connection may break before this process hears of the exit.
    await Promise.race([ended, setTimeout(500)])
    return isRunning(child) || stopping ? undefined : exitError()
  }

  async function stop(): Promise<void> {
    stopping = true
    if (!isRunning(child)) return
    child.ref()
    child.kill(stopsBy)
    // One that still writes its state is given the time to.
    if (stopsBy === 'SIGTERM' && (await Promise.race([ended, setTimeout(30_000, 'late')])) === 'late')
      child.kill('SIGKILL')
    await ended
  }

  const waiting = new AbortController()
  const outcome = await Promise.race([
    portIn(child.stdout),
    ended,
    setTimeout(startSeconds * 1_000, 'late' as const, waiting),
  ])
  waiting.abort()
  if (outcome === 'late') {
    await stop()
    throw new AnvilTimeoutError({ seconds: startSeconds, stderr })
  }
  if (outcome instanceof Error) throw new AnvilNotFoundError({ looked, cause: outcome })
  if (typeof outcome !== 'number') {
    throw /address already in use/i.test(stderr) ? new AnvilPortTakenError({ port }) : exitError()
  }

  function unref(): void {
    child.unref()
    for (const stream of [child.stdout, child.stderr]) if (stream instanceof Socket) stream.unref()
  }

  return { pid: child.pid as number, port: outcome, failure, unref, stop }
}

function isRunning({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null
}

/** Reads anvil's output until it names its port, and lets the rest run dry. */
function portIn(stdout: NodeJS.ReadableStream): Promise<number> {
  return new Promise((resolve) => {
    let output = ''
    stdout.setEncoding('utf8').on('data', function read(chunk: string) {
      output += chunk
      const port = /Listening on \S+:(\d+)\s/.exec(output)?.[1]
      if (!port) return
      stdout.off('data', read).resume()
      resolve(Number(port))
    })
  })
}
