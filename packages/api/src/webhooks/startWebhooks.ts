import type { Logger } from '@bulwark/service'
import { Pool } from 'pg'
import type { Head } from '../database/HeadWatcher.ts'
import type { Services } from '../http/Services.ts'
import { createWebhookTables } from './createWebhookTables.ts'
import { enqueueDeliveries } from './enqueueDeliveries.ts'
import type { Webhook } from './parseWebhooks.ts'
import { postWebhook } from './postWebhook.ts'
import { signWebhook } from './signWebhook.ts'

/** The parameters of {@link startWebhooks}. */
export type StartWebhooksParameters = {
  services: Pick<Services, 'registry' | 'watcher' | 'metrics'>
  /** PostgreSQL, as a role that may write the schema `bulwark_webhooks` and read those of the indexer. */
  databaseUrl: string
  webhooks: readonly Webhook[]
  /** Whether addresses that are not public may be told too. */
  allowPrivate: boolean
  /** Attempts until a delivery is given up. @default 15, about a day */
  attempts?: number | undefined
  /** Seconds until the next attempt, by how many were made. @default twice as long each time, at most 6 hours */
  backoff?: ((attempts: number) => number) | undefined
  /** Milliseconds between two looks. @default 500 */
  interval?: number | undefined
  log: Logger
}

/** Webhooks that are being told. */
export type Webhooks = { stop(): Promise<void> }

/** Deliveries that are under way at once, in one process. */
const atOnce = 20
/** Seconds after which a delivery that was begun is begun anew: whoever began it is gone. */
const lease = 60

type Delivery = { id: string; webhook: string; event: string; attempts: number }

/**
 * Tells webhooks what happened, each event at least once: what is to be told is written down before it is sent, and
 * sent again until it was taken or given up. Any number of processes share the work.
 *
 * @example
 * const webhooks = await startWebhooks({ services, databaseUrl, webhooks: parseWebhooks(text), allowPrivate: false, log })
 */
export async function startWebhooks(parameters: StartWebhooksParameters): Promise<Webhooks> {
  const { services, databaseUrl, webhooks, log, interval = 500 } = parameters
  const pool = new Pool({ connectionString: databaseUrl, max: 3, application_name: 'bulwark-webhooks' })
  pool.on('error', (err) => log.warn({ err }, 'database of the webhooks'))
  await createWebhookTables(pool)
  const byName = new Map(webhooks.map((webhook) => [webhook.name, webhook]))
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const work = async (): Promise<void> => {
    const heads = services.registry.deployments
      .map((deployment) => services.watcher.headOf(deployment))
      .filter((head): head is Head => head !== undefined)
    await enqueueDeliveries({ pool, webhooks, heads })
    let taken: Delivery[]
    do {
      taken = await take(pool, [...byName.keys()])
      await Promise.all(taken.map((delivery) => deliver(pool, parameters, byName.get(delivery.webhook), delivery)))
    } while (taken.length === atOnce && !stopped)
    await prune(pool, services)
  }
  const loop = (): void => {
    running = work()
      .catch((err) => log.warn({ err }, 'webhooks'))
      .then(() => {
        if (!stopped) timer = setTimeout(loop, interval)
      })
  }
  loop()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
      await pool.end()
    },
  }
}

/** Takes what is due; nobody else takes it until the lease ends. */
async function take(pool: Pool, names: readonly string[]): Promise<Delivery[]> {
  const { rows } = await pool.query(
    `UPDATE bulwark_webhooks.deliveries SET attempts = attempts + 1, next_at = now() + interval '${lease} seconds'
     WHERE id IN (SELECT id FROM bulwark_webhooks.deliveries
       WHERE state = 'waiting' AND next_at <= now() AND webhook = ANY($1)
       ORDER BY next_at LIMIT ${atOnce} FOR UPDATE SKIP LOCKED)
     RETURNING id, webhook, event, attempts`,
    [names],
  )
  return rows
}

async function deliver(
  pool: Pool,
  { allowPrivate, attempts: most = 15, backoff = doubling, services, log }: StartWebhooksParameters,
  webhook: Webhook | undefined,
  { id, event, attempts }: Delivery,
): Promise<void> {
  if (webhook === undefined) return
  const body = `{"id":${JSON.stringify(id)},"event":${event}}`
  const timestamp = Math.floor(Date.now() / 1000)
  const result = await postWebhook({
    ...{ url: webhook.url, body, allowPrivate },
    headers: {
      ...{ 'Content-Type': 'application/json', 'User-Agent': 'Bulwark-Webhooks/1', 'Bulwark-Delivery': id },
      'Bulwark-Signature': signWebhook({ body, secrets: webhook.secrets, timestamp }),
    },
  })
  if (result.delivered) {
    services.metrics.deliveries.inc({ outcome: 'delivered' })
    await pool.query(
      `UPDATE bulwark_webhooks.deliveries SET state = 'delivered', delivered_at = now(), failure = NULL WHERE id = $1`,
      [id],
    )
    return
  }
  const dead = attempts >= most
  services.metrics.deliveries.inc({ outcome: dead ? 'dead' : 'failed' })
  log[dead ? 'error' : 'info']({ webhook: webhook.name, id, attempts, reason: result.reason }, 'webhook not delivered')
  await pool.query(
    `UPDATE bulwark_webhooks.deliveries SET state = $2, failure = $3, next_at = now() + make_interval(secs => $4)
     WHERE id = $1`,
    [id, dead ? 'dead' : 'waiting', result.reason, backoff(attempts)],
  )
}

/** Five seconds, ten, twenty, … six hours, each up to a quarter longer: many do not come back at once. */
function doubling(attempts: number): number {
  return Math.min(5 * 2 ** (attempts - 1), 21_600) * (1 + Math.random() / 4)
}

/** Forgets what was delivered a month ago, and counts what was not. */
async function prune(pool: Pool, { metrics }: StartWebhooksParameters['services']): Promise<void> {
  await pool.query(
    `DELETE FROM bulwark_webhooks.deliveries WHERE state = 'delivered' AND delivered_at < now() - interval '30 days'`,
  )
  const { rows } = await pool.query(
    `SELECT state, count(*)::int AS n FROM bulwark_webhooks.deliveries WHERE state <> 'delivered' GROUP BY 1`,
  )
  for (const state of ['waiting', 'dead']) {
    metrics.undelivered.set({ state }, rows.find((row) => row.state === state)?.n ?? 0)
  }
}
