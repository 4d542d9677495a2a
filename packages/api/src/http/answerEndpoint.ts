import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { takeSnapshot } from '../database/takeSnapshot.ts'
import type { Asked, Endpoint } from '../endpoints/Endpoint.ts'
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
      if (endpoint.mediaType !== undefined) {
        const etag = `W/"${createHash('sha1').update(String(data)).digest('base64url')}"`
        return { ...{ head: id(snapshot.asOf), body: String(data), etag, asOf: JSON.stringify(snapshot.asOf) }, next }
      }
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
  if (answer.next) Object.assign(headers, { Link: nextLink(context.req.url, answer.next) })
  if (matches(context.req.header('If-None-Match'), answer.etag)) return new Response(null, { status: 304, headers })
  const type = endpoint.mediaType ?? 'application/json'
  return new Response(answer.body, { headers: { ...headers, 'Content-Type': `${type}; charset=utf-8` } })
}

/** Where a text goes on (RFC 8288); JSON says so itself. */
function nextLink(url: string, cursor: string): string {
  const next = new URL(url)
  next.searchParams.set('cursor', cursor)
  return `<${next.pathname}${next.search}>; rel="next"`
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
