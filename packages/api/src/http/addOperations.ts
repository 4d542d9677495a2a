import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Head } from '../database/HeadWatcher.ts'
import { toRow } from '../database/toRow.ts'
import { ApiError, type ProblemCode } from '../errors.ts'
import { documentOf } from '../openapi/documentOf.ts'
import { problemResponses } from '../openapi/registerEndpoint.ts'
import { AddressSchema, AsOfSchema, HashSchema, MomentSchema } from '../schemas/common.ts'
import { toAddress } from '../schemas/values/toAddress.ts'
import { toMoment } from '../schemas/values/toMoment.ts'
import type { Env, Services } from './Services.ts'
import { understood } from './understood.ts'

/** The parameters of {@link addOperations}. */
export type AddOperationsParameters = {
  services: Services
  /** Whose turn it is to say that a path knows no other method. */
  only: (path: string, methods: string) => void
  /** Seconds that the index may be behind before `/ready` says so. */
  maxLag: number | undefined
}

const tag = 'Operations'

const DeploymentSchema = z
  .object({
    ...{ name: z.string(), chainId: z.int(), genesisHash: HashSchema, startBlock: z.string() },
    contracts: z.array(z.object({ name: z.string(), address: AddressSchema, codeHash: HashSchema })),
    asOf: AsOfSchema.nullable(),
  })
  .openapi('Deployment')

const Source = z
  .object({
    ...{ listing: z.string(), kind: z.string(), adjudicator: z.string(), updated: MomentSchema.nullable() },
    age: z.int().nullable().openapi({ description: 'Seconds since the source was last looked at on chain.' }),
  })
  .openapi('SourceAge')

const Status = z
  .object({
    deployments: z.array(
      z.object({
        ...{ name: z.string(), chainId: z.int(), synced: z.boolean(), asOf: AsOfSchema.nullable() },
        finalizedBlock: z.string().nullable(),
        lag: z.int().nullable().openapi({ description: 'Seconds between the last block indexed and now.' }),
        heartbeat: z.int().nullable().openapi({ description: 'Milliseconds since the indexer gave a sign of life.' }),
        sources: z.array(Source),
      }),
    ),
  })
  .openapi('Status')

/**
 * The routes for those who run it: whether it lives, whether it is ready, how far it is, what it measured, and the
 * document.
 *
 * @example
 * addOperations(app, { services, only, maxLag: undefined })
 */
export function addOperations(app: OpenAPIHono<Env>, { services, only, maxLag }: AddOperationsParameters): void {
  const { metrics, watcher, registry } = services
  const describe = (name: string, path: string, summary: string, schema: z.ZodType, codes: readonly ProblemCode[]) =>
    app.openAPIRegistry.registerPath(
      createRoute({
        ...{ method: 'get' as const, path, operationId: name, tags: [tag], summary },
        responses: {
          200: { description: 'OK', content: { 'application/json': { schema } } },
          ...problemResponses(['invalid-request', ...codes]),
        },
      }),
    )
  const answer = (path: string, respond: () => Promise<Response> | Response): void => {
    app.get(path, (context) => {
      context.set('route', path)
      const query = Object.fromEntries(new URL(context.req.url).searchParams)
      understood(z.strictObject({}).safeParse(query), 'query')
      return respond()
    })
    only(path, 'GET, HEAD, OPTIONS')
  }
  const json = (body: unknown): Response => {
    const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' }
    return new Response(JSON.stringify(body), { headers })
  }

  describe('getHealth', '/health', 'Whether the process lives', z.object({ status: z.literal('ok') }), ['internal'])
  answer('/health', () => json({ status: 'ok' }))

  const ready: readonly ProblemCode[] = ['not-ready', 'database-unavailable']
  describe('getReadiness', '/ready', 'Whether everything is indexed', z.object({ status: z.literal('ready') }), ready)
  answer('/ready', async () => {
    const wait = { 'Retry-After': '2' }
    if (watcher.lookedAt !== undefined && performance.now() - watcher.lookedAt > 10_000) {
      throw new ApiError({ code: 'database-unavailable', headers: wait })
    }
    if (registry.deployments.length === 0) throw new ApiError({ code: 'not-ready', headers: wait })
    for (const deployment of registry.deployments) {
      const head = watcher.headOf(deployment)
      const detail = `Chain ${deployment.chainId} is not indexed up to its head.`
      if (!head?.synced) throw new ApiError({ code: 'not-ready', detail, headers: wait })
      const lag = Date.now() / 1000 - Number(head.timestamp)
      if (maxLag !== undefined && lag > maxLag) throw new ApiError({ code: 'not-ready', detail, headers: wait })
    }
    return json({ status: 'ready' })
  })

  const failures: readonly ProblemCode[] = ['too-many-requests', 'internal', 'database-unavailable']
  describe('getStatus', '/status', 'How far the index is, and how old the sources of triggers are', Status, failures)
  answer('/status', async () => {
    await registry.refresh()
    const now = Math.floor(Date.now() / 1000)
    const deployments = registry.deployments.map(async (deployment) => {
      const { name, chainId, schema } = deployment
      const head = watcher.headOf(deployment)
      const sources = head ? await readSources(services, schema, Number(head.timestamp)) : []
      return {
        ...{ name, chainId, synced: head?.synced ?? false, finalizedBlock: head?.finalizedBlock.toString() ?? null },
        asOf: asOfHead(head),
        lag: head === undefined ? null : Math.max(0, now - Number(head.timestamp)),
        ...{ heartbeat: head?.heartbeatAge ?? null, sources },
      }
    })
    return json({ deployments: await Promise.all(deployments) })
  })

  const all = z.object({ data: z.array(DeploymentSchema) })
  describe(
    'listDeployments',
    '/v1/deployments',
    'What is served here: chains, and the contracts on each',
    all,
    failures,
  )
  answer('/v1/deployments', async () => {
    await registry.refresh()
    const data = registry.deployments.map((deployment) => ({
      ...{ name: deployment.name, chainId: deployment.chainId, genesisHash: deployment.genesisHash },
      startBlock: deployment.manifest.startBlock,
      contracts: Object.entries(deployment.manifest.contracts).map(([name, { address, codeHash }]) => ({
        ...{ name, address: toAddress(address), codeHash },
      })),
      asOf: asOfHead(watcher.headOf(deployment)),
    }))
    return json({ data })
  })

  answer('/metrics', async () => {
    for (const deployment of registry.deployments) {
      const head = watcher.headOf(deployment)
      if (head === undefined) continue
      const chain = String(deployment.chainId)
      metrics.head.set({ chain }, Number(head.blockNumber))
      metrics.lag.set({ chain }, Math.max(0, Math.floor(Date.now() / 1000) - Number(head.timestamp)))
    }
    const headers = { 'Content-Type': metrics.registry.contentType, 'Cache-Control': 'no-store' }
    return new Response(await metrics.registry.metrics(), { headers })
  })

  let document: string | undefined
  answer('/v1/openapi.json', () => {
    document ??= JSON.stringify(documentOf(app))
    const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'public, max-age=300' }
    return new Response(document, { headers })
  })
}

function asOfHead(head: Head | undefined) {
  if (head === undefined) return null
  const { deployment, blockNumber, blockHash, timestamp, finalizedBlock } = head
  return {
    ...{ chainId: deployment.chainId, blockNumber: blockNumber.toString(), blockHash, timestamp: toMoment(timestamp) },
    finalized: blockNumber <= finalizedBlock,
  }
}

/** When each trigger's source was last looked at, by what the chain was shown of it. */
async function readSources({ pool }: Services, schema: string, now: number) {
  const name = `"${schema.replace(/"/g, '""')}"`
  const { rows } = await pool.query(
    `SELECT t.listing, t.kind, t.adjudicator, greatest(s.observed_at, s.phase_since,
       (SELECT max(greatest(w.read_at, w.first_time)) FROM ${name}.trigger_spans w
        WHERE w.chain_id = t.chain_id AND w.listing = t.listing)) AS updated
     FROM ${name}.triggers t LEFT JOIN ${name}.trigger_states s ON s.chain_id = t.chain_id AND s.listing = t.listing
     ORDER BY t.listing LIMIT 1000`,
  )
  return rows.map((columns) => {
    const { listing, kind, adjudicator, updated } = toRow<
      Record<'listing' | 'kind' | 'adjudicator', string> & {
        updated: string | null
      }
    >(columns)
    const seen = updated !== null && updated !== '0'
    return {
      ...{ listing, kind, adjudicator, updated: seen ? toMoment(updated) : null },
      age: seen ? Math.max(0, now - Number(updated)) : null,
    }
  })
}
