import { createPublicClient, http } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRandom, noFaults, startAnvil, startFaultyNode, startFaultyPipe } from '../src/index.ts'

let anvil: Awaited<ReturnType<typeof startAnvil>>
beforeAll(async () => {
  anvil = await startAnvil({ timestamp: 1_700_000_000 })
  await anvil.chain.test.mine({ blocks: 10 })
})
afterAll(() => anvil.stop())

describe('createRandom', () => {
  test('behavior: a seed repeats itself, forks do not depend on what was drawn', () => {
    const [one, other] = [createRandom(5), createRandom(5)]
    expect(Array.from({ length: 20 }, () => one.next())).toEqual(Array.from({ length: 20 }, () => other.next()))
    expect(one.fork('a').next()).toBe(createRandom(5).fork('a').next())
    expect(one.fork('a').next()).not.toBe(one.fork('b').next())
    const dice = Array.from({ length: 600 }, () => one.between(1, 6))
    expect(new Set(dice)).toEqual(new Set([1, 2, 3, 4, 5, 6]))
    expect(one.chance(0)).toBe(false)
    expect(one.chance(1)).toBe(true)
  })
})

describe('startFaultyNode', () => {
  test('behavior: tells the truth until it is told not to', async () => {
    const node = await startFaultyNode({ target: anvil.url, random: createRandom(1) })
    const client = createPublicClient({ transport: http(node.url, { retryCount: 0 }), cacheTime: 0 })
    expect(await client.getBlockNumber()).toBe(11n)
    const faults = { drop: 'fetch failed', crash: 'HTTP request failed', limit: '429', refuse: 'internal error' }
    for (const [kind, message] of Object.entries(faults)) {
      node.misbehave({ ...noFaults, [kind]: 1 })
      await expect(client.getBlockNumber()).rejects.toThrow(kind === 'drop' ? /./ : new RegExp(message, 'i'))
    }
    node.misbehave({ ...noFaults, stale: 1 })
    expect(await client.getBlockNumber()).toBeLessThan(11n)
    expect(node.counts).toMatchObject({ drop: 1, crash: 1, limit: 1, refuse: 1, stale: 1, lie: 0 })
    node.misbehave(noFaults)
    expect(await client.getBlockNumber()).toBe(11n)
    await node.stop()
  })
})

describe('startFaultyPipe', () => {
  test('behavior: breaks what goes through it, and lets it through again', async () => {
    const pipe = await startFaultyPipe({ port: anvil.port })
    const client = createPublicClient({
      transport: http(`http://127.0.0.1:${pipe.port}`, { retryCount: 0 }),
      cacheTime: 0,
    })
    expect(await client.getBlockNumber()).toBe(11n)
    pipe.breakAll()
    expect(await client.getBlockNumber()).toBe(11n)
    pipe.setOpen(false)
    pipe.breakAll()
    await expect(client.getBlockNumber()).rejects.toThrow()
    pipe.setOpen(true)
    expect(await client.getBlockNumber()).toBe(11n)
    await pipe.stop()
  })
})
