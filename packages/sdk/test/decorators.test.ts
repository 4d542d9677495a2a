import { afterAll, beforeAll, expect, test } from 'vitest'
import { BulwarkError, bulwarkPublicActions, bulwarkWalletActions, type Insured } from '../src/index.ts'
import { day, gas, startWorld, type World } from './helpers/startWorld.ts'

let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

test('default', async () => {
  const { pool, listing } = await world.openPool()
  const [holder] = world.actors.holders
  const addresses = { ...world.addresses, pool }
  const client = world.client.extend(bulwarkPublicActions(addresses))
  const wallet = world.walletOf(holder).extend(bulwarkWalletActions(addresses))
  const insured: Insured = { listing, amount: 1_000_000_000n, duration: 30n * day }
  const { total } = await client.quote(insured)
  await world.fund(holder, pool, total * 2n)
  const bounds = { owner: holder.address, maxPremium: total * 2n, deadline: 2n ** 32n }
  const { result } = await client.simulateBuy({ ...insured, ...bounds, account: holder })
  await world.mined(wallet.buy({ ...insured, ...bounds, gas }))
  expect(await client.getCoverOwner({ id: result.id })).toBe(holder.address)
  expect(await client.getListingCount()).toBe(listing)
  expect((await client.getCapital()).scr).toBe(1_000_000_000n)
})

test('behavior: a call may name another pool', async () => {
  const first = await world.openPool()
  const second = await world.newPool()
  const client = world.client.extend(bulwarkPublicActions({ pool: first.pool }))
  expect((await client.getCapital()).cash).toBe(1_000_000_000_000n)
  expect((await client.getCapital({ pool: second })).cash).toBe(0n)
})

test('error: BulwarkError', async () => {
  const client = world.client.extend(bulwarkPublicActions(world.addresses))
  await expect(client.getTerms({ listing: 77n })).rejects.toThrow(BulwarkError)
})
