import { createRandom, type FaultyNode, noFaults, startFaultyNode } from '@bulwark/testkit'
import { createClient, http } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWorld, type World } from '../../sdk/test/helpers/startWorld.ts'
import { ChainFollower } from '../src/chain/ChainFollower.ts'
import { sourcesOf } from '../src/chain/events.ts'
import { deploymentOfWorld } from './helpers/startKept.ts'

let world: World
let node: FaultyNode

beforeAll(async () => {
  world = await startWorld()
  node = await startFaultyNode({ target: world.chain.url, random: createRandom(5) })
  await world.openPool()
})
afterAll(async () => {
  await node.stop()
  await world.stop()
})

describe('ChainFollower', () => {
  test('behavior: events that a node left out are found when it is asked again', async () => {
    const sources = sourcesOf(await deploymentOfWorld(world))
    const honest = new ChainFollower({ startBlock: 1n, sources })
    await honest.follow(world.client)
    const follower = new ChainFollower({ startBlock: 1n, sources })
    const client = createClient({ transport: http(node.url, { retryCount: 0 }) })
    node.misbehave({ ...noFaults, lie: 1 })
    await follower.follow(client)
    expect(follower.index).not.toEqual(honest.index)
    node.misbehave(noFaults)
    for (let look = 0; look < 40; look++) await follower.follow(client)
    expect(follower.index).toEqual(honest.index)
    expect(follower.reorganisations).toBeGreaterThan(0)
  })

  test('behavior: a second reading that leaves out events does not replace the first one', async () => {
    const sources = sourcesOf(await deploymentOfWorld(world))
    const follower = new ChainFollower({ startBlock: 1n, sources })
    const client = createClient({ transport: http(node.url, { retryCount: 0 }) })
    await follower.follow(client)
    const before = structuredClone(follower.index)
    node.misbehave({ ...noFaults, lie: 1 })
    for (let look = 0; look < 40; look++) await follower.follow(client)
    node.misbehave(noFaults)
    expect(follower.index).toEqual(before)
    expect(follower.reorganisations).toBe(0)
  })
})
