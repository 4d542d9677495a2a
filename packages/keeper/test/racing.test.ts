import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getIncident, getIncidentCount, incidentsAbi } from '@bulwark/sdk'
import { chainTime } from '@bulwark/testkit'
import { type Address, parseEther } from 'viem'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { day, startWorld, type World } from '../../sdk/test/helpers/startWorld.ts'
import { sellCovers } from '../bench/sellCovers.ts'
import { settleDown, startKept } from './helpers/startKept.ts'

let world: World
let pool: Address
let listing: bigint
const amount = 100_000_000n

beforeEach(async () => {
  world = await startWorld()
  pool = await world.newPool()
  listing = await world.newListing()
  await world.back(pool, listing, listing)
  await world.underwrite(pool, world.actors.underwriters[0], 10n ** 13n)
})
afterEach(() => world.stop())

const settledEvents = () =>
  world.client.getContractEvents({
    ...({ address: world.addresses.incidents, abi: incidentsAbi, eventName: 'CoverSettled', fromBlock: 0n } as const),
  })

describe('several keepers', () => {
  test('default: nobody is paid twice, and little gas is lost', async () => {
    const { actors } = world
    await sellCovers(world, { pool, listings: [listing], count: 300, amount, duration: 30n * day })
    const incident = await world.lose(pool, listing, 10n ** 17n)
    // Small batches and blocks of a second: the others' transactions are seen late.
    const accounts = [actors.keeper, actors.reporters[0], actors.reporters[1]]
    const keepers = await Promise.all(
      accounts.map((account, seed) => startKept(world, { account, seed: seed * 977, batchGas: 2_000_000 })),
    )
    await world.chain.test.setAutomine(false)
    await world.chain.test.setIntervalMining({ interval: 1 })
    for (let round = 0; round < 40; round++) {
      await Promise.all(keepers.map((keeper) => keeper.tick()))
      if ((await settledEvents()).length === 300) break
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
    const events = await settledEvents()
    expect(events).toHaveLength(300)
    expect(new Set(events.map(({ args }) => args.id)).size).toBe(300)
    expect((await getIncident(world.client, { ...world.addresses, incident })).status).toBe('granted')

    let [useful, wasted] = [0n, 0n]
    const latest = await world.client.getBlockNumber()
    for (let number = latest; number > latest - 60n && number > 0n; number--) {
      const block = await world.client.getBlock({ blockNumber: number, includeTransactions: true })
      for (const { from, hash } of block.transactions) {
        if (!accounts.some(({ address }) => address.toLowerCase() === from)) continue
        const { status, gasUsed } = await world.client.getTransactionReceipt({ hash })
        if (status === 'success') useful += gasUsed
        else wasted += gasUsed
      }
    }
    // A batch that was paid in the meantime is refused before it costs what a payment does.
    expect(wasted).toBeLessThan(useful / 2n)
  })
})

describe('a keeper that is killed', () => {
  test('default: another run goes on where it was, what it left pending included', async () => {
    await sellCovers(world, { pool, listings: [listing], count: 60, amount, duration: 30n * day })
    await world.lose(pool, listing, 10n ** 17n)
    const first = await startKept(world, { batchGas: 2_000_000 })
    await settleUntilStepped(first)
    await world.chain.test.setAutomine(false)
    await first.tick()
    expect(first.status.inFlight).toBeGreaterThan(1)

    // Nothing of the first one is left but what the node has.
    const second = await startKept(world, { batchGas: 2_000_000 })
    await second.tick()
    await world.chain.test.mine({ blocks: 1 })
    await world.chain.test.setAutomine(true)
    await settleDown(second)
    const events = await settledEvents()
    expect(events).toHaveLength(60)
    expect(new Set(events.map(({ args }) => args.id)).size).toBe(60)
  })
})

describe('a dry run', () => {
  test('default: sends nothing', async () => {
    await sellCovers(world, { pool, listings: [listing], count: 3, amount, duration: 30n * day })
    await world.lose(pool, listing)
    const keeper = await startKept(world, { dryRun: true })
    await keeper.tick()
    expect(keeper.status.planned.urgent).toBeGreaterThan(0)
    expect(await world.client.getTransactionCount({ address: world.actors.keeper.address, blockTag: 'pending' })).toBe(
      await world.client.getTransactionCount({ address: world.actors.keeper.address }),
    )
    expect(keeper.status.inFlight).toBe(0)
    expect(await settledEvents()).toHaveLength(0)
  })
})

describe('a spent budget', () => {
  test('default: nothing is sent, and it is said', async () => {
    await sellCovers(world, { pool, listings: [listing], count: 3, amount, duration: 30n * day })
    await world.lose(pool, listing)
    const keeper = await startKept(world, { dailyBudget: 1n })
    await keeper.tick()
    expect(keeper.status).toMatchObject({ isHealthy: true, isReady: false, budget: { isExhausted: true } })
    expect(await keeper.metrics.registry.metrics()).toContain('bulwark_keeper_budget_exhausted 1')
    expect(await settledEvents()).toHaveLength(0)
  })

  test('behavior: what an earlier run spent counts for a day', async () => {
    await sellCovers(world, { pool, listings: [listing], count: 3, amount, duration: 30n * day })
    await world.lose(pool, listing)
    const folder = await mkdtemp(join(tmpdir(), 'bulwark-keeper-'))
    const budgetPath = join(folder, 'budget.json')
    const spent = [{ time: String(await world.now()), wei: parseEther('0.09').toString() }]
    await writeFile(budgetPath, JSON.stringify(spent))
    const keeper = await startKept(world, { dailyBudget: parseEther('0.09'), budgetPath })
    for (let i = 0; i < 3; i++) await keeper.tick()
    expect(keeper.status.budget.isExhausted).toBe(true)
    expect(await settledEvents()).toHaveLength(0)
    await world.wait(day + 3_600n)
    await settleDown(keeper)
    expect(await settledEvents()).toHaveLength(3)
    expect(JSON.parse(await readFile(budgetPath, 'utf8')).length).toBeGreaterThan(1)
    await rm(folder, { recursive: true })
  })
})

describe('gas that is too dear', () => {
  test('default: waits, and is paid when blocks are cheap again', async () => {
    await sellCovers(world, { pool, listings: [listing], count: 3, amount, duration: 30n * day })
    await world.lose(pool, listing)
    const keeper = await startKept(world)
    await world.chain.test.setNextBlockBaseFeePerGas({ baseFeePerGas: 200_000_000_000n })
    await world.chain.test.mine({ blocks: 1 })
    await keeper.tick()
    expect(keeper.status.inFlight).toBe(0)
    await world.chain.test.setNextBlockBaseFeePerGas({ baseFeePerGas: 1_000_000_000n })
    await world.chain.test.mine({ blocks: 1 })
    await settleDown(keeper)
    expect(await settledEvents()).toHaveLength(3)
  })
})

describe('a reorganisation', () => {
  test('default: what was taken back is settled again', async () => {
    await sellCovers(world, { pool, listings: [listing], count: 5, amount, duration: 30n * day })
    await world.lose(pool, listing)
    const keeper = await startKept(world)
    const snapshot = await world.chain.test.snapshot()
    await settleDown(keeper)
    expect(await settledEvents()).toHaveLength(5)
    await world.chain.test.revert({ id: snapshot })
    await world.chain.test.mine({ blocks: 9 })
    expect(await settledEvents()).toHaveLength(0)
    await settleDown(keeper)
    await settleDown(keeper)
    expect(await settledEvents()).toHaveLength(5)
    expect(await getIncidentCount(world.client, world.addresses)).toBe(1n)
    expect(await chainTime(world.chain)).toBeGreaterThan(0)
  })
})

/** The pool takes the journal in; then the batches go out. */
async function settleUntilStepped(keeper: Awaited<ReturnType<typeof startKept>>): Promise<void> {
  await keeper.tick()
  await new Promise((resolve) => setTimeout(resolve, 100))
}
