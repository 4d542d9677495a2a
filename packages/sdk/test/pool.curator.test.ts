import type { Hex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  FeeAboveCapError,
  getPoolBounds,
  NotExecutableError,
  OnlyCuratorError,
  prepareSetCuratorFee,
  quote,
  revoke,
  setAdjudicatorLimit,
  setBacking,
  setCurator,
  setCuratorFee,
  setGroupLimit,
  simulateSetBacking,
  simulateSetCurator,
  simulateSetCuratorFee,
  simulateSubmit,
  submit,
  UnknownClassError,
  UnknownListingError,
  ZeroAddressError,
} from '../src/index.ts'
import { day, gas, noLimit, startWorld, type World } from './helpers/startWorld.ts'

let world: World
let pool: Hex
let listing: bigint

beforeAll(async () => {
  world = await startWorld()
  const opened = await world.openPool()
  pool = opened.pool
  listing = opened.listing
})
afterAll(() => world.stop())

describe('submit', () => {
  test('default', async () => {
    const { client, mined } = world
    const curator = world.walletOf(world.actors.curator)
    const change = { pool, fee: 500 }
    const { data } = prepareSetCuratorFee(change)
    const account = world.actors.curator
    const unannounced = simulateSetCuratorFee(client, { ...change, account })
    await expect(unannounced).rejects.toThrow(NotExecutableError)
    await expect(unannounced).rejects.toThrow('Let the curator call `submit` with the same call first.')

    await mined(submit(curator, { pool, data, gas }))
    const early = simulateSetCuratorFee(client, { ...change, account })
    await expect(early).rejects.toThrow(NotExecutableError)
    await expect(early).rejects.toThrow(/can be made from 2023-.* UTC on\./)

    await world.wait(17n * day)
    await world.postRate(listing)
    await mined(setCuratorFee(curator, { ...change, gas }))
    const premium = await quote(client, { pool, listing, amount: 1_000_000_000n, duration: 30n * day })
    expect(premium.curatorFee).toBe((premium.net * 500n + 9_999n) / 10_000n)
  })

  test('behavior: a change can be revoked', async () => {
    const { mined } = world
    const curator = world.walletOf(world.actors.curator)
    const { data } = prepareSetCuratorFee({ pool, fee: 300 })
    await mined(submit(curator, { pool, data, gas }))
    await mined(revoke(curator, { pool, data, gas }))
    await expect(revoke(curator, { pool, data })).rejects.toThrow(NotExecutableError)
  })

  test('error: OnlyCuratorError', () =>
    expect(simulateSubmit(world.client, { pool, data: '0x', account: world.actors.attacker })).rejects.toMatchObject({
      constructor: OnlyCuratorError,
      args: { caller: world.actors.attacker.address },
    }))
})

describe('an empty pool', () => {
  let empty: Hex
  beforeAll(async () => {
    empty = await world.newPool()
  })

  test('default', async () => {
    const curator = world.walletOf(world.actors.curator)
    const adjudicator = world.trigger.address
    await world.mined(setBacking(curator, { pool: empty, listing, class: 1, group: 2n ** 40n, limit: noLimit, gas }))
    await world.mined(setGroupLimit(curator, { pool: empty, class: 1, group: 2n ** 40n, limit: noLimit, gas }))
    await world.mined(setAdjudicatorLimit(curator, { pool: empty, adjudicator, limit: noLimit, gas }))
    const next = world.actors.deployer
    await world.mined(setCurator(curator, { pool: empty, curator: next.address, gas }))
    await expect(setCuratorFee(curator, { pool: empty, fee: 1 })).rejects.toThrow(OnlyCuratorError)
    await world.mined(setCurator(world.walletOf(next), { pool: empty, curator: curator.account.address, gas }))
    expect(await getPoolBounds(world.client, { pool: empty })).toEqual({
      maxSteps: 8n,
      minShares: 1_000_000n,
      curatorMargin: 2n * day,
    })
  })

  test('error: FeeAboveCapError', () =>
    expect(
      simulateSetCuratorFee(world.client, { pool: empty, fee: 2_001, account: world.actors.curator }),
    ).rejects.toMatchObject({
      shortMessage: 'The fee of 20.01 % is above the cap of 20 %.',
      args: { fee: 2_001n, cap: 2_000n },
      constructor: FeeAboveCapError,
    }))

  test('error: UnknownClassError, UnknownListingError', async () => {
    const backing = { pool: empty, listing, class: 2, group: 1n, limit: 1n, account: world.actors.curator }
    await expect(simulateSetBacking(world.client, backing)).rejects.toThrow(UnknownClassError)
    const unknown = { ...backing, class: 0, listing: 999n }
    await expect(simulateSetBacking(world.client, unknown)).rejects.toThrow(UnknownListingError)
  })

  test('error: ZeroAddressError', () =>
    expect(
      simulateSetCurator(world.client, {
        ...{ pool: empty, curator: `0x${'0'.repeat(40)}`, account: world.actors.curator },
      }),
    ).rejects.toThrow(ZeroAddressError))
})
