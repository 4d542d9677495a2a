import { createLogger, type Logger } from '@bulwark/service'
import { HeadWatcher } from './database/HeadWatcher.ts'
import { openDatabase } from './database/openDatabase.ts'
import { Registry } from './database/Registry.ts'
import { ConfigurationError } from './errors.ts'
import { EventFeed } from './events/EventFeed.ts'
import { AnswerCache } from './http/AnswerCache.ts'
import { createApp } from './http/createApp.ts'
import type { Services } from './http/Services.ts'
import { serveApp } from './http/serveApp.ts'
import { createMetrics } from './metrics/createMetrics.ts'
import type { Webhook } from './webhooks/parseWebhooks.ts'
import { startWebhooks, type Webhooks } from './webhooks/startWebhooks.ts'

/** The parameters of {@link startApi}. */
export type StartApiParameters = {
  /** PostgreSQL, as a role that may read the schemas of the indexer. */
  databaseUrl: string
  /** @default '127.0.0.1' */
  host?: string | undefined
  /** @default a free one */
  port?: number | undefined
  /** Names of the deployments to serve. @default all that the database holds */
  only?: readonly string[] | undefined
  /** Origins whose pages may read answers. @default ['*'] */
  origins?: readonly string[] | undefined
  /** Requests a client may send in a window of seconds. @default 600 in 60 */
  rate?: { readonly limit: number; readonly window: number } | undefined
  /** Proxies of our own in front, which write `X-Forwarded-For`. @default 0 */
  proxies?: number | undefined
  /** Connections to the database. @default 8 */
  connections?: number | undefined
  /** Seconds behind the head from which `/ready` is 503. @default never */
  maxLag?: number | undefined
  /** Milliseconds between two looks at the head. @default 250 */
  interval?: number | undefined
  /** Who is told what happens, and by which rules. @default nobody */
  webhooks?:
    | {
        readonly hooks: readonly Webhook[]
        /** As a role that may write the schema `bulwark_webhooks`. @default `databaseUrl` */
        readonly databaseUrl?: string | undefined
        /** Whether addresses that are not public may be told too. @default false */
        readonly allowPrivate?: boolean | undefined
        readonly attempts?: number | undefined
        readonly backoff?: ((attempts: number) => number) | undefined
        readonly interval?: number | undefined
      }
    | undefined
  log?: Logger | undefined
}

/** An API that runs. */
export type Api = {
  readonly url: string
  /** Answers no more, and closes every connection. May be called again. */
  stop(): Promise<void>
}

/**
 * Serves what the indexers wrote: a process of its own, as many as one likes on one database. It starts whether or not
 * anything is indexed yet, and says so at `/ready`.
 *
 * @throws {ConfigurationError} if it cannot listen.
 * @example
 * const api = await startApi({ databaseUrl: 'postgres://reader@localhost/bulwark', port: 42069 })
 * await api.stop()
 */
export async function startApi(parameters: StartApiParameters): Promise<Api> {
  const { databaseUrl, host = '127.0.0.1', port = 0, origins = ['*'], proxies = 0, interval = 250 } = parameters
  const { rate = { limit: 600, window: 60 }, connections, maxLag } = parameters
  const log = parameters.log ?? createLogger({ service: 'api' })
  const pool = openDatabase({ url: databaseUrl, connections, onError: (err) => log.warn({ err }, 'database') })
  const registry = new Registry({ pool, only: parameters.only && new Set(parameters.only) })
  const deployments = () => registry.deployments
  const watcher = new HeadWatcher({ pool, deployments, interval, before: () => registry.refresh() })
  watcher.on('failure', (err) => log.warn({ err }, 'the head could not be read'))
  const services: Services = { pool, registry, watcher, cache: new AnswerCache(), metrics: createMetrics(), log }
  const feed = new EventFeed({ pool, watcher, log })
  const app = createApp({ services, feed, rate, proxies, origins, maxLag })
  watcher.start()
  const { hooks, allowPrivate = false, ...rules } = parameters.webhooks ?? { hooks: [] }
  const telling = {
    ...rules,
    services,
    webhooks: hooks,
    allowPrivate,
    log,
    databaseUrl: rules.databaseUrl ?? databaseUrl,
  }
  let webhooks: Webhooks | undefined
  let stopping: Promise<void> | undefined
  const release = async (): Promise<void> => {
    await webhooks?.stop()
    await watcher.stop()
    await feed.stop()
    await pool.end()
  }
  try {
    if (hooks.length > 0) webhooks = await startWebhooks(telling)
    const { url, stop } = await serveApp({ app, host, port })
    log.info({ url }, 'listening')
    return {
      url,
      stop() {
        stopping ??= Promise.all([stop(), release()]).then(() => {})
        return stopping
      },
    }
  } catch (cause) {
    await release()
    if ((cause as NodeJS.ErrnoException).syscall !== 'listen') throw cause
    const advice = 'Choose another port, or end what listens there.'
    throw new ConfigurationError(`The API cannot listen on ${host}:${port}.`, { cause, advice })
  }
}
