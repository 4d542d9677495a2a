import { describe, expect, test } from 'vitest'
import {
  applyPoolEvent,
  capitalAt,
  createMemoryStore,
  loadPool,
  type MemoryStore,
  MirrorDivergedError,
  MissingRecordError,
  PoolDivergedError,
  riskIdOf,
  shareValueAt,
} from '../../src/mirror/index.ts'

const wad = 10n ** 18n
const day = 86_400n
const pool = '0x00000000000000000000000000000000000000Aa'
const asset = '0x00000000000000000000000000000000000000bB'
const who = '0x00000000000000000000000000000000000000cC'
const zero = `0x${'00'.repeat(32)}`

/** A mirror with one pool of a dollar, which holds a million. */
async function startMirror(): Promise<{
  store: MemoryStore
  apply: (eventName: string, args: object, at?: bigint) => Promise<void>
}> {
  const store = createMemoryStore()
  const apply = (eventName: string, args: object, timestamp = 1_000n) =>
    applyPoolEvent(store, { address: pool, timestamp, eventName, args })
  await apply('CuratorSet', { curator: who })
  await apply('PoolAsset', { pool, asset, decimals: 6 })
  const classes = [{ rho: wad / 2n, maxLossProbability: wad / 5n }]
  const parameters = { asset, curator: who, r: wad / 4n, kappa: 0n, cooldown: 14n * day, classes }
  await apply('PoolCreated', { pool, number: 1n, curator: who, parameters })
  await apply('Deposit', { assets: 10n ** 12n, shares: 10n ** 24n })
  return { store, apply }
}

describe('applyPoolEvent', () => {
  test('default', async () => {
    const { store } = await startMirror()
    const mirrored = await loadPool(store, pool, 2_000n)
    expect(capitalAt(mirrored, 2_000n)).toMatchObject({ cash: 10n ** 12n, high: 10n ** 12n, low: 10n ** 12n, scr: 0n })
    expect(shareValueAt(mirrored, 2_000n).assetsOf(10n ** 18n)).toBe(10n ** 6n)
    expect(shareValueAt(mirrored, 2_000n).sharesOf(10n ** 6n)).toBe(10n ** 18n)
  })

  test('behavior: what moves no pool changes nothing', async () => {
    const { store, apply } = await startMirror()
    const before = structuredClone(store.all('pool'))
    await apply('Transfer', { from: who, to: pool, amount: 1n })
    await apply('OperatorSet', { controller: who, operator: pool, approved: true })
    expect(store.all('pool')).toEqual(before)
  })

  test('behavior: numbers may come as a decoder gives them', async () => {
    const { store, apply } = await startMirror()
    await apply('CuratorFeeSet', { fee: 300 })
    await apply('GroupLimitSet', { class: 1, group: 2, limit: 3n })
    expect(store.get('pool', pool.toLowerCase())?.curatorFee).toBe(300n)
    expect(store.get('group', `${pool.toLowerCase()}/${(1n << 56n) | 2n}`)?.limit).toBe(3n)
  })

  test('error: MissingRecordError: nothing is written', async () => {
    const { store, apply } = await startMirror()
    const before = structuredClone(store.all('pool'))
    const bought = { id: 1n, listing: 1n, key: zero, amount: 1n, end: 2n * day, premium: 1n, fees: 0n }
    await expect(apply('CoverBought', bought)).rejects.toThrow(MissingRecordError)
    await expect(apply('Stepped', { cursor: 1n })).rejects.toMatchObject({ kind: 'journal', key: '0' })
    expect(store.all('pool')).toEqual(before)
    await expect(loadPool(store, who, 0n)).rejects.toThrow(`No pool of key "${who.toLowerCase()}"`)
    await expect(
      applyPoolEvent(store, { address: who, timestamp: 1n, eventName: 'Contributed', args: { assets: 1n } }),
    ).rejects.toThrow('from its first block on')
  })

  test('error: MirrorDivergedError: an event that was left out is noticed', async () => {
    const { apply } = await startMirror()
    const cash = 10n ** 12n - 5n
    await expect(apply('WrittenDown', { lost: 4n, cash })).rejects.toThrow(MirrorDivergedError)
    await apply('WrittenDown', { lost: 5n, cash })
    await expect(apply('ExitsProcessed', { head: 1n, assets: 7n })).rejects.toMatchObject({ expected: 7n, actual: 0n })
  })
})

test('error: ArithmeticError: nothing that is stored falls below zero', async () => {
  const { store, apply } = await startMirror()
  const before = structuredClone(store.all('pool'))
  await apply('PayoutKept', { account: who, amount: 3n })
  await apply('DebtPaid', { nominal: 3n, amount: 3n })
  await apply('PayoutCollected', { account: who, amount: 3n })
  expect(store.all('pool')).toEqual(before)
  const placed = { id: 1n, account: who, group: -1n, from: 0n }
  await expect(apply('CoverPlaced', placed)).rejects.toThrow('group of cover 1 is below zero')
})

describe('quarantine', () => {
  test('behavior: a pool of a lying asset is given up, and the others go on', async () => {
    const { store, apply } = await startMirror()
    const other = '0x00000000000000000000000000000000000000dD'
    await apply('PoolAsset', { pool: other, asset, decimals: 18 })
    const parameters = { asset, curator: who, r: wad / 4n, kappa: 0n, cooldown: 14n * day, classes: [] }
    await apply('PoolCreated', { pool: other, number: 2n, curator: who, parameters })
    const by = (address: string, eventName: string, args: object) =>
      applyPoolEvent(store, { address, timestamp: 2_000n, eventName, args }, { quarantine: true })

    await by(other, 'ExitsProcessed', { head: 1n, assets: 7n })
    await by(other, 'Deposit', { assets: 5n, shares: 5n })
    expect(store.get('pool', other.toLowerCase())?.cash).toBe(0n)
    await expect(loadPool(store, other, 3_000n)).rejects.toThrow(PoolDivergedError)
    await expect(loadPool(store, other, 3_000n)).rejects.toThrow('The chain says assets set aside 7, the mirror 0.')

    // Nor do settlements of its covers stop anybody, though the mirror never saw them sold.
    await by(pool, 'CoverSettled', { incident: 1n, id: (2n << 40n) | 1n, claim: 1n, payout: 1n })
    await by(pool, 'Deposit', { assets: 5n, shares: 5n })
    expect((await loadPool(store, pool, 3_000n)).pool.cash).toBe(10n ** 12n + 5n)
  })

  test('behavior: a settlement that cannot be gives up the pool of the cover', async () => {
    const { store } = await startMirror()
    const args = { incident: 1n, id: (1n << 40n) | 1n, claim: 1n, payout: 1n }
    const event = { address: who, timestamp: 2_000n, eventName: 'CoverSettled', args }
    await expect(applyPoolEvent(store, event)).rejects.toThrow(MissingRecordError)
    await applyPoolEvent(store, event, { quarantine: true })
    await expect(loadPool(store, pool, 3_000n)).rejects.toMatchObject({ reason: expect.stringContaining('No cover') })
  })

  test('error: MissingRecordError: what is no pool is not given up', async () => {
    const { store } = await startMirror()
    const deposit = { address: who, timestamp: 1n, eventName: 'Deposit', args: { assets: 1n, shares: 1n } }
    await expect(applyPoolEvent(store, deposit, { quarantine: true })).rejects.toThrow(MissingRecordError)
    const closed = { address: who, timestamp: 1n, eventName: 'IncidentClosed', args: { incident: 1n } }
    await expect(applyPoolEvent(store, closed, { quarantine: true })).rejects.toThrow(MissingRecordError)
  })
})

describe('riskIdOf', () => {
  test('default', () => expect(riskIdOf(7n, zero)).toBe(`0x${'00'.repeat(31)}07`))

  // cast keccak $(cast abi-encode 'f(uint256,bytes32)' 7 0x…01)
  test('behavior: with a key', () =>
    expect(riskIdOf(7n, `0x${'00'.repeat(31)}01`)).toBe(
      '0xdc686ec4a0ff239c70e7c7c36e8f853eced3bc8618f48d2b816da2a74311237e',
    ))
})
