import * as schema from '@bulwark/indexer/schema'
import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import type { Client } from 'pg'

/** The name of a column in the database. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Makes the tables of the indexer's schema as Ponder would, with its checkpoint and a line in the registry. */
export async function createTables(
  client: Client,
  { name, chainId, schema: into }: { name: string; chainId: number; schema: string },
): Promise<void> {
  await client.query(`CREATE SCHEMA "${into}"; SET search_path TO "${into}"`)
  await client.query(`CREATE TABLE _ponder_meta (key text PRIMARY KEY, value jsonb NOT NULL);
    CREATE TABLE _ponder_checkpoint (chain_name text PRIMARY KEY, chain_id bigint NOT NULL,
      safe_checkpoint varchar(75) NOT NULL, latest_checkpoint varchar(75) NOT NULL,
      finalized_checkpoint varchar(75) NOT NULL)`)
  for (const table of Object.values(schema)) {
    if (!is(table, PgTable)) continue
    const config = getTableConfig(table)
    const columns = config.columns.map((column) => {
      return `"${snake(column.name)}" ${column.getSQLType()}${column.notNull ? ' NOT NULL' : ''}`
    })
    const keys = config.primaryKeys.map(({ columns }) => {
      return `PRIMARY KEY (${columns.map(({ name }) => `"${snake(name)}"`).join(', ')})`
    })
    await client.query(`CREATE TABLE "${config.name}" (${[...columns, ...keys].join(', ')})`)
    for (const { config: index } of config.indexes) {
      const names = index.columns.map((column) => `"${snake('name' in column ? (column.name ?? '') : '')}"`)
      await client.query(`CREATE INDEX ON "${config.name}" (${names.join(', ')})`)
    }
  }
  await client.query(`CREATE SCHEMA IF NOT EXISTS bulwark`)
  await client.query(`CREATE TABLE IF NOT EXISTS bulwark.deployments (schema_name text PRIMARY KEY,
    identity text NOT NULL, name text NOT NULL, chain_id bigint NOT NULL, genesis_hash text NOT NULL,
    version integer NOT NULL, build text NOT NULL, manifest jsonb NOT NULL)`)
  const contracts = { covers: { address: `0x${'c0'.repeat(20)}`, codeHash: `0x${'12'.repeat(32)}` } }
  await client.query(`INSERT INTO bulwark.deployments VALUES ($1, $2, $3, $4, $5, 1, 'build', $6)`, [
    ...[into, `${chainId} ${name}`, name, chainId, `0x${'00'.repeat(32)}`],
    { version: 1, name, chainId, startBlock: '1', contracts },
  ])
}
