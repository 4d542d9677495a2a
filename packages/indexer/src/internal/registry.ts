import type { Deployment } from '@bulwark/sdk'
import { FatalError } from '@bulwark/service'
import type { Client } from 'pg'
import { identityOf, schemaNameOf } from '../schemaNameOf.ts'
import { schemaVersion } from '../schemaVersion.ts'

/** What the registry says of a deployment's tables. */
export type Entry = { readonly schema: string; readonly build: string }

type Row = { schema_name: string; identity: string; name: string; version: number; build: string }

const advice = 'Name another database, or delete this one: everything in it is read from the chain again.'

/**
 * Looks whether the database can take the tables of a deployment, and changes nothing.
 *
 * @throws {FatalError} if they are of another deployment, of a newer version, or of somebody else.
 */
export async function readRegistry(client: Client, deployment: Deployment): Promise<Entry | undefined> {
  const schema = schemaNameOf(deployment)
  const identity = identityOf(deployment)
  const rows = await readRows(client)
  const newer = rows.find((row) => row.identity === identity && row.version > schemaVersion)
  if (newer) {
    const message = `The database was written by a newer version (${newer.version}, this is ${schemaVersion}).`
    throw new FatalError(message, { advice: 'Run that version, or name another database.' })
  }
  const row = rows.find((row) => row.schema_name === schema)
  if (row && row.identity !== identity) {
    throw new FatalError(`The tables in "${schema}" are of another deployment ("${row.name}").`, { advice })
  }
  if (row) return { schema, build: row.build }
  const { rowCount } = await client.query('select 1 from information_schema.schemata where schema_name = $1', [schema])
  if (rowCount) throw new FatalError(`There is a schema "${schema}" that no indexer registered.`, { advice })
  return undefined
}

async function readRows(client: Client): Promise<Row[]> {
  const { rows } = await client.query(`select to_regclass('bulwark.deployments') as found`)
  if (rows[0]?.found === null) return []
  return (await client.query('select schema_name, identity, name, version, build from bulwark.deployments')).rows
}

/** Writes a deployment's tables into the registry, or that they are written by this code now. */
export async function writeRegistry(client: Client, deployment: Deployment, build: string): Promise<void> {
  // Several indexers may come to an empty database at once.
  await client.query(`select pg_advisory_lock(hashtextextended('bulwark.deployments', 0))`)
  try {
    await client.query(`
      create schema if not exists bulwark;
      create table if not exists bulwark.deployments (
        schema_name text primary key,
        identity text not null,
        name text not null,
        chain_id bigint not null,
        genesis_hash text not null,
        version integer not null,
        build text not null,
        manifest jsonb not null,
        registered_at timestamptz not null default now()
      )`)
    const { name, chainId, genesisHash } = deployment
    const manifest = JSON.stringify({ ...deployment, startBlock: String(deployment.startBlock) })
    await client.query(
      `insert into bulwark.deployments (schema_name, identity, name, chain_id, genesis_hash, version, build, manifest)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (schema_name) do update set build = excluded.build, name = excluded.name, manifest = excluded.manifest`,
      [schemaNameOf(deployment), identityOf(deployment), name, chainId, genesisHash, schemaVersion, build, manifest],
    )
  } finally {
    await client.query(`select pg_advisory_unlock(hashtextextended('bulwark.deployments', 0))`)
  }
}

/** Deployments of this name on this chain that are gone: a local chain that began anew. */
export async function readReplaced(client: Client, deployment: Deployment): Promise<string[]> {
  const { name, chainId, genesisHash } = deployment
  const { rows } = await client.query(
    'select schema_name from bulwark.deployments where name = $1 and chain_id = $2 and genesis_hash <> $3',
    [name, chainId, genesisHash],
  )
  return rows.map((row: Row) => row.schema_name)
}

/** Drops a deployment's tables and forgets it. */
export async function dropSchema(client: Client, schema: string): Promise<void> {
  await client.query(`drop schema if exists "${schema}" cascade`)
  await client.query('delete from bulwark.deployments where schema_name = $1', [schema])
}
