import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from './helpers/startTestApi.ts'

type Answer = {
  data: Record<string, { data: never; next_cursor: string; asOf: { blockNumber: string } }>
  errors?: { message: string; extensions: { code: string } }[]
  code?: string
  detail?: string
}

let served: TestApi
beforeAll(async () => {
  served = await startTestApi({ rows: 100 })
})
afterAll(() => served.stop())

async function ask(query: unknown, variables?: Record<string, unknown>): Promise<{ status: number; body: Answer }> {
  const headers = { 'Content-Type': 'application/json' }
  const body = JSON.stringify({ query, ...(variables ? { variables } : {}) })
  const response = await fetch(`${served.url}/graphql`, { method: 'POST', headers, body })
  return { status: response.status, body: (await response.json()) as Answer }
}

test('default', async () => {
  const query = `query ($cover: ID!) {
    pools(limit: 2) { data { address premiumPaid { value decimals } } next_cursor asOf { blockNumber } }
    cover(cover: $cover) { data { id owner figures { unearned { value } refund { value } } } asOf { blockNumber } }
  }`
  const { status, body } = await ask(query, { cover: 7 })
  expect(body.detail).toBeUndefined()
  expect(status).toBe(200)
  expect(body.errors).toBeUndefined()
  expect(body.data.pools?.data).toHaveLength(2)
  expect(body.data.pools?.next_cursor).toEqual(expect.any(String))
  const rest = (await (await fetch(`${served.url}/v1/covers/7`)).json()) as { data: Record<string, unknown> }
  expect(rest.data).toMatchObject(body.data.cover?.data ?? {})
  expect(body.data.cover?.asOf).toEqual(body.data.pools?.asOf)
})

test('behavior: tells what it knows', async () => {
  const { body } = await ask('{ __schema { queryType { fields { name args { name type { name } } } } } }')
  const { queryType } = (body.data as unknown as { __schema: { queryType: { fields: { name: string }[] } } }).__schema
  const { fields } = queryType
  expect(fields.map(({ name }) => name)).toContain('incidentSettlements')
})

test('behavior: says which question failed, and answers the others', async () => {
  const { status, body } = await ask('{ pools { data { address } } incident(incident: 99999) { data { status } } }')
  expect(status).toBe(200)
  expect(body.data.pools?.data).toHaveLength(3)
  expect(body.errors?.[0]?.extensions.code).toBe('not-found')
  const bad = await ask('{ covers(limit: 5000) { data { id } } }')
  expect(bad.body.errors?.[0]?.extensions.code).toBe('invalid-request')
})

test('behavior: what asks too much is refused before anything is read', async () => {
  const aliases = Array.from({ length: 11 }, (_, index) => `p${index}: pools { data { address } }`).join(' ')
  const bomb = Array.from(
    { length: 30 },
    (_, index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`,
  )
  const introspection = `{ __schema { types ${'{ fields { type { ofType '.repeat(9)}{ name }${' } } }'.repeat(9)} } }`
  const operations = [
    ...[`{ ${aliases} }`, `{ ${'pools { data { address } } '.repeat(400)} }`, 'x'.repeat(20_000), '{ nothing }', '{'],
    ...[`{ ...f0 } ${bomb.join(' ')} fragment f30 on Query { ${aliases} }`, introspection],
    ...['{ ...a } fragment a on Query { ...a }', 'mutation { x }', 'subscription { pools { data { address } } }'],
  ]
  for (const operation of operations) {
    const { status, body } = await ask(operation)
    expect([status, body.code], operation.slice(0, 80)).toEqual([400, 'invalid-request'])
  }
})

test('behavior: what is no operation is refused', async () => {
  const post = (body: string, type = 'application/json') =>
    fetch(`${served.url}/graphql`, { method: 'POST', headers: { 'Content-Type': type }, body })
  for (const body of ['', '[]', 'null', '{"query":1}', '{"query":"{pools{data{address}}}","x":1}', '{"query":']) {
    expect((await post(body)).status, body).toBe(400)
  }
  expect((await post('{}', 'text/plain')).status).toBe(415)
  expect((await post(JSON.stringify({ query: 'x'.repeat(70_000) }))).status).toBe(413)
  expect((await fetch(`${served.url}/graphql?query={pools{data{address}}}`)).status).toBe(405)
})
