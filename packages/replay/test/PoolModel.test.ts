import { CapacityExceededError } from '@bulwark/risk/exact'
import { beforeEach, describe, expect, test } from 'vitest'
import { PoolModel } from '../src/model/PoolModel.ts'
import type { ModelCover } from '../src/model/types.ts'

const day = 86_400n
const start = 1_677_000_000n
const wad = 10n ** 18n
const percent = wad / 100n
const usd = (amount: number) => BigInt(Math.round(amount * 1e6))
const terms = {
  decimals: 6,
  cooldown: 14n * day,
  r: 2500n,
  kappa: percent / 5n,
  curatorFee: 500n,
  protocolFee: 500n,
  classes: [
    { rho: 5000n, maxLossProbability: 10n * percent },
    { rho: 5000n, maxLossProbability: 10n * percent },
  ],
}

let pool: PoolModel

beforeEach(() => {
  pool = new PoolModel(terms, start)
  pool.back({ listing: 'one', class: 0, group: 1n, rate: 2n * percent, waiting: 0n, grace: 7n * day })
  pool.back({ listing: 'two', class: 1, group: 2n, rate: 4n * percent, waiting: 0n, grace: 7n * day })
})

/** Opens an incident and has it granted, in one go. */
function grant(at: bigint, { incident, listing, share }: { incident: number; listing: string; share: bigint }): void {
  pool.step(at, { kind: 'opened', incident, listing, share: wad })
  pool.step(at, { kind: 'granted', incident, listing, share })
}

const held = () => [...pool.shares.values()].reduce((sum, shares) => sum + shares, 0n)
type Paid = ModelCover & { claim?: bigint; paid?: bigint }

describe('capital', () => {
  test('the first deposits all buy at the same price', () => {
    expect(pool.deposit(start, 'Ada', usd(100))).toBe(usd(100) * pool.virtualShares)
    expect(pool.deposit(start + day, 'Ben', usd(50))).toBe(usd(50) * pool.virtualShares)
    expect(pool.figures(start + day)).toMatchObject({ high: usd(150), low: usd(150), scr: 0n })
  })

  test('shares are those that somebody holds and those that wait', () => {
    const ada = pool.deposit(start, 'Ada', usd(100))
    const ben = pool.deposit(start, 'Ben', usd(60))
    expect(pool.supply).toBe(held())
    pool.requestExit(start + day, 'Ben')
    expect(held()).toBe(ada)
    expect(pool.supply).toBe(ada + ben)
    pool.processExits(start + 15n * day)
    expect(pool.supply).toBe(ada)
    expect(pool.claimable.get('Ben')).toBe(usd(60))
  })

  test('nobody leaves before the cooldown is over', () => {
    pool.deposit(start, 'Ada', usd(100))
    pool.requestExit(start, 'Ada')
    pool.processExits(start + 14n * day - 1n)
    expect(pool.claim('Ada')).toBe(0n)
    pool.processExits(start + 14n * day)
    expect(pool.claim('Ada')).toBe(usd(100))
    expect(pool.cash).toBe(0n)
  })

  test('nobody leaves with what the requirement needs', () => {
    pool.deposit(start, 'Ada', usd(100))
    pool.buy(start + day, { listing: 'one', amount: usd(70), duration: 60n * day })
    pool.requestExit(start + day, 'Ada')
    pool.processExits(start + 20n * day)
    const out = pool.claim('Ada')
    // What is above the requirement, with what has been earned of the premium.
    expect(out).toBeGreaterThan(usd(30))
    expect(out).toBeLessThan(usd(31))
    expect(pool.figures(start + 20n * day).low).toBeGreaterThanOrEqual(usd(70))
  })
})

describe('cover', () => {
  test('the premium is not earned at once, but when the cover has ended', () => {
    pool.deposit(start, 'Ada', usd(1000))
    const { premium } = pool.buy(start, { listing: 'one', amount: usd(100), duration: 30n * day })
    expect(pool.cash).toBe(usd(1000) + premium.total)
    expect(pool.figures(start).high).toBe(usd(1000))
    const later = pool.figures(start + 32n * day).high
    expect(later).toBe(usd(1000) + premium.net)
  })

  test('error: CapacityExceededError', () => {
    pool.deposit(start, 'Ada', usd(100))
    expect(() => pool.buy(start, { listing: 'one', amount: usd(101), duration: 30n * day })).toThrow(
      CapacityExceededError,
    )
  })

  test('error: a listing that the pool does not back', () => {
    expect(() => pool.buy(start, { listing: 'three', amount: 1n, duration: day })).toThrow('does not back three')
  })

  test('exposure is freed on the day when it has run off', () => {
    pool.deposit(start, 'Ada', usd(1000))
    const { end } = pool.buy(start, { listing: 'one', amount: usd(100), duration: 30n * day })
    expect(pool.figures(start).scr).toBe(usd(100))
    pool.release(end + 6n * day, 'one')
    expect(pool.figures(end).scr).toBe(usd(100))
    pool.release(end + 8n * day, 'one')
    expect(pool.figures(end).scr).toBe(0n)
  })
})

describe('incidents', () => {
  test('cash is what came in less what went out', () => {
    pool.deposit(start, 'Ada', usd(1000))
    pool.deposit(start, 'Ben', usd(500))
    const covers: Paid[] = [usd(100), usd(33.333333)].map((amount) =>
      pool.buy(start + day, { listing: 'one', amount, duration: 30n * day }),
    )
    pool.requestExit(start + day, 'Ben')
    grant(start + 2n * day, { incident: 1, listing: 'one', share: wad / 3n })
    pool.settle(start + 3n * day, 1, { share: wad / 3n, covers })
    pool.processExits(start + 20n * day)
    const left = pool.claim('Ben')
    const [premiums, paid] = covers.reduce(([a, b], { premium, paid = 0n }) => [a + premium.total, b + paid], [0n, 0n])
    expect(covers.map(({ paid }) => paid)).toEqual([usd(33.333333), usd(11.11111)])
    expect(pool.cash).toBe(usd(1500) + premiums - paid - left)
    expect(left).toBeLessThan(usd(500))
    expect(pool.figures(start + 20n * day).high).toBeLessThanOrEqual(pool.cash)
  })

  test('a dismissed incident costs nothing', () => {
    pool.deposit(start, 'Ada', usd(1000))
    pool.buy(start, { listing: 'one', amount: usd(100), duration: 30n * day })
    const before = pool.figures(start + day)
    pool.step(start + day, { kind: 'opened', incident: 1, listing: 'one', share: wad })
    expect(pool.figures(start + day)).toMatchObject({ scr: 0n, low: before.low - usd(100) })
    pool.step(start + day, { kind: 'dismissed', incident: 1, listing: 'one', share: 0n })
    expect(pool.figures(start + day)).toEqual(before)
    expect(pool.level(1)).toBeNull()
  })

  test('paid short, lifted by what is earned later, and never beyond the claim', () => {
    pool.deposit(start, 'Ada', usd(120))
    const first: Paid = pool.buy(start, { listing: 'one', amount: usd(70), duration: 60n * day })
    const second: Paid = pool.buy(start, { listing: 'two', amount: usd(60), duration: 300n * day })
    grant(start + day, { incident: 1, listing: 'one', share: wad })
    grant(start + day, { incident: 2, listing: 'two', share: wad })
    expect(pool.level(1)).toBe(wad)
    expect(pool.level(2)).toBeLessThan(wad)

    pool.settle(start + 2n * day, 2, { share: wad, covers: [second] })
    const once = second.paid as bigint
    expect(once).toBeGreaterThan(usd(50))
    expect(once).toBeLessThan(usd(51))
    pool.settle(start + 50n * day, 2, { share: wad, covers: [second] })
    expect(second.paid).toBeGreaterThan(once)
    expect(second.paid).toBe(((second.claim as bigint) * (pool.level(2) as bigint)) / wad)

    pool.settle(start + 50n * day, 1, { share: wad, covers: [first] })
    expect(first.paid).toBe(usd(70))
    pool.settle(start + 400n * day, 2, { share: wad, covers: [second] })
    expect(second.paid).toBeLessThanOrEqual(usd(60))
    expect(pool.cash).toBeGreaterThanOrEqual(0n)
  })

  test('what is left of a reserve streams back in over one cooldown', () => {
    pool.deposit(start, 'Ada', usd(1000))
    pool.buy(start, { listing: 'one', amount: usd(100), duration: 30n * day })
    grant(start + day, { incident: 1, listing: 'one', share: wad })
    const { high } = pool.figures(start + 31n * day)
    pool.step(start + 31n * day, { kind: 'closed', incident: 1, listing: 'one', share: 0n })
    expect(pool.figures(start + 31n * day).high).toBe(high)
    expect(pool.figures(start + 38n * day).high).toBe(high + usd(50))
    expect(pool.figures(start + 45n * day).high).toBe(high + usd(100))
  })
})
