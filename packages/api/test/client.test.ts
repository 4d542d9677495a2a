import { ApiProblemError, ApiUnreachableError, createApiClient } from '@bulwark/sdk/api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi } from '../src/index.ts'
import { startTestApi, type TestApi } from './helpers/startTestApi.ts'

let served: TestApi
beforeAll(async () => {
  served = await startTestApi({ rows: 450 })
})
afterAll(() => served.stop())

test('default', async () => {
  const api = createApiClient({ url: served.url })
  const { data: pools, asOf } = await api.ask('listPools')
  expect(pools).toHaveLength(3)
  expect(asOf.chainId).toBe(31337)
  const { data } = await api.ask('getPool', { pool: pools[0]?.address ?? '' })
  expect(data.classes.length).toBeGreaterThan(0)
})

test('behavior: walks through all pages of a list', async () => {
  const api = createApiClient({ url: `${served.url}/` })
  const ids = new Set<string>()
  for await (const { id } of api.all('listCovers', { limit: 100 })) ids.add(id)
  expect(ids.size).toBe(450)
})

test('behavior: waits where the API asks it to', async () => {
  const slow = await startApi({ databaseUrl: served.databaseUrl, rate: { limit: 2, window: 2 } })
  const api = createApiClient({ url: slow.url })
  for (let count = 0; count < 4; count++) expect((await api.ask('listFamilies')).data).toBeDefined()
  await slow.stop()
})

test('error: ApiProblemError', async () => {
  const api = createApiClient({ url: served.url, retries: 0 })
  const asked = api.ask('getCover', { cover: '99999999' })
  await expect(asked).rejects.toBeInstanceOf(ApiProblemError)
  await expect(asked).rejects.toMatchObject({ problem: { code: 'not-found', status: 404 } })
  await expect(api.ask('listCovers', { limit: 1000 })).rejects.toMatchObject({ problem: { code: 'invalid-request' } })
  await expect(api.ask('getPool', { pool: '../../etc/passwd?x=1#y' })).rejects.toBeInstanceOf(ApiProblemError)
})

test('error: ApiUnreachableError', async () => {
  const nobody = createApiClient({ url: 'http://127.0.0.1:1' })
  await expect(nobody.ask('listPools')).rejects.toBeInstanceOf(ApiUnreachableError)
  const strange = createApiClient({ url: served.url, fetch: async () => new Response('<html>') })
  await expect(strange.ask('listPools')).rejects.toBeInstanceOf(ApiUnreachableError)
})
