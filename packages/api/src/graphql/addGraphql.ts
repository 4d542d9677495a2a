import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type DocumentNode, execute, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql'
import { takeSnapshot } from '../database/takeSnapshot.ts'
import { endpoints } from '../endpoints/index.ts'
import { ApiError } from '../errors.ts'
import type { Env, Services } from '../http/Services.ts'
import { toApiError } from '../http/toApiError.ts'
import { understood } from '../http/understood.ts'
import { documentOf } from '../openapi/documentOf.ts'
import { problemResponses } from '../openapi/registerEndpoint.ts'
import { ChainParameter } from '../schemas/common.ts'
import { createSchema, type DescribedTypes } from './createSchema.ts'
import { limitOperation } from './limitOperation.ts'

/** The parameters of {@link addGraphql}. */
export type AddGraphqlParameters = { services: Services; only: (path: string, methods: string) => void }

const path = '/graphql'
const limits = { depth: 8, introspectionDepth: 16, questions: 10 }
const maxTokens = 1500
const maxBytes = 64 * 1024

const Body = z.strictObject({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
  extensions: z.unknown().optional(),
})

/**
 * The same questions by GraphQL, any ten at once, all at one block. An operation that cannot be run is refused with a
 * problem; one that runs is answered with 200, and says in `errors` which of its questions failed.
 *
 * @example
 * addGraphql(app, { services, only })
 */
export function addGraphql(app: OpenAPIHono<Env>, { services, only }: AddGraphqlParameters): void {
  const { registry, pool, log } = services
  app.openAPIRegistry.registerPath(
    createRoute({
      ...{ method: 'post', path, operationId: 'queryByGraphql', tags: ['GraphQL'] },
      summary: 'Up to ten questions at once, at one block, by GraphQL',
      request: {
        query: z.object({ chain: ChainParameter }),
        body: { required: true, content: { 'application/json': { schema: Body } } },
      },
      responses: {
        200: {
          description: 'OK',
          content: {
            'application/json': {
              schema: z.object({ data: z.unknown(), errors: z.array(z.unknown()).optional() }),
            },
          },
        },
        ...problemResponses([
          ...(['invalid-request', 'ambiguous-chain', 'unknown-chain', 'payload-too-large', 'not-ready'] as const),
          ...(['unsupported-media-type', 'too-many-requests', 'internal', 'database-unavailable', 'too-slow'] as const),
        ]),
      },
    }),
  )
  let made: GraphQLSchema | undefined
  app.post(path, async (context) => {
    context.set('route', path)
    const query = Object.fromEntries(new URL(context.req.url).searchParams)
    const { chain } = understood(z.strictObject({ chain: ChainParameter }).safeParse(query), 'query')
    if (!/^application\/json\s*(;|$)/i.test(context.req.header('Content-Type') ?? '')) {
      throw new ApiError({ code: 'unsupported-media-type' })
    }
    const body = understood(Body.safeParse(await readJson(context.req.raw)), 'body')
    made ??= createSchema(endpoints, documentOf(app) as DescribedTypes)
    const schema = made
    const document = parseOperation(body.query)
    refuseIf(validate(schema, document, undefined, { maxErrors: 10 }))
    limitOperation(document, limits)
    await registry.refresh()
    const asked = { schema, document, variableValues: body.variables ?? {}, operationName: body.operationName ?? null }
    const result = await takeSnapshot(pool, registry.find(chain), async (snapshot) => {
      return execute({ ...asked, contextValue: snapshot })
    })
    const errors = result.errors?.map((error) => {
      const { originalError: cause } = error
      const { code, message } = cause === undefined ? { code: 'invalid-request', ...error } : toApiError(cause)
      if (code === 'internal') log.error({ err: cause, instance: context.var.requestId }, 'graphql')
      return { message: cause === undefined ? error.message : message, path: error.path, extensions: { code } }
    })
    const answer = JSON.stringify({ data: result.data ?? null, ...(errors ? { errors } : {}) })
    const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' }
    return new Response(answer, { headers })
  })
  only(path, 'POST, OPTIONS')
}

/** The body as JSON, read no further than it may be long: a length that was announced may be a lie. */
async function readJson(request: Request): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw new ApiError({ code: 'payload-too-large', headers: { Connection: 'close' } })
    chunks.push(chunk)
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch {
    const message = 'must be JSON in UTF-8'
    throw new ApiError({
      code: 'invalid-request',
      detail: `The body ${message}.`,
      fields: [{ in: 'body', field: '', message }],
    })
  }
}

function parseOperation(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens, noLocation: true })
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    refuseIf([error])
    throw error
  }
}

function refuseIf(errors: readonly GraphQLError[]): void {
  if (errors.length === 0) return
  const fields = errors
    .slice(0, 10)
    .map(({ message }) => ({ in: 'body', field: 'query', message: message.slice(0, 300) }))
  const detail = fields
    .map(({ message }) => message)
    .join(' ')
    .slice(0, 500)
  throw new ApiError({ code: 'invalid-request', detail, fields })
}
