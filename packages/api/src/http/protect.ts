import type { MiddlewareHandler } from 'hono'
import { ApiError } from '../errors.ts'
import type { Env } from './Services.ts'

/** The parameters of {@link protect}. */
export type ProtectParameters = {
  /** Origins whose pages may read answers; `*` for all. */
  origins: readonly string[]
}

/** Bytes of an address at most. */
const maxAddress = 2048
/** Bytes of a body at most. */
const maxBody = 64 * 1024

const readable = [
  ...['ETag', 'Bulwark-As-Of', 'Link', 'Retry-After', 'X-Request-Id'],
  ...['RateLimit-Policy', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'],
].join(', ')

/** No page is ever shown from here: nothing may be loaded, framed or guessed. */
const security: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'Permissions-Policy': 'interest-cohort=()',
}

/**
 * What every answer carries, what other origins' pages may read, and what is too long to be read at all.
 *
 * @example
 * app.use(protect({ origins: ['https://app.example'] }))
 */
export function protect({ origins }: ProtectParameters): MiddlewareHandler<Env> {
  const open = origins.includes('*')
  return async (context, next) => {
    const origin = context.req.header('Origin')
    const allowed = open ? '*' : origin !== undefined && origins.includes(origin) ? origin : undefined
    const headers: Record<string, string> = { ...security, ...(open ? {} : { Vary: 'Origin' }) }
    if (allowed !== undefined) {
      headers['Access-Control-Allow-Origin'] = allowed
      headers['Access-Control-Expose-Headers'] = readable
    }
    if (context.req.method === 'OPTIONS' && context.req.header('Access-Control-Request-Method')) {
      const answers: Record<string, string> = allowed
        ? {
            'Access-Control-Allow-Methods': 'GET, HEAD, POST, OPTIONS',
            'Access-Control-Allow-Headers': 'Content-Type, If-None-Match, Last-Event-ID',
            'Access-Control-Max-Age': '86400',
          }
        : {}
      return new Response(null, { status: 204, headers: { ...headers, ...answers } })
    }
    if (new URL(context.req.url).pathname.length + new URL(context.req.url).search.length > maxAddress) {
      throw withHeaders('uri-too-long', headers)
    }
    const length = Number(context.req.header('Content-Length') ?? 0)
    if (length > maxBody) throw withHeaders('payload-too-large', headers)
    await next()
    for (const [name, value] of Object.entries(headers)) {
      if (name === 'Vary') context.res.headers.append(name, value)
      else context.res.headers.set(name, value)
    }
  }
}

function withHeaders(code: 'uri-too-long' | 'payload-too-large', headers: Record<string, string>): ApiError {
  return new ApiError({ code, headers: { ...headers, Connection: 'close' } })
}
