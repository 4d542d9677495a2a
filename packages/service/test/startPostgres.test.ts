import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FatalError, startPostgres } from '../src/index.ts'

let home: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'bulwark-postgres-'))
  // Started by root it runs as somebody else, who has to get in.
  await chmod(home, 0o755)
})

afterAll(async () => {
  await rm(home, { recursive: true, force: true })
})

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

test('default', async () => {
  const directory = join(home, 'default')
  const first = await startPostgres({ directory })
  await query(first.url, 'create table kept as select 7 as value')
  await first.stop()
  await first.stop()
  await expect(query(first.url, 'select 1')).rejects.toThrow()

  const second = await startPostgres({ directory })
  expect(await query(second.url, 'select value from kept')).toEqual([{ value: 7 }])
  await second.stop()
})

test('behavior: takes over the server of a run that was killed', async () => {
  const directory = join(home, 'orphan')
  const first = await startPostgres({ directory })
  const second = await startPostgres({ directory })
  expect(second.pid).toBe(first.pid)
  expect(second.url).toBe(first.url)
  await second.stop()
})

test('behavior: starts on what a killed server left', async () => {
  const directory = join(home, 'killed')
  const first = await startPostgres({ directory })
  await query(first.url, 'create table kept as select 7 as value')
  await query(first.url, 'checkpoint')
  process.kill(first.pid as number, 'SIGKILL')
  await setTimeout(300)
  const second = await startPostgres({ directory })
  expect(await query(second.url, 'select value from kept')).toEqual([{ value: 7 }])
  await second.stop()
})

test('behavior: asks for the password', async () => {
  const { url, stop } = await startPostgres({ directory: join(home, 'password') })
  await expect(query(url.replace(/:[0-9a-f]{48}@/, ':wrong@'), 'select 1')).rejects.toThrow('password')
  await stop()
})

test('behavior: leaves a server of somebody else alone', async () => {
  const postgres = await startPostgres({ databaseUrl: 'postgresql://somewhere/else' })
  expect(postgres).toMatchObject({ url: 'postgresql://somewhere/else', pid: undefined })
  await postgres.stop()
})

test('error: FatalError', async () => {
  await expect(startPostgres({})).rejects.toThrow(FatalError)
  const directory = join(home, 'older')
  await (await startPostgres({ directory })).stop()
  await writeFile(join(directory, 'data', 'PG_VERSION'), '9\n')
  await expect(startPostgres({ directory })).rejects.toThrow('was written by PostgreSQL 9')
})
