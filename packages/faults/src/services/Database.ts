import { execFile } from 'node:child_process'
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Postgres, startPostgres } from '@bulwark/service'
import { Client } from 'pg'

const run = promisify(execFile)
const megabyte = 1_048_576

/** A PostgreSQL server that can be killed, and whose disk can be filled if this machine lets us have a small one. */
export class Database {
  /** Does it stand on a disk of its own that can be filled? */
  readonly hasOwnDisk: boolean
  private readonly directory: string
  private readonly port: number
  private readonly url: string
  private postgres: Postgres | undefined

  private constructor(directory: string, postgres: Postgres, hasOwnDisk: boolean) {
    this.directory = directory
    this.postgres = postgres
    this.url = postgres.url
    this.port = Number(new URL(postgres.url).port)
    this.hasOwnDisk = hasOwnDisk
  }

  /** Starts a server; on a small disk in memory if this user may mount one. */
  static async start(directory: string): Promise<Database> {
    await mkdir(directory, { recursive: true })
    const hasOwnDisk = await run('mount', ['-t', 'tmpfs', '-o', 'size=1500m', 'tmpfs', directory]).then(
      () => true,
      () => false,
    )
    await chmod(directory, 0o755)
    return new Database(directory, await startPostgres({ directory }), hasOwnDisk)
  }

  get isRunning(): boolean {
    return this.postgres !== undefined
  }

  /** Of a database on this server, past every pipe. */
  urlOf(name: string, port = this.port): string {
    const url = new URL(this.url)
    url.port = String(port)
    url.pathname = `/${name}`
    return url.href
  }

  get listensAt(): number {
    return this.port
  }

  async create(name: string): Promise<void> {
    await this.query(`create database "${name}"`)
  }

  async drop(name: string): Promise<void> {
    await this.query(`drop database if exists "${name}" with (force)`)
  }

  /** SIGKILL to the server and all that belongs to it. */
  async kill(): Promise<void> {
    const pid = this.postgres?.pid
    if (pid === undefined) return
    this.postgres = undefined
    const { stdout } = await run('pgrep', ['-P', String(pid)]).catch(() => ({ stdout: '' }))
    for (const victim of [pid, ...stdout.split('\n').filter(Boolean).map(Number)]) {
      try {
        process.kill(victim, 'SIGKILL')
      } catch {
        // It went with the others.
      }
    }
  }

  /** Starts it again where it was. */
  async restart(): Promise<void> {
    if (this.postgres && isAlive(this.postgres.pid)) return
    this.postgres = await startPostgres({ directory: this.directory, port: this.port })
  }

  /** Leaves no room on its disk. */
  async fill(): Promise<void> {
    if (!this.hasOwnDisk) return
    const chunk = Buffer.alloc(16 * megabyte)
    await writeFile(this.ballast, '')
    for (let size = chunk.length; size >= 4_096; ) {
      try {
        await writeFile(this.ballast, chunk.subarray(0, size), { flag: 'a' })
      } catch {
        size = Math.floor(size / 4)
      }
    }
  }

  async free(): Promise<void> {
    await rm(this.ballast, { force: true })
  }

  async stop(): Promise<void> {
    await this.free()
    await this.postgres?.stop()
    if (this.hasOwnDisk) await run('umount', [this.directory]).catch(() => {})
  }

  private get ballast(): string {
    return join(this.directory, 'ballast')
  }

  private async query(text: string): Promise<void> {
    const client = new Client({ connectionString: this.url })
    await client.connect()
    try {
      await client.query(text)
    } finally {
      await client.end()
    }
  }
}

function isAlive(pid: number | undefined): boolean {
  try {
    process.kill(pid ?? 0, 0)
    return pid !== undefined
  } catch {
    return false
  }
}
