import { Pool } from 'pg'

/** The parameters of {@link openDatabase}. */
export type OpenDatabaseParameters = {
  url: string
  /** Connections at most. @default 8 */
  connections?: number | undefined
  /** Milliseconds that a statement may take. @default 5000 */
  statementTimeout?: number | undefined
  /** Hears of connections that break while nobody uses them. */
  onError: (error: Error) => void
}

/**
 * A pool of connections that may only read.
 *
 * @example
 * const database = openDatabase({ url: 'postgres://reader@localhost/bulwark', onError: console.error })
 */
export function openDatabase({ url, connections = 8, statementTimeout = 5000, onError }: OpenDatabaseParameters): Pool {
  const pool = new Pool({
    ...{ connectionString: url, max: connections, application_name: 'bulwark-api' },
    ...{ connectionTimeoutMillis: 3000, idleTimeoutMillis: 30_000, keepAlive: true },
    ...{ statement_timeout: statementTimeout, query_timeout: statementTimeout + 1000 },
    ...{ idle_in_transaction_session_timeout: 30_000, options: '-c default_transaction_read_only=on' },
  })
  pool.on('error', onError)
  return pool
}
