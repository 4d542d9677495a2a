import type { MiddlewareHandler } from 'hono'
import { ApiError } from '../errors.ts'
import { clientOf } from './clientOf.ts'
import { RateLimiter } from './RateLimiter.ts'
import type { Env, Services } from './Services.ts'

/** The parameters of {@link limitRate}. */
export type LimitRateParameters = { services: Services; rate: { limit: number; window: number }; proxies: number }

/** What machines of the operator ask, again and again. */
const free = new Set(['/health', '/ready', '/metrics'])

/**
 * Refuses clients that ask too much, and tells every client how much is left.
 *
 * @example
 * app.use(limitRate({ services, rate: { limit: 600, window: 60 }, proxies: 0 }))
 */
export function limitRate({ services, rate, proxies }: LimitRateParameters): MiddlewareHandler<Env> {
  const limiter = new RateLimiter(rate)
  return async (context, next) => {
    if (free.has(context.req.path)) return next()
    const remote = context.env?.incoming?.socket?.remoteAddress
    const client = clientOf({ remote, forwarded: context.req.header('X-Forwarded-For'), proxies })
    const { allowed, limit, remaining, reset, retryAfter } = limiter.take(client, performance.now())
    const headers = {
      'RateLimit-Policy': `${limit};w=${rate.window}`,
      'RateLimit-Limit': String(limit),
      ...{ 'RateLimit-Remaining': String(remaining), 'RateLimit-Reset': String(reset) },
    }
    if (!allowed) {
      services.metrics.limited.inc()
      const detail = `${limit} requests in ${rate.window} seconds are allowed; the next one in ${retryAfter} seconds.`
      throw new ApiError({
        code: 'too-many-requests',
        detail,
        headers: { ...headers, 'Retry-After': String(retryAfter) },
      })
    }
    await next()
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value)
  }
}
