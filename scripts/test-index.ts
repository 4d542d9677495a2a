/**
 * `npm run test:index`: plays every story, indexes it, and compares tables and chain; then the rest of the indexer's
 * tests. `--database URL` runs it on a PostgreSQL server of yours, whose user may create databases.
 *
 * Usage: `npm run test:index [-- --database postgresql://…]`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { database: { type: 'string' } } })
const variables = { BULWARK_EVERY_SCENARIO: 'true', BULWARK_TEST_DATABASE_URL: values.database }
const child = spawn('npx', ['vitest', 'run', 'packages/indexer/test', 'packages/service/test/startPostgres.test.ts'], {
  env: { ...process.env, ...variables },
  stdio: 'inherit',
})
const [code] = (await once(child, 'close')) as [number | null]
process.exitCode = code ?? 1
