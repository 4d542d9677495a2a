import { createTriggerListing, getIncident, getIncidentCount, getSettlement, type TriggerConfig } from '@bulwark/sdk'
import { deployPriceFeed, type PriceFeed, submitRound } from '@bulwark/testkit'
import { type Address, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day, gas, startWorld, type World, wad } from '../../sdk/test/helpers/startWorld.ts'
import type { Keeper } from '../src/Keeper.ts'
import { settleDown, startKept } from './helpers/startKept.ts'

const hour = 3_600n
let world: World
let feed: PriceFeed
let keeper: Keeper
let pool: Address
let listing: bigint

const publish = async (answer: bigint, after = hour) =>
  submitRound(feed, { answer, updatedAt: Number((await world.now()) + after) })

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
  keeper = await startKept(world)
})
afterAll(() => world.stop())

describe('a price feed', () => {
  test('default: only the keeper acts, from the fall to the payout', async () => {
    const { client, addresses, actors } = world
    const ids: bigint[] = []
    for (const holder of actors.holders.slice(0, 5)) {
      ids.push(await world.insure(pool, holder, { listing, amount: 10_000_000_000n, duration: 60n * day }))
    }
    await publish(99_500_000n)
    await settleDown(keeper)
    expect(await getIncidentCount(client, addresses)).toBe(0n)

    await publish(90_000_000n)
    await settleDown(keeper)
    expect(await getIncidentCount(client, addresses)).toBe(1n)
    expect((await getIncident(client, { ...addresses, incident: 1n })).status).toBe('open')

    for (let i = 0; i < 7; i++) {
      await publish(90_000_000n)
      await settleDown(keeper)
    }
    const incident = await getIncident(client, { ...addresses, incident: 1n })
    expect(incident).toMatchObject({ status: 'granted', ratio: wad / 10n })
    for (const id of ids) {
      const settled = await getSettlement(client, { ...addresses, incident: 1n, id })
      expect(settled.done).toBe(true)
    }
    expect(keeper.status).toMatchObject({ isHealthy: true, isReady: true, inFlight: 0 })
  })
})
