import { createLogger } from '@bulwark/service'
import { type Anvil, createActors, startAnvil } from '@bulwark/testkit'
import { createClient, http, parseGwei } from 'viem'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Sender, type SenderParameters } from '../src/execute/Sender.ts'

const { keeper, holders } = createActors()
const log = createLogger({ service: 'keeper', level: 'silent' })
const policy = { maxFeePerGas: parseGwei('100'), priorityFee: parseGwei('1') }
const call = { to: holders[0].address, data: '0x', value: 5n } as const
const fees = { maxFeePerGas: parseGwei('3'), maxPriorityFeePerGas: parseGwei('1') }
const action = (id: string) => ({ id, job: 'collect', urgency: 'urgent' }) as const

let anvil: Anvil
let clock: number
let client: ReturnType<typeof createClient>

const makeSender = (changed: Partial<SenderParameters> = {}) =>
  new Sender({ account: keeper, chainId: 31_337, policy, log, stuckAfter: 60_000, now: () => clock, ...changed })
const send = (sender: Sender, id: string, changed = {}) =>
  sender.send(client, action(id), { call, gas: 21_000n, fees, ...changed })
const nonce = () => anvil.chain.public.getTransactionCount({ address: keeper.address })

beforeEach(async () => {
  clock = 1_000_000
  anvil = await startAnvil({ timestamp: 1_700_000_000 })
  client = createClient({ transport: http(anvil.url) })
})
afterEach(() => anvil.stop())

describe('Sender', () => {
  test('default', async () => {
    const sender = makeSender()
    const sent = await send(sender, 'a')
    await anvil.chain.public.waitForTransactionReceipt({ hash: sent.attempts[0]?.hash as `0x${string}` })
    const [outcome] = await sender.follow(client, 0n)
    expect(outcome).toMatchObject({ state: 'confirmed', gasUsed: 21_000n })
    expect(outcome?.cost).toBeGreaterThan(5n)
    expect(sender.inFlight).toHaveLength(0)
  })

  test('behavior: one nonce after the other, without waiting', async () => {
    await anvil.chain.test.setAutomine(false)
    const sender = makeSender()
    const sent = [await send(sender, 'a'), await send(sender, 'b'), await send(sender, 'c')]
    expect(sent.map((one) => one.nonce)).toEqual([0, 1, 2])
    await anvil.chain.test.mine({ blocks: 1 })
    expect((await sender.follow(client, 0n)).map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed'])
  })

  test('behavior: what is stuck is sent again for more, and followed under either hash', async () => {
    await anvil.chain.test.setAutomine(false)
    const sender = makeSender()
    const sent = await send(sender, 'a')
    await anvil.chain.test.setNextBlockBaseFeePerGas({ baseFeePerGas: parseGwei('8') })
    await anvil.chain.test.mine({ blocks: 1 })
    // anvil forgets what is below the base fee, as nodes do with a full pool.
    expect(await sender.follow(client, parseGwei('8'))).toEqual([])
    expect(sent.attempts).toHaveLength(2)
    expect(sent.fees.maxFeePerGas).toBeGreaterThan(parseGwei('8'))
    await anvil.chain.test.mine({ blocks: 1 })
    const [outcome] = await sender.follow(client, parseGwei('8'))
    expect(outcome).toMatchObject({ state: 'confirmed', hash: sent.attempts[1]?.hash })
    expect(await nonce()).toBe(1)
  })

  test('behavior: what waits is sent again for more only after a while', async () => {
    await anvil.chain.test.setAutomine(false)
    const sender = makeSender()
    const sent = await send(sender, 'a')
    clock += 59_000
    await sender.follow(client, 0n)
    expect(sent.attempts).toHaveLength(1)
    clock += 2_000
    await sender.follow(client, 0n)
    expect(sent.attempts).toHaveLength(2)
    await anvil.chain.test.mine({ blocks: 1 })
    expect(await sender.follow(client, 0n)).toMatchObject([{ state: 'confirmed', hash: sent.attempts[1]?.hash }])
  })

  test('behavior: never for more than the urgency allows', async () => {
    await anvil.chain.test.setAutomine(false)
    const sender = makeSender()
    const sent = await sender.send(client, { ...action('a'), urgency: 'idle' }, { call, gas: 21_000n, fees })
    for (let i = 0; i < 40; i++) {
      clock += 61_000
      await sender.follow(client, parseGwei('90'))
    }
    expect(sent.fees.maxFeePerGas).toBeLessThanOrEqual(parseGwei('25'))
  })

  test('behavior: what the node dropped is sent again, and fills the gap', async () => {
    await anvil.chain.test.setAutomine(false)
    const sender = makeSender()
    const [first] = [await send(sender, 'a'), await send(sender, 'b')]
    await anvil.chain.test.dropTransaction({ hash: first.attempts[0]?.hash as `0x${string}` })
    await anvil.chain.test.mine({ blocks: 1 })
    expect(await nonce()).toBe(0)
    await sender.follow(client, 0n)
    await anvil.chain.test.mine({ blocks: 2 })
    const outcomes = await sender.follow(client, 0n)
    expect(outcomes.map(({ sent, state }) => [sent.id, state])).toEqual([
      ['a', 'confirmed'],
      ['b', 'confirmed'],
    ])
  })

  test('behavior: a nonce that something else used is replaced, not waited for', async () => {
    await anvil.chain.test.setAutomine(false)
    const sender = makeSender()
    await send(sender, 'a')
    const serializedTransaction = await keeper.signTransaction({
      ...{ type: 'eip1559', chainId: 31_337, to: holders[1].address, value: 1n, nonce: 0, gas: 21_000n },
      ...{ maxFeePerGas: parseGwei('50'), maxPriorityFeePerGas: parseGwei('9') },
    })
    await anvil.chain.public.sendRawTransaction({ serializedTransaction })
    await anvil.chain.test.mine({ blocks: 1 })
    const outcomes = [
      ...(await sender.follow(client, 0n)),
      ...(await sender.follow(client, 0n)),
      ...(await sender.follow(client, 0n)),
    ]
    expect(outcomes.map(({ state }) => state)).toEqual(['replaced'])
    await anvil.chain.test.setAutomine(true)
    expect((await send(sender, 'b')).nonce).toBe(1)
  })

  test('behavior: a revert is told, with what it cost', async () => {
    const sender = makeSender()
    const weth = { ...call, to: '0x0000000000000000000000000000000000000001', value: 0n } as const
    await anvil.chain.test.setCode({ address: '0x00000000000000000000000000000000000000bb', bytecode: '0x60006000fd' })
    const reverting = { ...weth, to: '0x00000000000000000000000000000000000000bb' } as const
    const sent = await send(sender, 'a', { call: reverting, gas: 60_000n })
    await anvil.chain.public.waitForTransactionReceipt({ hash: sent.attempts[0]?.hash as `0x${string}` })
    const [outcome] = await sender.follow(client, 0n)
    expect(outcome).toMatchObject({ state: 'reverted' })
    expect(outcome?.gasUsed).toBeGreaterThan(21_000n)
  })

  test('behavior: what an earlier run left stuck is replaced by nothing, after a while', async () => {
    await anvil.chain.test.setAutomine(false)
    await send(makeSender(), 'lost')
    const sender = makeSender()
    await sender.follow(client, parseGwei('8'))
    clock += 59_000
    await sender.follow(client, parseGwei('8'))
    expect(sender.inFlight).toHaveLength(0)
    clock += 2_000
    await sender.follow(client, parseGwei('8'))
    expect(sender.inFlight.map(({ job }) => job)).toEqual(['cancel'])
    await anvil.chain.test.mine({ blocks: 1 })
    const [outcome] = await sender.follow(client, parseGwei('8'))
    expect(outcome).toMatchObject({ state: 'cancelled' })
    expect(await nonce()).toBe(1)
  })

  test('error: a node that does not take it leaves no gap', async () => {
    const sender = makeSender()
    const dear = { maxFeePerGas: parseGwei('3'), maxPriorityFeePerGas: parseGwei('1') }
    const unpayable = { call: { ...call, value: 10n ** 30n }, fees: dear }
    await expect(send(sender, 'a', unpayable)).rejects.toThrow()
    expect(sender.inFlight).toHaveLength(0)
    expect((await send(sender, 'b')).nonce).toBe(0)
  })
})
