import { Client } from 'pg'

/** A lock on the tables of a deployment, held by a connection: it ends with the connection, however that ends. */
export type SchemaLock = {
  readonly client: Client
  /** Settles when the connection is lost or was closed. */
  readonly lost: Promise<void>
  release(): Promise<void>
}

/** Takes the locks of these names if nobody has any of them. */
export async function takeSchemaLock(databaseUrl: string, names: readonly string[]): Promise<SchemaLock | undefined> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'bulwark indexer', keepAlive: true })
  const lost = new Promise<void>((resolve) => {
    client.once('end', () => resolve())
    client.on('error', () => resolve())
  })
  await client.connect()
  try {
    let taken = true
    for (const name of names) {
      const { rows } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 1)) as taken', [name])
      taken &&= rows[0].taken
    }
    if (taken) return { client, lost, release: () => client.end() }
  } catch (error) {
    await client.end()
    throw error
  }
  await client.end()
  return undefined
}

/** Ends what an indexer that died has left: its connections, and Ponder's own lock, which lasts for half a minute. */
export async function clearLeftovers(client: Client, schema: string): Promise<void> {
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name in ($1, $2, $3) and datname = current_database()`,
    [`${schema}_internal`, `${schema}_user`, `${schema}_readonly`],
  )
  const { rows } = await client.query('select to_regclass($1) as found', [`"${schema}"._ponder_meta`])
  if (rows[0].found === null) return
  await client.query(
    `update "${schema}"._ponder_meta set value = jsonb_set(value, '{is_locked}', '0') where key = 'app'`,
  )
}

/**
 * Forgets what Ponder fetched of a chain. It keeps blocks and logs of all chains in one place, by chain id and number:
 * those of a local chain that began anew, or of a branch that is gone, would stay in the way of the true ones.
 */
export async function forgetFetched(client: Client, chainId: number): Promise<void> {
  const { rows } = await client.query(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t
     on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
     where c.table_schema = 'ponder_sync' and c.column_name = 'chain_id'`,
  )
  for (const { name } of rows) await client.query(`delete from ponder_sync."${name}" where chain_id = $1`, [chainId])
}
