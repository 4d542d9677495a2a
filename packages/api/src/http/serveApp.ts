import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { ApiError, type ProblemCode } from '../errors.ts'
import type { Env } from './Services.ts'
import { toProblem } from './toProblem.ts'

/** The parameters of {@link serveApp}. */
export type ServeAppParameters = { app: OpenAPIHono<Env>; host: string; port: number }

/** A server that listens. */
export type ServedApp = { readonly url: string; readonly server: Server; stop(): Promise<void> }

/** What Node's parser finds wrong with a request that never becomes one. */
const refusals: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
}

/**
 * Listens, with limits on size and time below which no request ends: headers within ten seconds, the whole within
 * thirty. What is no HTTP is answered too.
 *
 * @example
 * const { url, stop } = await serveApp({ app, host: '127.0.0.1', port: 0 })
 */
export async function serveApp({ app, host, port }: ServeAppParameters): Promise<ServedApp> {
  const listener = getRequestListener(app.fetch as never, { overrideGlobalObjects: false })
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: 16_384, keepAliveTimeout: 65_000 },
    (request, response) => void listener(request, response),
  )
  server.maxConnections = 10_000
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    void refuse(socket as Socket, refusals[error.code ?? ''] ?? 'invalid-request')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  const { port: actual } = server.address() as AddressInfo
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return {
    url: `http://${name.includes(':') ? `[${name}]` : name}:${actual}`,
    server,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        // Whoever still listens or reads is cut off after a moment.
        setTimeout(() => server.closeAllConnections(), 1000).unref()
      }),
  }
}

async function refuse(socket: Socket, code: ProblemCode): Promise<void> {
  const answer = toProblem(new ApiError({ code }), { instance: 'unread' })
  const body = await answer.text()
  socket.end(
    `HTTP/1.1 ${answer.status} Refused\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}
