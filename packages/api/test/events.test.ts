import { get } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lastBlock, moveHead } from './helpers/fillTables.ts'
import { startTestApi, type TestApi } from './helpers/startTestApi.ts'

type Heard = { id?: string; event: string; data: Record<string, unknown>; at: number }
let served: TestApi
let number = lastBlock.number
beforeAll(async () => {
  served = await startTestApi({ rows: 20 })
})
afterAll(() => served.stop())

/** Listens until it is told to hang up. */
function listen(headers: Record<string, string> = {}, path = '/v1/events') {
  const heard: Heard[] = []
  let [rest, status] = ['', 0]
  const request = get(served.url + path, { headers }, (response) => {
    status = response.statusCode ?? 0
    response.setEncoding('utf8')
    response.on('data', (chunk: string) => {
      rest += chunk
      const parts = rest.split('\n\n')
      rest = parts.pop() ?? ''
      for (const part of parts) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1]
        const [event, data, id] = [field('event'), field('data'), field('id')]
        if (event && data) heard.push({ event, data: JSON.parse(data), at: performance.now(), ...(id ? { id } : {}) })
      }
    })
  })
  request.on('error', () => {})
  const of = (event: string) => heard.filter((one) => one.event === event)
  const until = async (condition: () => boolean): Promise<void> => {
    for (let attempt = 0; attempt < 100 && !condition(); attempt++) await setTimeout(30)
  }
  return { heard, of, until, status: () => status, hangUp: () => request.destroy() }
}

async function addBlock(kind?: string, hash = `0x${(++number).toString(16).padStart(64, '0')}`): Promise<void> {
  const { client, schema } = served
  if (kind) {
    await client.query(
      `INSERT INTO rulings (chain_id, block_number, log_index, timestamp, transaction_hash, incident, kind)
       VALUES (31337, $1, 1, $2, $3, 2, $4)`,
      [number.toString(), lastBlock.timestamp.toString(), hash, kind],
    )
  }
  await moveHead(client, { schema, number, timestamp: lastBlock.timestamp, hash })
}

const listeners = async (): Promise<string | undefined> => {
  return /bulwark_api_listeners (\d+)/.exec(await (await fetch(`${served.url}/metrics`)).text())?.[1]
}

test('default', async () => {
  const all = Array.from({ length: 20 }, () => listen())
  const [one] = all
  await one?.until(() => one.of('block').length === 1)
  await setTimeout(200)
  const begun = performance.now()
  await addBlock('opened')
  await addBlock('granted')
  for (const each of all) await each.until(() => each.of('ruling').length === 1)
  for (const { of } of all) {
    expect(of('incident')).toMatchObject([
      { data: { type: 'incident', blockNumber: '1000001', data: { incident: '2' } } },
    ])
    expect(of('ruling')).toMatchObject([{ data: { data: { kind: 'granted' } } }])
    expect((of('ruling')[0]?.at ?? 0) - begun).toBeLessThan(2000)
  }
  expect(await listeners()).toBe('20')
  for (const { hangUp } of all) hangUp()
  for (let attempt = 0; attempt < 50 && (await listeners()) !== '0'; attempt++) await setTimeout(50)
  expect(await listeners()).toBe('0')
})

test('behavior: goes on where the last event was', async () => {
  const first = listen()
  await first.until(() => first.of('block').length === 1)
  const id = first.of('block').at(-1)?.id ?? ''
  first.hangUp()
  await addBlock('granted')
  await addBlock()
  await addBlock('closed')
  await setTimeout(300)
  const second = listen({ 'Last-Event-ID': id })
  await second.until(() => second.of('block').length === 1)
  expect(second.of('ruling').map(({ data }) => (data.data as { kind: string }).kind)).toEqual(['granted', 'closed'])
  expect(second.of('block')).toMatchObject([{ data: { blockNumber: number.toString() } }])
  await addBlock('denied')
  await second.until(() => second.of('ruling').length === 3)
  expect(second.of('ruling')).toHaveLength(3)
  second.hangUp()
})

test('behavior: says which blocks were replaced, while listening and when coming back', async () => {
  const one = listen()
  await one.until(() => one.of('block').length === 1)
  await addBlock()
  await one.until(() => one.of('block').length === 2)
  const id = one.of('block').at(-1)?.id ?? ''
  await addBlock(undefined, `0x${'dd'.repeat(32)}`)
  await one.until(() => one.of('replaced').length === 1)
  expect(one.of('replaced')).toMatchObject([{ data: { chainId: 31337, fromBlock: number.toString() } }])
  one.hangUp()
  const back = listen({ 'Last-Event-ID': id })
  await back.until(() => back.of('block').length === 1)
  expect(back.of('replaced')).toHaveLength(1)
  expect(back.of('reset')).toHaveLength(1)
  back.hangUp()
})

test('behavior: who asks nonsense is refused, and HEAD leaves nobody listening', async () => {
  for (const id of ['x', '1-2', `1-${'9'.repeat(30)}-`, '31337-1-0xzz']) {
    const one = listen({ 'Last-Event-ID': id })
    await one.until(() => one.status() > 0)
    expect(one.status(), id).toBe(400)
  }
  expect((await fetch(`${served.url}/v1/events?chain=5`)).status).toBe(404)
  expect((await fetch(`${served.url}/v1/events`, { method: 'HEAD' })).status).toBe(200)
  expect(await listeners()).toBe('0')
})
