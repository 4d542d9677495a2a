import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import type { Random } from './createRandom.ts'
import { type FaultPlan, noFaults } from './FaultPlan.ts'

/** The parameters of {@link startFaultyNode}. */
export type StartFaultyNodeParameters = {
  /** The node that answers in truth. */
  target: string
  random: Random
  plan?: FaultPlan
}

/** What a faulty node did so far, by kind. */
export type FaultCounts = Record<Exclude<keyof FaultPlan, 'slowest'>, number>

/** A node between a service and the chain that can be made to misbehave. */
export type FaultyNode = {
  readonly url: string
  readonly counts: FaultCounts
  /** Changes how it behaves from now on. */
  misbehave(plan: FaultPlan): void
  stop(): Promise<void>
}

type Request = { id?: unknown; method?: string; params?: unknown[] }
type Response = { result?: unknown; error?: unknown }

/**
 * Starts a JSON-RPC node that hands requests on to another and gets answers wrong as often as it is told to: it breaks
 * connections, refuses, limits, is slow, is behind, or leaves out what happened. The same seed misbehaves the same way
 * as long as requests come in the same order.
 *
 * @example
 * const node = await startFaultyNode({ target: anvil.url, random: createRandom(7) })
 * node.misbehave({ ...noFaults, drop: 0.1 })
 */
export async function startFaultyNode({
  target,
  random,
  plan = noFaults,
}: StartFaultyNodeParameters): Promise<FaultyNode> {
  let current = plan
  const counts: FaultCounts = { drop: 0, crash: 0, limit: 0, refuse: 0, slow: 0, stale: 0, lie: 0 }
  const happens = (kind: keyof FaultCounts) => {
    const does = random.chance(current[kind])
    if (does) counts[kind]++
    return does
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request)
    if (happens('slow')) await setTimeout(random.between(0, current.slowest))
    if (happens('drop')) return void request.socket.destroy()
    if (happens('crash')) return void response.writeHead(random.pick([500, 502, 503])).end('upstream failed')
    if (happens('limit')) return void response.writeHead(429, { 'retry-after': '1' }).end('too many requests')
    const sent = await fetch(target, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    const text = await sent.text()
    const asked = JSON.parse(body.toString()) as Request | Request[]
    const told = JSON.parse(text) as Response | Response[]
    const answered = Array.isArray(asked)
      ? asked.map((one, index) => distort(one, (told as Response[])[index] ?? {}))
      : distort(asked, told as Response)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answered))
  }

  /** What is told of an answer. Transactions are handed on in truth: a lie about them is a lie of the receipt. */
  function distort({ method, params }: Request, told: Response): Response {
    if (happens('refuse')) return { ...told, result: undefined, error: { code: -32_000, message: 'internal error' } }
    if (method === 'eth_blockNumber' && happens('stale')) {
      const behind = BigInt(told.result as string) - BigInt(random.between(1, 3))
      return { ...told, result: `0x${(behind < 0n ? 0n : behind).toString(16)}` }
    }
    if (method === 'eth_getLogs' && Array.isArray(told.result) && told.result.length > 0 && happens('lie')) {
      return { ...told, result: told.result.slice(0, random.between(0, told.result.length - 1)) }
    }
    if (method === 'eth_getTransactionReceipt' && params !== undefined && happens('lie'))
      return { ...told, result: null }
    return told
  }

  const server = createServer((request, response) => {
    // The real node is gone, or restarts: whoever asked sees that.
    answer(request, response).catch(() => request.socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    misbehave: (next) => {
      current = next
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
