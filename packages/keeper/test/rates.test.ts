import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRate } from '@bulwark/sdk'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day, startWorld, type World, wad } from '../../sdk/test/helpers/startWorld.ts'
import { settleDown, startKept } from './helpers/startKept.ts'

let world: World
let folder: string

beforeAll(async () => {
  world = await startWorld()
  folder = await mkdtemp(join(tmpdir(), 'bulwark-rates-'))
})
afterAll(async () => {
  await world.stop()
  await rm(folder, { recursive: true })
})

describe('a rates file', () => {
  test('default: is followed as fast as the steps allow, until it is valid no more', async () => {
    const { client, addresses, actors } = world
    const listing = await world.newListing()
    const ratesPath = join(folder, 'rates.json')
    const write = async (rate: bigint, validUntil = 2_000_000_000) => {
      const hash = `0x${'11'.repeat(32)}`
      const entry = { listing: listing.toString(), rate: rate.toString(), dataHash: hash, modelHash: hash, validUntil }
      await writeFile(ratesPath, JSON.stringify({ version: 1, rates: [entry] }))
    }
    const rateOf = async () => (await getRate(client, { ...addresses, listing })).rate
    await write((wad * 5n) / 100n)
    const keeper = await startKept(world, { account: actors.ratePoster, ratesPath })

    // 2 % may double in its time: 5 % takes more than one post.
    expect(await rateOf()).toBe(wad / 50n)
    const seen = [await rateOf()]
    for (let i = 0; i < 60 && (seen.at(-1) ?? 0n) < wad / 20n; i++) {
      await world.wait(day)
      await settleDown(keeper)
      const rate = await rateOf()
      if (rate !== seen.at(-1)) seen.push(rate)
    }
    expect(seen.length).toBeGreaterThan(2)
    expect(seen.at(-1)).toBe(wad / 20n)
    const metrics = await keeper.metrics.registry.metrics()
    expect(metrics).not.toContain('state="reverted"')

    // Half written: the last good one stands, and nothing stops.
    await writeFile(ratesPath, '{"version":1,"rates":[')
    await world.wait(day)
    await settleDown(keeper)
    expect(await rateOf()).toBe(wad / 20n)
    expect(keeper.status.isHealthy).toBe(true)

    await write(wad / 10n, Number(await world.now()))
    await world.wait(day)
    await settleDown(keeper)
    expect(await rateOf()).toBe(wad / 20n)
  })
})
