import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@bulwark/service'
import { Client } from 'pg'

/** A database for tests. */
export type TestDatabase = {
  readonly url: string
  query(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

/**
 * A database of its own on the server that comes with the lock file, or on the one that the `test:index` script was
 * given.
 */
export async function openDatabase(): Promise<TestDatabase> {
  const given = process.env.BULWARK_TEST_DATABASE_URL
  const directory = await mkdtemp(join(tmpdir(), 'bulwark-indexer-'))
  await chmod(directory, 0o755)
  const postgres = await startPostgres({ databaseUrl: given, directory })
  const name = `bulwark_test_${process.pid}_${Math.floor(performance.now())}`
  await ask(postgres.url, `create database ${name}`)
  const url = new URL(postgres.url)
  url.pathname = `/${name}`
  return {
    url: url.href,
    query: (text, values = []) => ask(url.href, text, values),
    close: async () => {
      await ask(postgres.url, `drop database ${name} with (force)`)
      await postgres.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function ask(url: string, text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text, [...values])).rows
  } finally {
    await client.end()
  }
}
