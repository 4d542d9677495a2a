import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { ServedDeployment } from '../database/takeSnapshot.ts'
import { ApiError } from '../errors.ts'
import type { Env, Services } from '../http/Services.ts'
import { understood } from '../http/understood.ts'
import { problemResponses } from '../openapi/registerEndpoint.ts'
import { ChainParameter } from '../schemas/common.ts'
import { blockData, type EventFeed, type FeedStep, maxEventsAStep } from './EventFeed.ts'
import { formatPosition, type Position, parsePosition } from './position.ts'
import { readEvents } from './readEvents.ts'

/** The parameters of {@link addEvents}. */
export type AddEventsParameters = {
  services: Services
  feed: EventFeed
  only: (path: string, methods: string) => void
  /** Clients that may listen at once. @default 1000 */
  maxClients?: number
  /** Milliseconds between signs of life. @default 15000 */
  heartbeat?: number
}

/** Bytes that may wait for a client that reads too slowly; then it is cut off, and resumes where it was. */
const maxWaiting = 256 * 1024
const path = '/v1/events'
const encoder = new TextEncoder()

/**
 * Server-sent events: `block`, `incident`, `ruling`, `settlement`, `replaced` (blocks were), and `reset` (more happened
 * than is told: read again). Only a `block`, which ends a step, has an id: who resumes there misses nothing, and may be
 * told of a part twice.
 *
 * @example
 * addEvents(app, { services, feed, only })
 */
export function addEvents(
  app: OpenAPIHono<Env>,
  { services, feed, only, maxClients = 1000, heartbeat = 15_000 }: AddEventsParameters,
): void {
  const { registry, watcher, metrics, pool } = services
  app.openAPIRegistry.registerPath(
    createRoute({
      ...{ method: 'get', path, operationId: 'listenToEvents', tags: ['Events'] },
      summary: 'New blocks, incidents, rulings and settlements, as server-sent events',
      request: {
        query: z.object({ chain: ChainParameter }),
        headers: z.object({
          'Last-Event-ID': z.string().optional().openapi({ description: 'The id of the last event: goes on there.' }),
        }),
      },
      responses: {
        200: {
          description: 'Events until the client hangs up.',
          content: { 'text/event-stream': { schema: z.string() } },
        },
        ...problemResponses([
          'invalid-request',
          'unknown-chain',
          'too-many-requests',
          'internal',
          'not-ready',
          'too-busy',
        ]),
      },
    }),
  )
  let clients = 0
  app.get(path, async (context) => {
    context.set('route', path)
    const query = Object.fromEntries(new URL(context.req.url).searchParams)
    const { chain } = understood(z.strictObject({ chain: ChainParameter }).safeParse(query), 'query')
    await registry.refresh()
    const followed = chain === undefined ? undefined : registry.find(chain)
    const from = context.req.header('Last-Event-ID')
    const position = new Map(from ? parsePosition(from) : [])
    const headers = { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' }
    if (context.req.method === 'HEAD') return new Response(null, { headers })
    if (clients >= maxClients) throw new ApiError({ code: 'too-busy', headers: { 'Retry-After': '10' } })
    const wanted = (deployment: ServedDeployment): boolean =>
      followed === undefined || followed.schema === deployment.schema

    let end = (): void => {}
    const stream = new ReadableStream<Uint8Array>(
      {
        start(controller) {
          clients++
          metrics.listeners.set(clients)
          const waiting: FeedStep[] = []
          let resumed = false
          const send = (text: string): void => {
            if ((controller.desiredSize ?? 0) < 0) end()
            else controller.enqueue(encoder.encode(text))
          }
          const tell = (step: FeedStep): void => {
            if (!wanted(step.deployment)) return
            const { chainId } = step.deployment
            const known = position.get(chainId)
            // What was resumed has told of it already.
            if (step.replacedFrom === undefined && known && known.blockNumber >= step.head.blockNumber) return
            position.set(chainId, step.head)
            send(writeStep(step, position))
          }
          const onStep = (step: FeedStep): void => void (resumed ? tell(step) : waiting.push(step))
          const timer = setInterval(() => send(': still here\n\n'), heartbeat)
          feed.on('step', onStep)
          let ended = false
          end = () => {
            if (ended) return
            ended = true
            clients--
            metrics.listeners.set(clients)
            clearInterval(timer)
            feed.off('step', onStep)
            try {
              controller.close()
            } catch {
              // The client was faster.
            }
          }
          send('retry: 2000\n\n')
          const heads = registry.deployments.filter(wanted).map((deployment) => watcher.headOf(deployment))
          const steps = heads.map(async (head) => {
            if (head === undefined) return
            tell(await resume({ pool, head, position }))
          })
          Promise.all(steps)
            .then(() => {
              resumed = true
              for (const step of waiting) tell(step)
            })
            .catch((error) => {
              services.log.warn({ err: error }, 'a listener could not be resumed')
              end()
            })
        },
        cancel: () => end(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: maxWaiting }),
    )
    context.req.raw.signal.addEventListener('abort', () => end())
    return new Response(stream, { headers })
  })
  only(path, 'GET, HEAD, OPTIONS')
}

type ResumeParameters = { pool: Services['pool']; head: FeedStep['head']; position: Position }

/** What a client that comes, or comes back, is told first. */
async function resume({ pool, head, position }: ResumeParameters): Promise<FeedStep> {
  const { deployment, blockNumber } = head
  const known = position.get(deployment.chainId)
  if (known === undefined) return { deployment, replacedFrom: undefined, incomplete: false, events: [], head }
  const name = `"${deployment.schema.replace(/"/g, '""')}"`
  const { rows } = await pool.query(`SELECT hash FROM ${name}.blocks WHERE chain_id = $1 AND number = $2`, [
    ...[deployment.chainId, known.blockNumber.toString()],
  ])
  const replaced = known.blockHash !== null && rows[0]?.hash !== known.blockHash
  if (replaced) return { deployment, replacedFrom: known.blockNumber, incomplete: true, events: [], head }
  const events = await readEvents({
    query: (text, values) => pool.query(text, values as unknown[]),
    ...{ deployment, after: known.blockNumber, until: blockNumber, limit: maxEventsAStep },
  })
  const incomplete = events.length > maxEventsAStep
  return { deployment, replacedFrom: undefined, incomplete, events: events.slice(0, maxEventsAStep), head }
}

function writeStep({ replacedFrom, incomplete, events, head, deployment }: FeedStep, position: Position): string {
  const { chainId } = deployment
  const write = (type: string, data: unknown): string => `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`
  return [
    replacedFrom === undefined ? '' : write('replaced', { chainId, fromBlock: replacedFrom.toString() }),
    ...events.map((event) => write(event.type, event)),
    incomplete ? write('reset', { chainId }) : '',
    `id: ${formatPosition(position)}\n${write('block', blockData(head))}`,
  ].join('')
}
