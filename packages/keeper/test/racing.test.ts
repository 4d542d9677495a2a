import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getIncident, getIncidentCount, incidentsAbi } from '@bulwark/sdk'
import { createLogger } from '@bulwark/service'
import { chainTime, startAnvil } from '@bulwark/testkit'
import { type Address, parseEther } from 'viem'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { day, startWorld, type World } from '../../sdk/test/helpers/startWorld.ts'
import { sellCovers } from '../bench/sellCovers.ts'
import { Budget } from '../src/execute/Budget.ts'
import { Executor } from '../src/execute/Executor.ts'
import { Sender } from '../src/execute/Sender.ts'
import { gasLimitOfJob, simulateCall } from '../src/execute/simulateCall.ts'
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

describe('what others may write', () => {
  test('default: pools of other assets than those named are left alone', async () => {
    await sellCovers(world, { pool, listings: [listing], count: 3, amount, duration: 30n * day })
    await world.lose(pool, listing)
    const keeper = await startKept(world, { assets: [world.addresses.covers] })
    await keeper.tick()
    expect(keeper.status.planned).toMatchObject({ urgent: 0, soon: 0 })
    const serving = await startKept(world, { assets: [world.usd.address] })
    await settleDown(serving)
    expect(await settledEvents()).toHaveLength(3)
  })

  test('behavior: a token that burns gas is not paid for', async () => {
    // Writes a hundred slots.
    const burner = '0x00000000000000000000000000000000000000bb'
    await world.chain.test.setCode({ address: burner, bytecode: '0x60645b808055600190038060025700' })
    const from = world.actors.keeper.address
    const call = { to: burner, data: '0x', value: 0n } as const
    const simulated = await simulateCall(world.client, { call, from })
    expect('gas' in simulated && simulated.gas > (gasLimitOfJob.collect ?? 0n)).toBe(true)
    const log = createLogger({ service: 'keeper', level: 'silent' })
    const policy = { maxFeePerGas: parseEther('0.0000001'), priorityFee: 1n }
    const now = () => 0
    const sender = new Sender({ account: world.actors.keeper, chainId: 31_337, policy, log, stuckAfter: 1_000, now })
    const executed: string[] = []
    const executor = new Executor({
      ...{ keeper: from, sender, policy, budget: new Budget(10n ** 20n), log, maxInFlight: 4, batchGas: 1_000_000n },
      ...{ dryRun: false, seed: 1, onExecuted: (_, result) => executed.push(result) },
    })
    const { number, hash, timestamp: time, baseFeePerGas, gasLimit } = await world.client.getBlock()
    const head = { number, hash, time, baseFee: baseFeePerGas ?? 0n, gasLimit }
    const action = { job: 'collect', urgency: 'idle', delayCost: 0n, task: { kind: 'call', call } } as const
    await executor.execute(world.client, [{ id: 'a', ...action }], head)
    await executor.execute(world.client, [{ id: 'a', ...action }], head)
    expect(executed).toEqual(['tooDear', 'waiting'])
    expect(sender.inFlight).toHaveLength(0)
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
  test('error: WrongChainError, if another chain answers all at once', async () => {
    const proxy = await startProxy(world.chain.url)
    const keeper = await startKept(world, { rpcUrls: [proxy.url] })
    await keeper.tick()
    const other = await startAnvil({ timestamp: 1_600_000_000, chainId: 31_338 })
    proxy.target = other.url
    const failures: string[] = []
    for (let i = 0; i < 3; i++) await keeper.tick().catch((error: Error) => failures.push(error.name))
    expect(failures).toEqual(['DeepReorgError', 'WrongChainError', 'WrongChainError'])
    expect(keeper.status.failure).toContain('chain id')
    await other.stop()
    proxy.close()
  })

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

/** A node's URL behind which another node can be put. */
async function startProxy(target: string): Promise<{ url: string; target: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(proxy.target, { method: 'POST', headers, body: Buffer.concat(chunks) })
    response.writeHead(answer.status, headers).end(await answer.text())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const proxy = { url: `http://127.0.0.1:${port}`, target, close: () => server.close() }
  return proxy
}
