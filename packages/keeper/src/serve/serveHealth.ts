import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConfigError } from '../errors.ts'
import type { KeeperStatus } from '../Keeper.ts'
import type { KeeperMetrics } from './KeeperMetrics.ts'

/** The parameters of {@link serveHealth}. */
export type ServeHealthParameters = {
  host: string
  port: number
  metrics: KeeperMetrics
  status: () => KeeperStatus
}

/** A server of health and metrics. */
export type HealthServer = { readonly port: number; close(): Promise<void> }

/**
 * Serves `/health` (200 while ticks go well), `/ready` (200 once one did, and there is money to act with), `/status`
 * and `/metrics`.
 *
 * @throws {ConfigError} if something listens there already.
 * @example
 * const server = await serveHealth({ host: '127.0.0.1', port: 9464, metrics, status })
 */
export async function serveHealth({ host, port, metrics, status }: ServeHealthParameters): Promise<HealthServer> {
  const server = createServer(async (request, response) => {
    const answer = (code: number, type: string, text: string): void => {
      response.writeHead(code, { 'content-type': type, 'cache-control': 'no-store' }).end(text)
    }
    const json = (code: number, value: unknown): void => answer(code, 'application/json', toJson(value))
    const { pathname } = new URL(request.url ?? '/', 'http://keeper')
    if (request.method !== 'GET' && request.method !== 'HEAD') json(405, { error: 'only GET' })
    else if (pathname === '/metrics') answer(200, metrics.registry.contentType, await metrics.registry.metrics())
    else if (pathname === '/health') json(status().isHealthy ? 200 : 503, { isHealthy: status().isHealthy })
    else if (pathname === '/ready') json(status().isReady ? 200 : 503, { isReady: status().isReady })
    else if (pathname === '/status') json(200, status())
    else json(404, { error: 'there are /health, /ready, /status and /metrics' })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new ConfigError({ where: `listen ${host}:${port}`, reason: 'it cannot be listened to', cause }))
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
