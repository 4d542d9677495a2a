import type { Pool, PoolClient } from 'pg'
import type { Head } from '../database/HeadWatcher.ts'
import { type ChainEvent, readEvents } from '../events/readEvents.ts'
import type { Webhook } from './parseWebhooks.ts'

/** Events that are read at once. */
const batch = 2000
/** Blocks that are read again where a reorganisation replaced the last one told. */
const deepest = 128n

/** The parameters of {@link enqueueDeliveries}. */
export type EnqueueDeliveriesParameters = {
  /** Connections that may read the indexer's tables and write those of the webhooks. */
  pool: Pool
  webhooks: readonly Webhook[]
  heads: readonly Head[]
}

/**
 * Writes down what is to be told to whom, up to the heads. Each event once: its id names its block, so that what a
 * reorganisation moved is told again, as what it is then. One process does it at a time; a webhook that is new is told
 * what happens from now on.
 *
 * @example
 * await enqueueDeliveries({ pool, webhooks, heads })
 */
export async function enqueueDeliveries({ pool, webhooks, heads }: EnqueueDeliveriesParameters): Promise<void> {
  if (webhooks.length === 0 || heads.length === 0) return
  const client = await pool.connect()
  let broken: Error | undefined
  const onError = (error: Error): void => {
    broken = error
  }
  client.on('error', onError)
  try {
    await client.query('BEGIN')
    const { rows } = await client.query(
      `SELECT pg_try_advisory_xact_lock(hashtextextended('bulwark_webhooks', 1)) AS mine`,
    )
    if (rows[0].mine) {
      for (const head of heads) for (const webhook of webhooks) await enqueue(client, webhook, head)
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(onError)
    throw error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}

async function enqueue(client: PoolClient, webhook: Webhook, head: Head): Promise<void> {
  const { deployment, blockNumber, finalizedBlock } = head
  const { schema, chainId } = deployment
  const target = webhook.when === 'finalized' && finalizedBlock < blockNumber ? finalizedBlock : blockNumber
  const place = [schema, webhook.name]
  const blocks = `"${schema.replace(/"/g, '""')}".blocks`
  const hashOf = async (block: bigint): Promise<string | null> => {
    const text = `SELECT hash FROM ${blocks} WHERE chain_id = $1 AND number = $2`
    return (await client.query(text, [chainId, block.toString()])).rows[0]?.hash ?? null
  }
  const move = async (block: bigint): Promise<void> => {
    await client.query(
      `INSERT INTO bulwark_webhooks.positions VALUES ($1, $2, $3, $4)
       ON CONFLICT (schema_name, webhook) DO UPDATE SET block = $3, hash = $4`,
      [...place, block.toString(), await hashOf(block)],
    )
  }
  const { rows } = await client.query(
    'SELECT block, hash FROM bulwark_webhooks.positions WHERE schema_name = $1 AND webhook = $2',
    place,
  )
  if (rows[0] === undefined) return move(target)
  const told = BigInt(rows[0].block)
  const replaced = told > target || (rows[0].hash !== null && (await hashOf(told)) !== rows[0].hash)
  if (!replaced && told === target) return
  const lowest = told < target ? told : target
  const after = replaced ? (lowest > deepest ? lowest - deepest : 0n) : told
  const query = (text: string, values: readonly unknown[]) => client.query(text, values as unknown[])
  const events = await readEvents({ query, deployment, after, until: target, limit: batch })
  // A block that was read in part is read again as a whole.
  const last = events.length > batch ? BigInt(events.at(-1)?.blockNumber ?? 0) - 1n : target
  const until = last > after ? last : target
  const wanted = events.filter((event) => BigInt(event.blockNumber) <= until && wants(webhook, event))
  if (wanted.length > 0) {
    await client.query(
      `INSERT INTO bulwark_webhooks.deliveries (webhook, event_id, event)
       SELECT $1, * FROM unnest($2::text[], $3::text[]) ON CONFLICT (webhook, event_id) DO NOTHING`,
      [webhook.name, wanted.map(({ id }) => id), wanted.map((event) => JSON.stringify(event))],
    )
  }
  await move(until)
}

function wants({ events, incidents, pools }: Webhook, { type, data }: ChainEvent): boolean {
  if (!events.includes(type)) return false
  if (incidents && !incidents.includes(String(data.incident))) return false
  return !pools || data.pool === undefined || pools.includes(String(data.pool).toLowerCase())
}
