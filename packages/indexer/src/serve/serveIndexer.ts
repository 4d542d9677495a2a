import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { FatalError } from '@bulwark/service'
import type { Indexer } from '../startIndexer.ts'
import { createIndexerMetrics } from './createIndexerMetrics.ts'

/** The parameters of {@link serveIndexer}. */
export type ServeIndexerParameters = {
  indexer: Pick<Indexer, 'schema' | 'state' | 'starts' | 'progress'>
  host: string
  /** 0 is a free one. */
  port: number
}

/** A server of health and metrics. */
export type IndexerServer = { readonly port: number; close(): Promise<void> }

/**
 * Serves `/health` (200 unless the indexer has given up), `/ready` (200 once the tables have caught up), `/status` and
 * `/metrics`.
 *
 * @throws {FatalError} if something listens there already.
 * @example
 * const server = await serveIndexer({ indexer, host: '127.0.0.1', port: 9465 })
 */
export async function serveIndexer({ indexer, host, port }: ServeIndexerParameters): Promise<IndexerServer> {
  const registry = createIndexerMetrics(indexer)
  const server = createServer(async (request, response) => {
    const answer = (code: number, type: string, text: string): void => {
      response.writeHead(code, { 'content-type': type, 'cache-control': 'no-store' }).end(text)
    }
    const json = (code: number, value: unknown): void => answer(code, 'application/json', toJson(value))
    const progress = () => indexer.progress().catch(() => undefined)
    const { pathname } = new URL(request.url ?? '/', 'http://indexer')
    const { state, starts, schema } = indexer
    const isHealthy = state !== 'failed' && state !== 'stopped'
    if (request.method !== 'GET' && request.method !== 'HEAD') json(405, { error: 'only GET' })
    else if (pathname === '/metrics') answer(200, registry.contentType, await registry.metrics())
    else if (pathname === '/health') json(isHealthy ? 200 : 503, { isHealthy })
    else if (pathname === '/ready') {
      const isReady = isHealthy && ((await progress())?.ready ?? false)
      json(isReady ? 200 : 503, { isReady })
    } else if (pathname === '/status') json(200, { schema, state, starts, progress: (await progress()) ?? null })
    else json(404, { error: 'there are /health, /ready, /status and /metrics' })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      const advice = 'Choose another port, or end what listens there.'
      reject(new FatalError(`The indexer cannot listen on ${host}:${port}.`, { cause, advice }))
    })
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function toJson(value: unknown): string {
  return JSON.stringify(value, (_, field) => (typeof field === 'bigint' ? field.toString() : field))
}
