import { createTriggerListing, type TriggerConfig } from '@bulwark/sdk'
import { deployPriceFeed, increaseTo, type PriceFeed, submitRound } from '@bulwark/testkit'
import { type Address, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day, gas, startWorld, type World } from '../../sdk/test/helpers/startWorld.ts'
import type { Keeper } from '../src/Keeper.ts'
import { settleDown, startKept } from './helpers/startKept.ts'

const hour = 3_600n
let world: World
let feed: PriceFeed
let keeper: Keeper
let pool: Address
let listing: bigint

const publish = async (answer: bigint) => submitRound(feed, { answer, updatedAt: Number((await world.now()) + hour) })
const readMetric = async (name: string, labels: Record<string, string> = {}) => {
  const metric = await keeper.metrics.registry.getSingleMetric(`bulwark_keeper_${name}`)?.get()
  const wanted = Object.entries(labels)
  return metric?.values.find((sample) => wanted.every(([key, value]) => sample.labels[key] === value))?.value
}

beforeAll(async () => {
  world = await startWorld()
  feed = await deployPriceFeed(world.chain, { description: 'USDC / USD' })
  await publish(100_000_000n)
  const config: TriggerConfig = {
    ...{ feed: feed.proxy, decimals: 8, direction: 'fall', lookback: 0n, heartbeat: day, sequencer: zeroAddress },
    ...{ sequencerGrace: 0n, strike: 95_000_000n, recovery: 98_000_000n, warning: 99_000_000n, par: 100_000_000n },
    ...{ persistence: 6n * hour, table: [] },
  }
  const { priceFeedTrigger } = world.addresses
  const terms = { ...world.terms, adjudicator: priceFeedTrigger, grace: 14n * day }
  const made = createTriggerListing(world.walletOf(world.actors.holders[9]), {
    ...{ priceFeedTrigger, terms, wording: 'Pays what the price fell.', config, gas },
  })
  ;({ pool, listing } = await world.openListed(made, priceFeedTrigger))
  await world.insure(pool, world.actors.holders[0], { listing, amount: 10_000_000_000n, duration: 60n * day })
  keeper = await startKept(world)
})
afterAll(() => world.stop())

describe('metrics', () => {
  test('default: how old each feed is, against how often it reports', async () => {
    await publish(100_000_000n)
    await settleDown(keeper)
    const labels = { listing: String(listing) }
    expect(await readMetric('feed_age_seconds', labels)).toBeLessThan(60)
    expect(await readMetric('feed_heartbeat_seconds', labels)).toBe(Number(day))
    await increaseTo(world.chain, Number((await world.now()) + 2n * day))
    await settleDown(keeper)
    expect(await readMetric('feed_age_seconds', labels)).toBeGreaterThanOrEqual(Number(2n * day))
  })

  test('behavior: an incident counts from its opening, and reorganised blocks are counted', async () => {
    expect(await readMetric('incidents', { status: 'open' })).toBe(0)
    expect(await readMetric('reorgs')).toBe(0)
    await publish(100_000_000n)
    await settleDown(keeper)
    const snapshot = await world.chain.test.snapshot()
    await publish(90_000_000n)
    await settleDown(keeper)
    expect(await readMetric('incidents', { status: 'open' })).toBe(1)

    await world.chain.test.revert({ id: snapshot })
    await world.chain.test.mine({ blocks: 20 })
    await keeper.tick()
    expect(await readMetric('incidents', { status: 'open' })).toBe(0)
    expect(await readMetric('reorgs')).toBe(1)
    expect(await readMetric('reorg_depth_blocks')).toBeGreaterThan(1)
  })
})
