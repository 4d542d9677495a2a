import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ConfigurationError, parseConfiguration, startApi } from '../src/index.ts'
import { bodyOf } from './helpers/bodyOf.ts'
import { lastBlock, moveHead } from './helpers/fillTables.ts'
import { startTestApi, type TestApi } from './helpers/startTestApi.ts'

let served: TestApi
beforeAll(async () => {
  served = await startTestApi({ rows: 50 })
})
afterAll(() => served.stop())

/** What the server says to bytes that no HTTP client would send. */
async function raw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(served.url)
  const socket = connect(Number(port), hostname)
  socket.write(bytes)
  let said = ''
  for await (const chunk of socket) said += chunk
  return said
}

test('default', async () => {
  const response = await fetch(`${served.url}/v1/pools`)
  const { data, next_cursor, asOf } = await bodyOf(response)
  expect(response.status).toBe(200)
  expect(data).toHaveLength(3)
  expect(data[0]?.premiumPaid).toEqual({ value: expect.stringMatching(/^\d+$/), decimals: 6 })
  expect(next_cursor).toBeNull()
  expect(asOf).toEqual({
    ...{ chainId: 31337, blockNumber: lastBlock.number.toString(), blockHash: lastBlock.hash, finalized: false },
    timestamp: { unix: 1_700_000_000, iso: '2023-11-14T22:13:20Z' },
  })
  expect(JSON.parse(response.headers.get('Bulwark-As-Of') ?? '')).toEqual(asOf)
})

test('behavior: answers move with the block, and keep their tag while the data stays', async () => {
  const before = await fetch(`${served.url}/v1/pools`)
  const number = lastBlock.number + 1n
  await moveHead(served.client, {
    schema: served.schema,
    number,
    timestamp: 1_700_000_001n,
    hash: `0x${'cd'.repeat(32)}`,
  })
  await setTimeout(300)
  const after = await fetch(`${served.url}/v1/pools`)
  expect((await bodyOf(after)).asOf.blockNumber).toBe(number.toString())
  expect(after.headers.get('ETag')).toBe(before.headers.get('ETag'))
  await moveHead(served.client, { schema: served.schema, ...lastBlock })
})

test('behavior: every answer carries what keeps browsers safe, refusals too', async () => {
  for (const path of ['/v1/pools', '/v1/pools?nonsense=1', '/nowhere', '/health', '/metrics', '/v1/openapi.json']) {
    const { headers } = await fetch(served.url + path, { headers: { Origin: 'https://app.example' } })
    expect(headers.get('X-Content-Type-Options'), path).toBe('nosniff')
    expect(headers.get('Content-Security-Policy'), path).toContain("default-src 'none'")
    expect(headers.get('Strict-Transport-Security'), path).toContain('max-age')
    expect(headers.get('Access-Control-Allow-Origin'), path).toBe('*')
    expect(headers.get('Access-Control-Allow-Credentials'), path).toBeNull()
    expect(headers.get('X-Powered-By'), path).toBeNull()
  }
})

test('behavior: only the origins that are named may read, where some are', async () => {
  const { databaseUrl } = served
  const api = await startApi({ databaseUrl, origins: ['https://app.example'] })
  const ask = async (origin: string): Promise<string | null> => {
    const { headers } = await fetch(`${api.url}/health`, { headers: { Origin: origin } })
    expect(headers.get('Vary')).toContain('Origin')
    return headers.get('Access-Control-Allow-Origin')
  }
  expect(await ask('https://app.example')).toBe('https://app.example')
  for (const origin of ['https://app.example.evil.com', 'https://evil.com', 'null', 'HTTPS://APP.EXAMPLE']) {
    expect(await ask(origin)).toBeNull()
  }
  const asks = { Origin: 'https://app.example', 'Access-Control-Request-Method': 'GET' }
  const preflight = await fetch(`${api.url}/v1/pools`, { method: 'OPTIONS', headers: asks })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('Access-Control-Allow-Methods')).toContain('GET')
  await api.stop()
})

test('behavior: other methods are refused, with those that are known', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const response = await fetch(`${served.url}/v1/pools`, { method })
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
    expect((await bodyOf(response)).code).toBe('method-not-allowed')
  }
  const head = await fetch(`${served.url}/v1/pools`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('behavior: a client that asks too much is refused until its budget fills', async () => {
  const api = await startApi({ databaseUrl: served.databaseUrl, rate: { limit: 5, window: 5 } })
  const answers: Response[] = []
  for (let count = 0; count < 6; count++) answers.push(await fetch(`${api.url}/v1/openapi.json`))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429])
  const refused = answers[5]
  expect((await bodyOf(refused)).code).toBe('too-many-requests')
  expect(refused?.headers.get('Retry-After')).toBe('1')
  expect(refused?.headers.get('RateLimit-Limit')).toBe('5')
  expect(refused?.headers.get('RateLimit-Remaining')).toBe('0')
  expect(answers[0]?.headers.get('RateLimit-Remaining')).toBe('4')
  // What a client writes into the header of proxies does not make it another client.
  const forged = { headers: { 'X-Forwarded-For': '203.0.113.9' } }
  expect((await fetch(`${api.url}/v1/openapi.json`, forged)).status).toBe(429)
  expect((await fetch(`${api.url}/health`)).status).toBe(200)
  await setTimeout(1100)
  expect((await fetch(`${api.url}/v1/openapi.json`)).status).toBe(200)
  await api.stop()
})

test('behavior: what is no HTTP, or too large, is answered and cut off', async () => {
  expect(await raw('nonsense\r\n\r\n')).toContain('"code":"invalid-request"')
  expect(await raw(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`)).toContain('headers-too-large')
  const body = 'x'.repeat(100_000)
  const large = await fetch(`${served.url}/v1/pools`, { method: 'POST', body })
  expect((await bodyOf(large)).code).toBe('payload-too-large')
})

test('behavior: health, readiness, status and metrics say how it is', async () => {
  const read = async (path: string) => (await fetch(served.url + path)).text()
  expect(JSON.parse(await read('/health'))).toEqual({ status: 'ok' })
  expect(JSON.parse(await read('/ready'))).toEqual({ status: 'ready' })
  const { deployments } = JSON.parse(await read('/status'))
  expect(deployments[0]).toMatchObject({ name: 'local', chainId: 31337, synced: true })
  expect(deployments[0].sources.length).toBeGreaterThan(0)
  const metrics = await read('/metrics')
  expect(metrics).toContain('bulwark_api_head_block{chain="31337"} 1000000')
  expect(metrics).toMatch(/bulwark_api_requests_total\{route="\/v1\/pools",method="GET",status="200"\} \d+/)
})

test('behavior: not ready before the index is, and while it is rebuilt; ready again without a restart', async () => {
  await served.client.query(`UPDATE _ponder_meta SET value = jsonb_set(value, '{is_ready}', '0')`)
  await setTimeout(300)
  expect((await fetch(`${served.url}/ready`)).status).toBe(503)
  await served.client.query(`UPDATE _ponder_meta SET value = jsonb_set(value, '{is_ready}', '1')`)
  await served.client.query(`ALTER SCHEMA "${served.schema}" RENAME TO away`)
  await setTimeout(300)
  for (const path of ['/ready', '/v1/pools', '/v1/incidents/1']) {
    const response = await fetch(served.url + path)
    expect([response.status, (await bodyOf(response)).code]).toEqual([503, 'not-ready'])
    expect(response.headers.get('Retry-After')).not.toBeNull()
  }
  await served.client.query(`ALTER SCHEMA away RENAME TO "${served.schema}"`)
  await setTimeout(300)
  expect((await fetch(`${served.url}/ready`)).status).toBe(200)
  expect((await fetch(`${served.url}/v1/pools`)).status).toBe(200)
})

test('behavior: connections that the database drops are made again', async () => {
  await served.client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'bulwark-api'`,
  )
  const statuses = new Set<number>()
  for (let count = 0; count < 10; count++) {
    statuses.add((await fetch(`${served.url}/v1/pools?limit=${count + 1}`)).status)
    await setTimeout(20)
  }
  expect((await fetch(`${served.url}/v1/covers`)).status).toBe(200)
  expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([])
})

test('behavior: the connections cannot write', async () => {
  const { rows } = await served.client.query(`SELECT count(*)::int AS n FROM pools`)
  expect(rows[0].n).toBe(3)
  await expect(fetch(`${served.url}/v1/pools/0x${'1'.repeat(40)}'; DROP TABLE pools; --`)).resolves.toMatchObject({
    status: 400,
  })
})

test('error: ConfigurationError', async () => {
  const { databaseUrl } = served
  const port = Number(new URL(served.url).port)
  await expect(startApi({ databaseUrl, port })).rejects.toBeInstanceOf(ConfigurationError)
  expect(() => parseConfiguration({})).toThrow(ConfigurationError)
  const fits = { DATABASE_URL: 'postgres://localhost/x' }
  expect(parseConfiguration(fits)).toMatchObject({ port: 42069, rate: { limit: 600, window: 60 }, origins: ['*'] })
  for (const bad of [{ BULWARK_API_PORT: '70000' }, { BULWARK_API_RATE: '5' }, { DATABASE_URL: 'mysql://x' }]) {
    expect(() => parseConfiguration({ ...fits, ...bad })).toThrow(ConfigurationError)
  }
})
