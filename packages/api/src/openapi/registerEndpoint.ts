import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Endpoint } from '../endpoints/Endpoint.ts'
import { type ProblemCode, problems } from '../errors.ts'
import type { Env } from '../http/Services.ts'
import { AsOfSchema, ChainParameter, ProblemSchema } from '../schemas/common.ts'

/** Problems that any question may meet. */
const common: readonly ProblemCode[] = [
  ...(['invalid-request', 'invalid-cursor', 'ambiguous-chain', 'unknown-chain', 'uri-too-long'] as const),
  ...(['too-many-requests', 'internal', 'not-ready', 'database-unavailable', 'too-slow'] as const),
]

const header = (description: string) => ({ description, schema: { type: 'string' as const } })

/** Headers of every answer that was not refused. */
export const answerHeaders = {
  ETag: header('Changes when the data does.'),
  'Bulwark-As-Of': header('`asOf`, also with 304.'),
  'RateLimit-Limit': header('Requests a window.'),
  'RateLimit-Remaining': header('Requests left.'),
  'RateLimit-Reset': header('Seconds until the budget is whole again.'),
}

/**
 * The answers of a route that reports these problems, by status.
 *
 * @example
 * problemResponses(['not-found', 'internal'])
 */
export function problemResponses(codes: readonly ProblemCode[]) {
  const statuses = [...new Set(codes.map((code) => problems[code].status))].sort((a, b) => a - b)
  return Object.fromEntries(
    statuses.map((status) => {
      const those = codes.filter((code) => problems[code].status === status)
      const description = those.map((code) => `\`${code}\`: ${problems[code].title}`).join(' ')
      return [status, { description, content: { 'application/problem+json': { schema: ProblemSchema } } }]
    }),
  )
}

/**
 * Writes an endpoint into the document.
 *
 * @example
 * registerEndpoint(app, listPools)
 */
export function registerEndpoint(app: OpenAPIHono<Env>, endpoint: Endpoint): void {
  const { name, path, tag, summary, description, params, query, schema, list, mediaType } = endpoint
  const body = list
    ? z.object({ data: z.array(schema), next_cursor: z.string().nullable(), asOf: AsOfSchema })
    : z.object({ data: schema, asOf: AsOfSchema })
  const missing: readonly ProblemCode[] = Object.keys(params).length > 0 ? ['not-found'] : []
  app.openAPIRegistry.registerPath(
    createRoute({
      ...{ method: 'get' as const, path, operationId: name, tags: [tag], summary },
      ...(description ? { description } : {}),
      request: {
        ...(Object.keys(params).length > 0 ? { params: z.object(params) } : {}),
        query: z.object({ ...query, chain: ChainParameter }),
      },
      responses: {
        200: {
          description: 'OK',
          headers: answerHeaders,
          content: mediaType ? { [mediaType]: { schema } } : { 'application/json': { schema: body } },
        },
        304: { description: 'What the client has is what there is.' },
        ...problemResponses([...common, ...missing]),
      },
    }),
  )
}
