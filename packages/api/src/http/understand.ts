import { z } from '@hono/zod-openapi'
import type { Asked, Endpoint } from '../endpoints/Endpoint.ts'
import { understood } from './understood.ts'

const schemas = new WeakMap<Endpoint, { params: z.ZodType; query: z.ZodType }>()

/**
 * What is asked of an endpoint, as its schemas understand it.
 *
 * @throws {ApiError} `invalid-request` with each field that does not fit.
 * @example
 * understand(listCovers, {}, { owner: '0x…', limit: '10' })
 */
export function understand(endpoint: Endpoint, params: unknown, query: unknown): Asked {
  const known = schemas.get(endpoint) ?? {
    ...{ params: z.strictObject(endpoint.params), query: z.strictObject(endpoint.query) },
  }
  schemas.set(endpoint, known)
  return {
    query: understood(known.query.safeParse(query), 'query') as Asked['query'],
    params: understood(known.params.safeParse(params), 'path') as Asked['params'],
  }
}
