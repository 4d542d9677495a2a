import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { takeSnapshot } from '../database/takeSnapshot.ts'
import type { Asked, Endpoint } from '../endpoints/Endpoint.ts'
import { ApiError } from '../errors.ts'
import type { CachedAnswer } from './AnswerCache.ts'
import type { Env, Services } from './Services.ts'

/** The parameters of {@link answerEndpoint}. */
export type AnswerEndpointParameters = {
  services: Services
  endpoint: Endpoint
  chain: string | undefined
  asked: Asked
}

/**
 * Answers a question: from what is kept of the present block, or from one snapshot of the tables. The tag is that of
 * the data alone, so that a client that has it already is told so although blocks went by.
 *
 * @throws {ApiError} if the question cannot be answered.
 * @example
 * return answerEndpoint(context, { services, endpoint, chain: undefined, asked: { params: {}, query: {} } })
 */
export async function answerEndpoint(
  context: Context<Env>,
  { services, endpoint, chain, asked }: AnswerEndpointParameters,
): Promise<Response> {
  const { pool, registry, watcher, cache, metrics } = services
  await registry.refresh()
  const deployment = registry.find(chain)
  const key = JSON.stringify([deployment.schema, endpoint.name, asked.params, sorted(asked.query)])
  const head = watcher.headOf(deployment)
  const id = (block: { blockNumber: string | bigint; blockHash: string | null }) =>
    `${deployment.schema}/${block.blockNumber}/${block.blockHash}`
  let outcome = 'kept'
  const answer = await cache.get(key, head ? id(head) : 'unknown', async (): Promise<CachedAnswer> => {
    outcome = 'read'
    return takeSnapshot(pool, deployment, async (snapshot) => {
      const { data, next } = await endpoint.read(snapshot, asked)
      const text = JSON.stringify(data)
      const page = endpoint.list ? `,"next_cursor":${JSON.stringify(next ?? null)}` : ''
      const asOf = JSON.stringify(snapshot.asOf)
      const etag = `W/"${createHash('sha1').update(text).update(page).digest('base64url')}"`
      return { head: id(snapshot.asOf), body: `{"data":${text}${page},"asOf":${asOf}}`, etag, asOf }
    })
  })
  metrics.cached.inc({ outcome })
  const headers = {
    ...{ ETag: answer.etag, 'Cache-Control': 'public, no-cache', 'Bulwark-As-Of': answer.asOf },
  }
  if (matches(context.req.header('If-None-Match'), answer.etag)) return new Response(null, { status: 304, headers })
  return new Response(answer.body, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } })
}

/** Whether one of the tags that a client has is this one; weak ones compare by what they quote. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  const plain = (tag: string): string => tag.trim().replace(/^W\//, '')
  return header.split(',').some((tag) => tag.trim() === '*' || plain(tag) === plain(etag))
}

function sorted(query: Asked['query']): [string, unknown][] {
  return Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/**
 * What a question asks for, as its schemas understand it.
 *
 * @throws {ApiError} `invalid-request` with each field that does not fit.
 */
export function understood<value>(
  parsed: { success: true; data: value } | { success: false; error: { issues: readonly Issue[] } },
  place: string,
): value {
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.slice(0, 20).flatMap((issue) => {
    const names = issue.keys ?? [issue.path.join('.')]
    return names.slice(0, 20).map((field) => ({
      ...{ in: place, field: String(field).slice(0, 100) },
      message: issue.keys ? 'is not known here' : issue.message,
    }))
  })
  const named = fields.map(({ field, message }) => `${field} ${message}`).join('; ')
  throw new ApiError({ code: 'invalid-request', detail: `${place}: ${named}`.slice(0, 500), fields })
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string; readonly keys?: readonly string[] }
