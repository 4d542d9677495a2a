import { verify } from '@bulwark/indexer'
import { type Connection, connect } from '../chain/connect.ts'
import { MismatchError, UsageError } from '../errors.ts'
import { parseCount } from '../parse/parseCount.ts'
import { optionOf } from '../program/inputs.ts'
import type { Context, Result } from '../program/types.ts'

/**
 * `bulwark verify`: compares what the indexer wrote with the chain, to the wei.
 *
 * @throws {MismatchError} if something differs.
 * @example
 * const { data } = await verifyCommand(context)
 */
export async function verifyCommand(context: Context): Promise<Result> {
  const parameters = readParameters(context)
  const databaseUrl = databaseOf(context)
  const connection: Connection = await connect(context)
  const { client, deployment } = connection
  const done = context.talk.wait('Comparing')
  const { block, compared, total, differences } = await verify({
    ...{ client, databaseUrl, deployment, ...parameters },
  }).finally(done)
  const told = { block, compared, total, differences }
  if (differences.length > 0) {
    const lines = differences.map(
      ({ table, key, field, chain, database }) => `${table} ${key}, ${field}: chain ${chain}, database ${database}`,
    )
    const message = [`${differences.length} differences at block ${block}.`, ...lines.slice(0, 40)].join('\n')
    throw new MismatchError(message, {
      details: told,
      advice: 'Delete the database and index again; if they stay, the indexer is wrong: report it.',
    })
  }
  return {
    data: { asOf: connection.asOf, ...told },
    view: [{ text: `Equal at block ${block}: ${compared} of ${total} compared, no difference.` }],
  }
}

function readParameters(context: Context): { sample?: number; seed?: number; block?: bigint; timeoutSeconds?: number } {
  const [sample, seed, block] = ['sample', 'seed', 'block'].map((name) => optionOf(context, name))
  const all = context.options.all === true
  if (all && sample !== undefined) throw new UsageError('--all and --sample exclude each other.')
  const count = (text: string, what: string) => Number(parseCount(text, { what, most: 2n ** 32n - 1n }))
  const timeout = optionOf(context, 'timeout')
  return {
    ...(!all && { sample: count(sample ?? '100', 'sample') }),
    ...(seed !== undefined && { seed: count(seed, 'seed') }),
    ...(block !== undefined && { block: parseCount(block, { what: 'block', most: 2n ** 62n }) }),
    ...(timeout !== undefined && { timeoutSeconds: count(timeout, 'timeout') }),
  }
}

function databaseOf(context: Context): string {
  const { database } = context.config
  if (database === undefined) {
    throw new UsageError('No database is known.', {
      advice: 'Start the stack with `bulwark up`, or give --database URL.',
    })
  }
  const url = URL.canParse(database) ? new URL(database) : undefined
  if (url === undefined || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new UsageError('The database URL is not one of PostgreSQL.', { advice: 'Write postgresql://user@host/name.' })
  }
  // What a local stack wrote is its own; a flag is seen by every process.
  if (url.password !== '' && optionOf(context, 'database') !== undefined) {
    throw new UsageError('The database URL holds a password.', { advice: 'Put it into ~/.pgpass instead.' })
  }
  return database
}
