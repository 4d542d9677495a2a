import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { serviceExitCodes } from '@bulwark/service'

/** The parameters of a {@link Service}. */
export type ServiceParameters = {
  name: string
  /** A TypeScript file that Node runs. */
  program: string
  args: readonly string[]
  /** Where what it says is kept. */
  logFile: string
  /** Where compiled code is kept, which makes the next start quicker. @default nowhere */
  codeCache?: string | undefined
}

/** A process of its own that may be killed at any moment, and started again. */
export class Service {
  readonly name: string
  kills = 0
  starts = 0
  /** How often it ended and asked to be started again, as its supervisor does. */
  retries = 0
  /** How it ended without being told to: that must never happen. */
  failure: string | undefined
  private readonly p: ServiceParameters
  private readonly log: WriteStream
  private child: ChildProcess | undefined
  private isMeant = false
  private port: number | undefined

  constructor(parameters: ServiceParameters) {
    this.p = parameters
    this.name = parameters.name
    this.log = createWriteStream(parameters.logFile, { flags: 'a' })
  }

  get isRunning(): boolean {
    return this.child !== undefined
  }

  /** Starts it if it does not run. */
  start(): void {
    if (this.child) return
    const { program, args, name, codeCache } = this.p
    this.isMeant = false
    this.port = undefined
    this.starts++
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, NODE_OPTIONS: '', ...(codeCache && { NODE_COMPILE_CACHE: codeCache }) },
    })
    this.child = child
    let last = ''
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue
      createInterface({ input: stream }).on('line', (line) => {
        last = line
        this.log.write(`${line}\n`)
        const port = /"port":(\d+)/.exec(line)?.[1]
        if (port !== undefined) this.port ??= Number(port)
      })
    }
    child.once('exit', (code, signal) => {
      if (this.child === child) this.child = undefined
      if (this.isMeant) return
      if (code === serviceExitCodes.retry) {
        this.retries++
        setTimeout(() => this.isMeant || this.start(), 300)
        return
      }
      this.failure = `${name} ended by itself (${signal ?? `code ${code}`}): ${last}`
    })
  }

  /** SIGKILL: it cannot prepare for it. */
  async kill(): Promise<void> {
    const { child } = this
    this.isMeant = true
    if (!child) return
    this.kills++
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  /** Ends it for good. */
  async stop(): Promise<void> {
    const before = this.kills
    await this.kill()
    this.kills = before
    this.log.end()
  }

  /** What it answers on one of its paths; nothing if it does not. */
  async ask<answer>(path: string): Promise<answer | undefined> {
    if (this.port === undefined) return undefined
    try {
      const response = await fetch(`http://127.0.0.1:${this.port}${path}`, { signal: AbortSignal.timeout(2_000) })
      return (await response.json()) as answer
    } catch {
      return undefined
    }
  }
}
