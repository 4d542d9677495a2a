import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { deploymentOf } from '@bulwark/replay'
import { formatDeployment } from '@bulwark/sdk'
import { createKeystore } from '@bulwark/service'
import { mnemonic } from '@bulwark/testkit'
import { type Hex, toHex } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { openWorld, type World, type WorldOptions } from '../../../sdk/test/helpers/startWorld.ts'
import { runBulwark, type Surroundings } from '../../src/program/runBulwark.ts'

/** The binary, as npm links it. */
export const binary = join(import.meta.dirname, '..', '..', 'bin', 'bulwark.mjs')
/** What opens every keystore of a test. */
export const password = 'correct horse'

/** What a run of the binary left. */
export type Ran = {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** stdout, read as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every command.
  readonly json: any
}

/** How to run the binary. */
export type RunOptions = {
  readonly stdin?: string
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** Sends this signal so many milliseconds after stderr said something that matches. */
  readonly kill?: { readonly when: RegExp; readonly signal: NodeJS.Signals }
}

/** A chain, a project folder that names it, and the binary to run in it. */
export type CliWorld = World & {
  readonly folder: string
  readonly home: string
  run(args: string, options?: RunOptions): Promise<Ran>
  /** Like `run`, in this process, which takes a tenth of the time. */
  attempt(args: string): Promise<Ran>
  /** Like `attempt`; it must succeed. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every command.
  inside(args: string): Promise<any>
  stop(): Promise<void>
}

/** Accounts of the test mnemonic that have a keystore, by their index. */
const keystores = {
  ...{ curator: 1, guardian: 3, keeper: 7, underwriter: 10, holder: 20, other: 21 },
  ...{ assessor: 30, assessor2: 31, assessor3: 32, voter: 40 },
} as const

/** The private key of an account of the test mnemonic. */
export function keyOf(index: number): Hex {
  return toHex(mnemonicToAccount(mnemonic, { addressIndex: index }).getHdKey().privateKey as Uint8Array)
}

/** What an answer is made of: names and kinds, not values. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])]
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' && /^\d+$/.test(value) ? 'digits' : value === null ? 'null' : typeof value
  }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shapeOf(part)]))
}

/** Runs the binary and waits for its end. */
export async function runBinary(args: readonly string[], options: RunOptions & { home: string }): Promise<Ran> {
  const { stdin = '', env = {}, cwd = options.home, kill, home } = options
  const child = spawn(process.execPath, [binary, ...args], {
    ...{ cwd, stdio: 'pipe' },
    env: { PATH: process.env.PATH, HOME: home, NODE_COMPILE_CACHE: join(tmpdir(), 'bulwark-cli-test-cache'), ...env },
  })
  let [stdout, stderr] = ['', '']
  let killed = false
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    if (!killed && kill?.when.test(stderr)) killed = child.kill(kill.signal)
  })
  child.stdin.on('error', () => {})
  child.stdin.end(stdin)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return {
    ...{ code, stdout, stderr },
    get json() {
      return JSON.parse(stdout)
    },
  }
}

/** Runs a command line in this process, without a terminal. */
export async function runInside(args: readonly string[], { cwd, home }: { cwd: string; home: string }): Promise<Ran> {
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() }
  let [stdout, stderr] = ['', '']
  streams.stdout.on('data', (text) => {
    stdout += text
  })
  streams.stderr.on('data', (text) => {
    stderr += text
  })
  const code = await runBulwark(args, {
    ...(streams as unknown as Pick<Surroundings, 'stdin'>),
    env: {},
    cwd,
    home,
  } as Surroundings)
  return {
    ...{ code, stdout, stderr },
    get json() {
      return JSON.parse(stdout)
    },
  }
}

/**
 * Starts a chain with Bulwark on it, and a project folder as the stack leaves one.
 *
 * @example
 * const world = await startCliWorld()
 * const { code } = await world.run('pools --json')
 */
export async function startCliWorld(options: WorldOptions = {}): Promise<CliWorld> {
  return projectOf(await openWorld(options))
}

/** Makes the project folder of a world. */
export async function projectOf<world extends World>(world: world): Promise<world & CliWorld> {
  const home = mkdtempSync(join(tmpdir(), 'bulwark-cli-'))
  const folder = join(home, 'project')
  const project = join(folder, '.bulwark')
  mkdirSync(project, { recursive: true })
  writeFileSync(join(project, 'deployment.json'), formatDeployment(await deploymentOf(world.bulwark)))
  writeFileSync(join(home, 'password'), `${password}\n`, { mode: 0o600 })
  writeFileSync(join(home, 'wrong'), 'wrong\n', { mode: 0o600 })
  const accounts = []
  for (const [name, index] of Object.entries(keystores)) {
    const directory = join(project, 'keys')
    const { path, address } = await createKeystore({
      ...{ directory, name, password, privateKey: keyOf(index), scryptN: 1024 },
    })
    accounts.push({ label: name, address, keystore: path, passwordFile: join(home, 'password') })
  }
  const { url } = world.chain
  writeFileSync(join(project, 'stack.json'), JSON.stringify({ rpcUrl: url, accounts }))
  const run = (args: string, more: RunOptions = {}) => runBinary(splitWords(args), { cwd: folder, home, ...more })
  const attempt = (args: string) => runInside(splitWords(args), { cwd: folder, home })
  const inside = async (args: string) => {
    const { code, json } = await attempt(`${args} --json --yes`)
    if (code !== 0) throw new Error(`bulwark ${args}: ${JSON.stringify(json)}`)
    return json
  }
  const stop = async () => {
    await world.stop()
    rmSync(home, { recursive: true })
  }
  return { ...world, folder, home, run, attempt, inside, stop }
}

/** Words of a command line; quotes keep spaces together. */
function splitWords(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
}
