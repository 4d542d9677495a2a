import { randomUUID } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { endpoints } from '../endpoints/index.ts'
import { ApiError } from '../errors.ts'
import { addEvents } from '../events/addEvents.ts'
import type { EventFeed } from '../events/EventFeed.ts'
import { addGraphql } from '../graphql/addGraphql.ts'
import { registerEndpoint } from '../openapi/registerEndpoint.ts'
import { ChainParameter } from '../schemas/common.ts'
import { addOperations } from './addOperations.ts'
import { answerEndpoint } from './answerEndpoint.ts'
import { limitRate } from './limitRate.ts'
import { protect } from './protect.ts'
import type { Env, Services } from './Services.ts'
import { toApiError } from './toApiError.ts'
import { toProblem } from './toProblem.ts'
import { understand } from './understand.ts'
import { understood } from './understood.ts'

/** The parameters of {@link createApp}. */
export type CreateAppParameters = {
  services: Services
  /** Requests a client may send in a window, and the window's seconds. */
  rate: { limit: number; window: number }
  /** Proxies of our own in front. */
  proxies: number
  /** Origins whose pages may read answers; `*` for all. */
  origins: readonly string[]
  feed: EventFeed
  /** Seconds that the index may be behind before `/ready` says so. */
  maxLag: number | undefined
}

const faults: ReadonlySet<string> = new Set(['internal', 'database-unavailable', 'too-slow'])

/**
 * The routes of the API over what the process shares.
 *
 * @example
 * const app = createApp({ services, feed, rate: { limit: 600, window: 60 }, proxies: 0, origins: ['*'], maxLag: 60 })
 * const answer = await app.request('/v1/pools')
 */
export function createApp(parameters: CreateAppParameters): OpenAPIHono<Env> {
  const { services, rate, proxies, origins, feed, maxLag } = parameters
  const app = new OpenAPIHono<Env>()
  app.onError((error, context) => {
    const problem = toApiError(error)
    const instance = context.get('requestId') ?? randomUUID()
    const { route } = context.var
    // That nothing is indexed yet, or that too many ask, is no fault.
    if (faults.has(problem.code)) services.log.error({ err: error, instance, route }, problem.message)
    return toProblem(problem, { instance })
  })
  app.notFound((context) => {
    return toProblem(new ApiError({ code: 'unknown-route' }), { instance: context.get('requestId') ?? randomUUID() })
  })
  app.use(observe(services))
  app.use(protect({ origins }))
  app.use(limitRate({ services, rate, proxies }))

  /** A path that is known answers what it does not do with 405. */
  const only = (path: string, methods: string): void => {
    app.all(path, () => {
      throw new ApiError({ code: 'method-not-allowed', headers: { Allow: methods } })
    })
  }
  for (const endpoint of endpoints) {
    registerEndpoint(app, endpoint)
    const path = endpoint.path.replace(/\{(\w+)\}/g, ':$1')
    app.get(path, async (context) => {
      context.set('route', endpoint.path)
      const { chain, ...query } = queryOf(context.req.url)
      const named = understood(ChainParameter.safeParse(chain), 'query')
      return answerEndpoint(context, {
        ...{ services, endpoint, chain: named, asked: understand(endpoint, context.req.param(), query) },
      })
    })
    only(path, 'GET, HEAD, OPTIONS')
  }
  addEvents(app, { services, feed, only })
  addOperations(app, { services, only, maxLag })
  addGraphql(app, { services, only })
  return app
}

/** Each parameter once: one that comes twice is a list, which no schema takes. */
function queryOf(url: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of new URL(url).searchParams) {
    const before = query[name]
    query[name] = before === undefined ? value : [before, value].flat()
  }
  return { ...query }
}

/** Gives each request an id, and counts it. */
function observe({ metrics, log }: Services): MiddlewareHandler<Env> {
  return async (context, next) => {
    const started = performance.now()
    const requestId = randomUUID()
    context.set('requestId', requestId)
    context.set('route', 'other')
    await next()
    context.res.headers.set('X-Request-Id', requestId)
    const seconds = (performance.now() - started) / 1000
    const { route } = context.var
    metrics.requests.inc({ route, method: context.req.method, status: context.res.status })
    metrics.duration.observe({ route }, seconds)
    log.debug({ requestId, method: context.req.method, path: context.req.path, status: context.res.status, seconds })
  }
}
