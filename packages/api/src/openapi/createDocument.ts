import type { OpenAPIHono } from '@hono/zod-openapi'
import type { EventFeed } from '../events/EventFeed.ts'
import { createApp } from '../http/createApp.ts'
import type { Env, Services } from '../http/Services.ts'
import { documentOf } from './documentOf.ts'

/**
 * The OpenAPI 3.1 document of the API, without a server or a database: routes describe themselves before they serve.
 *
 * @example
 * await writeFile('openapi.json', JSON.stringify(createDocument()))
 */
export function createDocument(): object {
  const services = { metrics: {}, registry: {}, watcher: {}, pool: {} } as unknown as Services
  const rate = { limit: 1, window: 1 }
  const app: OpenAPIHono<Env> = createApp({
    ...{ services, feed: {} as EventFeed, rate, proxies: 0, origins: [], maxLag: undefined },
  })
  return documentOf(app)
}
