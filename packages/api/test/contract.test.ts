import { readFile } from 'node:fs/promises'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endpoints } from '../src/endpoints/index.ts'
import { createDocument } from '../src/openapi/createDocument.ts'
import { examplePath } from './helpers/exampleOf.ts'
import { startTestApi, type TestApi } from './helpers/startTestApi.ts'

type Content = Record<string, { schema: object }>
type Operation = {
  operationId: string
  parameters?: { name: string; in: string; required?: boolean }[]
  responses: Record<string, { content?: Content }>
}
type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: object } }

const document = JSON.parse(JSON.stringify(createDocument())) as Document
let served: TestApi
const ajv = new Ajv2020({ strict: false, validateFormats: false })
ajv.addSchema({ $id: 'document', ...document })

beforeAll(async () => {
  served = await startTestApi({ rows: 300 })
})
afterAll(() => served.stop())

/** Holds an answer to what the document says of its path: status, type and body. */
async function hold(template: string, url: string, init?: RequestInit): Promise<{ status: number; body: never }> {
  const response = await fetch(`${served.url}${url}`, init)
  const text = await response.text()
  const said = document.paths[template]?.get?.responses[response.status]
  expect(said, `${url} answered ${response.status}, which is not documented: ${text.slice(0, 300)}`).toBeDefined()
  if (response.status === 304) return { status: 304, body: undefined as never }
  const type = (response.headers.get('Content-Type') ?? '').split(';')[0] ?? ''
  const schema = said?.content?.[type]?.schema
  expect(schema, `${url} answered with ${type}`).toBeDefined()
  const body = type.endsWith('json') ? JSON.parse(text) : text
  const place = `#/paths/${template.replace(/\//g, '~1')}/get/responses/${response.status}/content/${type.replace(/\//g, '~1')}/schema`
  const fits = ajv.validate({ $ref: `document${encodeURI(place)}` }, body)
  expect(fits, `${url}: ${ajv.errorsText()} in ${text.slice(0, 600)}`).toBe(true)
  return { status: response.status, body: body as never }
}

test('behavior: the document is valid OpenAPI 3.1, and the committed one is of these routes', async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)))
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
  const committed = await readFile(new URL('../openapi.json', import.meta.url), 'utf8')
  expect(JSON.parse(committed)).toEqual(document)
  expect(await (await fetch(`${served.url}/v1/openapi.json`)).json()).toEqual(document)
})

/** A path with one more parameter. */
const adding = (url: string, query: string): string => `${url}${url.includes('?') ? '&' : '?'}${query}`

test('default', async () => {
  for (const { path, list } of endpoints) {
    const { status, body } = await hold(path, examplePath(path))
    expect(status, path).toBe(200)
    const { data } = body as { data: unknown }
    if (list && !path.endsWith('/proofs')) expect(data, path).not.toHaveLength(0)
  }
})

test('behavior: what is served here, and how it is, are as documented', async () => {
  for (const path of ['/v1/deployments', '/status', '/health', '/ready']) {
    expect((await hold(path, path)).status, path).toBe(200)
    expect((await hold(path, `${path}?nonsense=1`)).status, path).toBe(400)
  }
})

test('behavior: what is not there is said so on every route that names something', async () => {
  const nothing = { pool: `0x${'9'.repeat(40)}`, assessor: `0x${'9'.repeat(40)}`, other: '999999999999' }
  for (const { path, params } of endpoints) {
    if (Object.keys(params).length === 0 || 'account' in params) continue
    const url = examplePath(
      path.replace(/\{(\w+)\}/g, (_, name: string) => nothing[name as keyof typeof nothing] ?? nothing.other),
    )
    expect((await hold(path, url)).status, url).toBe(404)
  }
})

test('behavior: every documented refusal of a question happens as documented', async () => {
  for (const { path, list } of endpoints) {
    const url = examplePath(path)
    expect((await hold(path, adding(url, 'nonsense=1'))).status, url).toBe(400)
    expect((await hold(path, adding(url, 'chain=1'))).status, url).toBe(404)
    expect((await hold(path, adding(url, 'chain=x'))).status, url).toBe(400)
    expect((await hold(path, adding(url, `chain=${'1'.repeat(3000)}`))).status, url).toBe(414)
    if (!list) continue
    for (const bad of ['limit=0', 'limit=201', 'limit=1e1', 'limit=1&limit=2', 'cursor=%00', 'cursor=e30']) {
      expect((await hold(path, `${url}?${bad}`)).status, `${url}?${bad}`).toBe(400)
    }
  }
})

test('behavior: pages follow each other by cursor, without gap and without repetition', async () => {
  for (const { path, list } of endpoints) {
    if (!list) continue
    const url = examplePath(path)
    const whole = (await hold(path, `${url}?limit=200`)).body as { data: unknown[] }
    const pages: unknown[] = []
    let cursor: string | null = null
    for (let page = 0; page < 4; page++) {
      const next: string = cursor === null ? '' : `&cursor=${cursor}`
      const { body } = await hold(path, `${url}?limit=3${next}`)
      const { data, next_cursor } = body as { data: unknown[]; next_cursor: string | null }
      pages.push(...data)
      cursor = next_cursor
      if (cursor === null) break
    }
    expect(pages, path).toEqual(whole.data.slice(0, pages.length))
    expect(pages.length, path).toBe(Math.min(12, whole.data.length))
  }
})

test('behavior: a tag that the client has is answered with 304, on every route', async () => {
  for (const { path } of endpoints) {
    const url = examplePath(path)
    const { headers } = await fetch(served.url + url)
    const etag = headers.get('ETag') ?? ''
    expect((await hold(path, url, { headers: { 'If-None-Match': etag } })).status, path).toBe(304)
    expect((await hold(path, url, { headers: { 'If-None-Match': '"other"' } })).status, path).toBe(200)
  }
})

test('behavior: every filter of every list is taken', async () => {
  const values: Readonly<Record<string, string>> = {
    ...{ from: '1', until: '1800000000', fromBlock: '1', untilBlock: '9', endsBefore: '1', endsAfter: '1' },
    ...{ openedAfter: '1', keyed: 'true', settled: 'false', member: 'true', kind: 'word', contract: 'accessManager' },
    ...{ listing: '2', incident: '2', cover: '2', risk: `0x${'1'.repeat(64)}`, at: '1700000001' },
    ...{ limit: '5', chain: '31337' },
  }
  for (const { path, query } of endpoints) {
    for (const [name, schema] of Object.entries(query)) {
      if (name === 'cursor' || path.endsWith('/quote')) continue
      const words = [values[name], `0x${'1'.repeat(40)}`, ...optionsOf(schema)].filter((word) => word !== undefined)
      const fitting = words.find((word) => schema.safeParse(word).success)
      expect(fitting, `${path}?${name}`).toBeDefined()
      const { status } = await hold(path, `${examplePath(path)}?${name}=${fitting}`)
      expect([200, 404], `${path}?${name}=${fitting}`).toContain(status)
    }
  }
})

function optionsOf(schema: unknown): string[] {
  const inner = (schema as { unwrap?: () => { options?: string[] } }).unwrap?.()
  return inner?.options ?? []
}
