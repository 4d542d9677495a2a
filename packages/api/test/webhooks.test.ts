import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ConfigurationError, parseWebhooks, startApi, verifyWebhook } from '../src/index.ts'
import { isPublicAddress } from '../src/webhooks/isPublicAddress.ts'
import { postWebhook } from '../src/webhooks/postWebhook.ts'
import { signWebhook } from '../src/webhooks/signWebhook.ts'
import { lastBlock, moveHead } from './helpers/fillTables.ts'
import { startTestApi, type TestApi } from './helpers/startTestApi.ts'

const secret = 'a secret of thirty-two characters'
type Received = { headers: Record<string, string>; body: string; path: string }
let served: TestApi
let receiver: Server
let url: string
let answer: (path: string) => number
const received: Received[] = []

beforeAll(async () => {
  served = await startTestApi({ rows: 20 })
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const path = request.url ?? ''
      received.push({ headers: request.headers as Record<string, string>, body, path })
      response.writeHead(answer(path), { Location: '/elsewhere' }).end()
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', () => resolve()))
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`
})
afterAll(async () => {
  receiver.close()
  await served.stop()
})

/** Adds a block with a ruling and two payments of one transaction. */
async function addBlock(number: bigint, hash = `0x${number.toString(16).padStart(64, '0')}`): Promise<void> {
  const { client, schema } = served
  const at = [31337, number.toString(), lastBlock.timestamp.toString(), hash]
  await client.query(
    `INSERT INTO rulings (chain_id, block_number, log_index, timestamp, transaction_hash, incident, kind, ratio, share)
     VALUES ($1, $2, 1, $3, $4, 1, 'granted', 5, 4)`,
    at,
  )
  for (const index of [2, 3]) {
    await client.query(
      `INSERT INTO settlements (chain_id, block_number, log_index, position, timestamp, transaction_hash, incident, cover,
         pool, "to", payout, kind)
       VALUES ($1, $2, ${index}, 0, $3, $4, 1, ${index}, '0x0000000000000000000000000000000000000001', $4, 100, 'cover')`,
      at,
    )
  }
  await moveHead(client, { schema, number, timestamp: lastBlock.timestamp, hash })
}

async function until(condition: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 200 && !condition(); attempt++) await setTimeout(50)
}

function start(hook: Record<string, unknown>, options: Record<string, unknown> = {}) {
  const hooks = parseWebhooks(
    JSON.stringify({ webhooks: [{ name: 'first', url: `${url}/first`, secrets: [secret], ...hook }] }),
  )
  return startApi({
    ...{ databaseUrl: served.databaseUrl, interval: 50 },
    webhooks: { hooks, allowPrivate: true, backoff: () => 0.1, interval: 50, ...options },
  })
}

test('default', async () => {
  received.length = 0
  answer = () => 200
  const apis = await Promise.all([start({}), start({})])
  await setTimeout(600)
  expect(received).toEqual([])
  await addBlock(lastBlock.number + 1n)
  await until(() => received.length >= 2)
  await setTimeout(500)
  const bodies = received.map(({ body }) => JSON.parse(body))
  expect(bodies.map(({ event }) => event.type).sort()).toEqual(['ruling', 'settlement'])
  expect(bodies.find(({ event }) => event.type === 'settlement').event).toMatchObject({
    ...{
      chainId: 31337,
      blockNumber: '1000001',
      data: { incident: '1', covers: 2, payout: { value: '200', decimals: 6 } },
    },
  })
  const [first] = received
  const header = first?.headers['bulwark-signature'] ?? ''
  expect(first?.headers['bulwark-delivery']).toBe(JSON.parse(first?.body ?? '{}').id)
  expect(verifyWebhook({ body: first?.body ?? '', header, secret, now: Date.now() / 1000 })).toBe(true)
  await Promise.all(apis.map((api) => api.stop()))
})

test('behavior: sends again what was not taken, under the same id, and gives it up in the end', async () => {
  received.length = 0
  answer = () => (received.length < 3 ? 500 : 200)
  const api = await start({ name: 'patient', events: ['ruling'] })
  await setTimeout(600)
  await addBlock(lastBlock.number + 2n)
  await until(() => received.length >= 3)
  expect(new Set(received.map(({ headers }) => headers['bulwark-delivery'])).size).toBe(1)
  await api.stop()

  received.length = 0
  answer = () => 302
  const short = await start({ name: 'gone', events: ['ruling'] }, { attempts: 2 })
  await setTimeout(600)
  await addBlock(lastBlock.number + 3n)
  await until(() => received.length >= 2)
  await setTimeout(700)
  expect(received.map(({ path }) => path)).toEqual(['/first', '/first'])
  const { rows } = await served.client.query(`SELECT * FROM bulwark_webhooks.deliveries WHERE state = 'dead'`)
  expect(rows).toMatchObject([{ webhook: 'gone', attempts: 2, failure: 'it answered 302' }])
  expect(await (await fetch(`${short.url}/metrics`)).text()).toContain('bulwark_api_webhook_queue{state="dead"} 1')
  await short.stop()
})

test('behavior: what happened while nobody ran is told afterwards; replaced blocks are told again', async () => {
  received.length = 0
  answer = () => 200
  const before = await start({ name: 'back', events: ['ruling'] })
  await setTimeout(600)
  await before.stop()
  await addBlock(lastBlock.number + 4n)
  const after = await start({ name: 'back', events: ['ruling'] })
  await until(() => received.length >= 1)
  expect(received).toHaveLength(1)
  // The block is replaced by another one with the same ruling.
  const hash = `0x${'ee'.repeat(32)}`
  await moveHead(served.client, {
    schema: served.schema,
    number: lastBlock.number + 4n,
    timestamp: lastBlock.timestamp,
    hash,
  })
  await until(() => received.length >= 2)
  await setTimeout(300)
  const events = received.map(({ body }) => JSON.parse(body).event)
  expect(events.filter(({ blockNumber }) => blockNumber === '1000004').map(({ blockHash }) => blockHash)).toContain(
    hash,
  )
  await after.stop()
})

test('behavior: a signature holds for its body, its secret and its time alone', () => {
  const [body, timestamp] = ['{"id":"1"}', 1_700_000_000]
  const header = signWebhook({ body, secrets: ['another secret, thirty-two letters', secret], timestamp })
  const valid = { body, header, secret, now: timestamp + 299 }
  expect(verifyWebhook(valid)).toBe(true)
  expect(verifyWebhook({ ...valid, now: timestamp + 301 })).toBe(false)
  expect(verifyWebhook({ ...valid, now: timestamp - 301 })).toBe(false)
  expect(verifyWebhook({ ...valid, body: '{"id":"2"}' })).toBe(false)
  expect(verifyWebhook({ ...valid, secret: 'a secret of thirty-two characterS' })).toBe(false)
  expect(verifyWebhook({ ...valid, header: header.replace('t=1700000000', 't=1700000200') })).toBe(false)
  for (const header of ['', 't=,v1=', 't=1e9,v1=00', `v1=${'0'.repeat(64)}`]) {
    expect(verifyWebhook({ ...valid, header })).toBe(false)
  }
})

test('behavior: nothing but public addresses is told', async () => {
  const closed = [
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1'],
    ...['::1', '::', 'fe80::1', 'fd00::1', '::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '2002:7f00:1::', '64:ff9b::7f00:1'],
  ]
  for (const address of closed) expect(isPublicAddress(address), address).toBe(false)
  for (const address of ['1.1.1.1', '93.184.216.34', '2606:4700::1111']) expect(isPublicAddress(address)).toBe(true)
  received.length = 0
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '0x7f000001', '2130706433', '017700000001', '127.1']) {
    const port = new URL(url).port
    const target = { body: '{}', headers: {}, allowPrivate: false }
    expect((await postWebhook({ ...target, url: `https://${host}:${port}/` })).delivered, host).toBe(false)
  }
  const plain = { url: 'http://1.1.1.1/', body: '{}', headers: {}, allowPrivate: false }
  expect(await postWebhook(plain)).toEqual({ delivered: false, reason: 'the URL is not https' })
  expect(await postWebhook({ ...plain, url: 'https://user:pass@example.com/' })).toMatchObject({ delivered: false })
  expect(received).toEqual([])
})

test('error: ConfigurationError', () => {
  const fits = { name: 'first', url: 'https://example.com/hook', secrets: [secret] }
  expect(parseWebhooks(JSON.stringify({ webhooks: [fits] }))).toMatchObject([{ when: 'latest' }])
  const bad = [
    ...[{ secrets: ['short'] }, { url: 'ftp://example.com' }, { name: 'No' }, { events: ['all'] }, { unknown: 1 }],
    ...[{ pools: ['0x'] }, { secrets: [] }],
  ]
  for (const change of bad) {
    expect(() => parseWebhooks(JSON.stringify({ webhooks: [{ ...fits, ...change }] }))).toThrow(ConfigurationError)
  }
  expect(() => parseWebhooks('{')).toThrow(ConfigurationError)
  expect(() => parseWebhooks(JSON.stringify({ webhooks: [fits, fits] }))).toThrow('Two webhooks')
})
