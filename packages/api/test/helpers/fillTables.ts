import * as schema from '@bulwark/indexer/schema'
import { is } from 'drizzle-orm'
import { getTableConfig, type PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Client } from 'pg'
import { snake } from './createTables.ts'

/** The last block of the tables that {@link fillTables} fills, its time and its hash. */
export const lastBlock = { number: 1_000_000n, timestamp: 1_700_000_000n, hash: `0x${'ab'.repeat(32)}` } as const

/** How many there are of what rows refer to. */
const pools = 3
const listings = 20
const incidents = 40
const accounts = 50

const address = (number: string): string => `'0x' || lpad(to_hex((${number})::bigint), 40, '0')`
const hash = (name: string): string => `'0x' || md5('${name}' || i) || md5(i || '${name}')`
const amount = (name: string): string => `(hashtext('${name}' || i)::bigint & 2147483647) * 1000`

/** Which pool, account or number a row's column refers to. */
const references: Readonly<Record<string, (rows: number) => string>> = {
  chainId: () => '31337',
  pool: () => address(`1 + i % ${pools}`),
  listing: () => `1 + i % ${listings}`,
  incident: () => `1 + i % ${incidents}`,
  proposal: () => `1 + i % ${incidents}`,
  dispute: () => `1 + i % ${incidents}`,
  eventId: () => `1 + i % ${incidents}`,
  cover: (rows) => `1 + i % ${Math.max(1, Math.floor(rows / 10))}`,
  blockNumber: (rows) => `1 + (i - 1) * ${lastBlock.number} / ${rows}`,
  createdBlock: (rows) => `1 + (i - 1) * ${lastBlock.number} / ${rows}`,
  number: (rows) => `1 + (i - 1) * ${lastBlock.number} / ${rows}`,
  lossTime: () => `${lastBlock.timestamp} - i % ${incidents}`,
  logIndex: () => 'i % 1000',
  version: () => 'i',
  position: () => '0',
  day: () => `19000 + i`,
  class: () => 'i % 4',
  assetDecimals: () => '6',
  assetSymbol: () => `'USDC'`,
  reportStatus: () => 'i % 3',
  chain: () => '31337',
  waiting: () => '0',
  grace: () => '86400',
  minPeriod: () => '86400',
  maxPeriod: () => '63072000',
  rate: () => '20000000000000000',
}
const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

const accountNames =
  /^(owner|payee|account|counterparty|controller|operator|curator|to|asserter|adjudicator|secondAdjudicator|assessor|party|member|voter|proposer|delegate|caller|target|creator|finder|payer|arbitrable|appellant|signer|asset|token|bondToken|feed|contract)$/
const timeNames = /(At|Time|Until|From|Since|Start|End)$|^(timestamp|start|end|since|until|changed|snapshot|deadline)$/

function expressionOf(table: string, column: PgColumn, rows: number, keys: readonly string[]): string {
  const name = camel(column.name)
  const type = column.getSQLType()
  const only = keys.filter((key) => key !== 'chainId')
  const unique = only.length === 1 && only[0] === name
  if (table === 'blocks' && name === 'number') return 'i'
  if (name === 'address' && table !== 'pools') return address('7')
  if (table === 'pools' && name === 'address') return address('i')
  if (column.enumValues && column.enumValues.length > 0) {
    const words = column.enumValues.map((word) => `'${word}'`).join(', ')
    return `(ARRAY[${words}])[(1 + i % ${column.enumValues.length})::integer]`
  }
  if (type === 'boolean') return 'i % 2 = 0'
  if (type.startsWith('json')) return `'{"a":"1"}'::${type}`
  if (name === 'pool' && unique) return address('i')
  const reference = references[name]
  if (reference && !unique) return reference(rows)
  if (accountNames.test(name) && type === 'text') return unique ? address('i') : address(`100 + i % ${accounts}`)
  if (type === 'text') {
    const free = column.columnType !== 'PgHex' && !/hash|key|risk|root|id$/i.test(name)
    if (name === 'selector') return `'0x' || left(md5(i::text), 8)`
    if (name === 'role') return `(i % 5)::text`
    return free ? `'${name} ' || i` : hash(name)
  }
  if (unique) return 'i'
  if (timeNames.test(name)) return `${lastBlock.timestamp} - 1000000 + (i * 2000000 / ${rows})`
  if (type === 'integer') return 'i % 100'
  return amount(name)
}

/** Fills every table with rows that refer to each other: the same ones each time. */
export async function fillTables(
  client: Client,
  { schema: into, rows, counts = {} }: { schema: string; rows: number; counts?: Readonly<Record<string, number>> },
): Promise<void> {
  await client.query(`SET search_path TO "${into}"; SET synchronous_commit TO off`)
  const most: Readonly<Record<string, number>> = {
    pools,
    listings,
    incidents,
    court_cases: incidents,
    triggers: listings,
  }
  for (const table of Object.values(schema)) {
    if (!is(table, PgTable)) continue
    const { name, columns, primaryKeys } = getTableConfig(table)
    const count = counts[name] ?? Math.min(rows, most[name] ?? rows)
    const keys = primaryKeys.flatMap(({ columns }) => columns.map(({ name }) => camel(name)))
    const names = columns.map((column) => `"${snake(column.name)}"`).join(', ')
    const values = columns.map((column) => expressionOf(name, column, count, keys)).join(', ')
    await client.query(
      `INSERT INTO "${name}" (${names}) SELECT ${values} FROM generate_series(1::bigint, ${count}) i ON CONFLICT DO NOTHING`,
    )
  }
  await moveHead(client, { schema: into, ...lastBlock })
  await client.query(`INSERT INTO _ponder_meta VALUES ('app', $1)`, [{ is_ready: 1, heartbeat_at: Date.now() }])
}

/** Moves the checkpoint of a schema to a block, as Ponder does at the end of each. */
export async function moveHead(
  client: Client,
  { schema: into, number, timestamp, hash }: { schema: string; number: bigint; timestamp: bigint; hash: string },
): Promise<void> {
  const checkpoint = (block: bigint): string => {
    const time = timestamp.toString().padStart(10, '0')
    return `${time}${'31337'.padStart(16, '0')}${block.toString().padStart(16, '0')}${'9'.repeat(33)}`
  }
  await client.query(
    `INSERT INTO "${into}".blocks (chain_id, number, hash, parent_hash, timestamp) VALUES (31337, $1, $2, $2, $3)
     ON CONFLICT (chain_id, number) DO UPDATE SET hash = $2`,
    [number.toString(), hash, timestamp.toString()],
  )
  await client.query(
    `INSERT INTO "${into}"._ponder_checkpoint VALUES ('local', 31337, $1, $1, $2) ON CONFLICT (chain_name)
     DO UPDATE SET safe_checkpoint = $1, latest_checkpoint = $1, finalized_checkpoint = $2`,
    [checkpoint(number), checkpoint(number - 30n)],
  )
}
