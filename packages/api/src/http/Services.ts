import type { Logger } from '@bulwark/service'
import type { Pool } from 'pg'
import type { HeadWatcher } from '../database/HeadWatcher.ts'
import type { Registry } from '../database/Registry.ts'
import type { Metrics } from '../metrics/createMetrics.ts'
import type { AnswerCache } from './AnswerCache.ts'

/** What the routes of one process share. */
export type Services = {
  readonly pool: Pool
  readonly registry: Registry
  readonly watcher: HeadWatcher
  readonly cache: AnswerCache
  readonly metrics: Metrics
  readonly log: Logger
}

/** What Hono carries with a request. */
export type Env = {
  Variables: { requestId: string; route: string }
  Bindings: { incoming?: import('node:http').IncomingMessage }
}
