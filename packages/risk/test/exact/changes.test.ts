import { expect, test } from 'vitest'
import {
  AmountNotOnGrainError,
  CapacityExceededError,
  ClaimAboveAmountError,
  CoverEndedError,
  type CoverRefundParameters,
  coverRefundDown,
  day,
  type ExtensionPremiumParameters,
  extensionPremium,
  type IncreasePremiumParameters,
  increasePremium,
  KeyedCoverError,
  LossProbabilityTooHighError,
  NothingLeftError,
  PeriodOutOfBoundsError,
  PoolClosedError,
  type PoolSnapshot,
  PurchaseMismatchError,
  poolPremium,
  requirementUp,
  streamEdgesUp,
  streamRateDown,
  TooLateToExtendError,
  wad,
  year,
  ZeroAmountError,
} from '../../src/exact/index.ts'

const now = 1_700_000_000n
const covered = 100_000n * 10n ** 6n
/** A pool of a million with one cover of a hundred thousand. */
const pool: PoolSnapshot = {
  grain: 1n,
  r: 2_500n,
  kappa: wad / 500n,
  curatorFee: 500n,
  supply: 10n ** 24n,
  queued: 0n,
  low: 10n ** 12n,
  priceBacking: 10n ** 12n,
  writtenDown: false,
  curve: { level: wad / 20n, moved: now, utilisation: wad / 10n },
  totals: { s: covered, s2: covered * covered },
}
const risk = { exposureClass: { q: covered * covered, a: covered, rho: 5_000n }, groupNet: covered }
const common = {
  pool,
  risk,
  timestamp: now,
  cover: { amount: covered, end: now + 30n * day },
  keyed: false,
  rate: wad / 50n,
  grace: 7n * day,
  maxPeriod: year,
  maxLossProbability: wad / 5n,
  protocolFee: 1_000n,
  referrerFee: 0n,
}
const extension: ExtensionPremiumParameters = { ...common, duration: 60n * day, waiting: 0n }
const increase: IncreasePremiumParameters = { ...common, amount: 10n ** 9n, from: now, minPeriod: day }
const refund: CoverRefundParameters = {
  pool: {
    grain: 1n,
    cash: 10n ** 12n,
    unearned: 10n ** 9n,
    high: 9n * 10n ** 11n,
    scr: covered,
    underfunded: false,
    writtenDown: false,
  },
  cover: { amount: covered, insured: covered, rate: 10n ** 20n },
  keyed: false,
  from: now - 10n * day,
  end: now + 20n * day,
  timestamp: now,
}

test('increase: a purchase until the end of the cover', () => {
  const bought = poolPremium({ ...increase, end: increase.cover.end })
  expect(increasePremium(increase)).toEqual(bought)
  expect(increasePremium({ ...increase, cover: { ...increase.cover, amount: 1n } })).toEqual(bought)
})

test('increase: refusals are typed, with their numbers', () => {
  const { end } = increase.cover
  expect(() => increasePremium({ ...increase, timestamp: end })).toThrow(CoverEndedError)
  expect(() => increasePremium({ ...increase, cover: { amount: 0n, end } })).toThrow(NothingLeftError)
  expect(() => increasePremium({ ...increase, minPeriod: 30n * day + 1n })).toThrow(PeriodOutOfBoundsError)
  expect(() => increasePremium({ ...increase, maxPeriod: 30n * day - 1n })).toThrow(
    `${30n * day} seconds are not between ${day} and ${30n * day - 1n}.`,
  )
  expect(() => increasePremium({ ...increase, keyed: true, maxPeriod: 0n })).not.toThrow()
  expect(() => increasePremium({ ...increase, amount: 0n })).toThrow(ZeroAmountError)
})

test('extension: costs its expected loss, and its capital for the days that it is locked longer', () => {
  const { net } = extensionPremium(extension)
  const loss = (covered * 60n * day) / (50n * year)
  expect(net).toBeGreaterThan(loss)
  // A purchase for the same time locks its capital through the grace as well.
  const empty = { ...pool, totals: { s: 0n, s2: 0n } }
  const nothing = { exposureClass: { q: 0n, a: 0n, rho: 5_000n }, groupNet: 0n }
  const bought = poolPremium({
    ...extension,
    pool: empty,
    risk: nothing,
    amount: covered,
    from: now,
    end: now + 60n * day,
  })
  expect(net).toBeLessThan(bought.net)
  // A step within one day of run-off locks nothing longer.
  const second = extensionPremium({ ...extension, duration: 1n })
  expect(second.net).toBe((covered * wad + 50n * year * wad - 1n) / (50n * year * wad))
})

test('extension: in two steps it costs at most three units more than in one, and never less', () => {
  for (const first of [1n, day - 1n, day, 17n * day + 5n, 59n * day]) {
    const one = extensionPremium({ ...extension, duration: first }).net
    const cover = { ...extension.cover, end: extension.cover.end + first }
    const two = extensionPremium({ ...extension, cover, duration: extension.duration - first }).net
    const whole = extensionPremium(extension).net
    expect(one + two).toBeGreaterThanOrEqual(whole)
    expect(one + two).toBeLessThanOrEqual(whole + 3n)
  }
})

test('extension: refusals are typed, with their numbers', () => {
  const refused = (more: Partial<ExtensionPremiumParameters>) => () => extensionPremium({ ...extension, ...more })
  const { end } = extension.cover
  expect(refused({ timestamp: end })).toThrow(CoverEndedError)
  expect(refused({ cover: { amount: 0n, end } })).toThrow(NothingLeftError)
  expect(refused({ duration: 0n })).toThrow(PurchaseMismatchError)
  expect(refused({ keyed: true })).toThrow(KeyedCoverError)
  expect(refused({ waiting: 30n * day })).not.toThrow()
  expect(refused({ waiting: 30n * day + 1n })).toThrow(
    `The cover could be extended until ${now - 1n}; it is ${now}.\nBuy another one.`,
  )
  expect(refused({ waiting: end + 1n })).toThrow(TooLateToExtendError)
  expect(refused({ maxPeriod: 90n * day })).not.toThrow()
  expect(refused({ maxPeriod: 90n * day - 1n })).toThrow(PeriodOutOfBoundsError)
  expect(refused({ maxLossProbability: 0n })).toThrow(LossProbabilityTooHighError)
  expect(refused({ pool: { ...pool, writtenDown: true } })).toThrow(PoolClosedError)
  const scr = requirementUp(pool.totals, pool.r)
  expect(refused({ pool: { ...pool, low: scr } })).not.toThrow()
  expect(refused({ pool: { ...pool, low: scr - 1n } })).toThrow(CapacityExceededError)
})

test('refund: the unearned part less a tenth; all of it while the pool is short of capital', () => {
  const { start, end } = streamEdgesUp(refund.from, refund.end)
  const unearned = (10n ** 20n * (end * day - now)) / wad
  const fee = (unearned + 9n) / 10n
  expect(start * day).toBeLessThan(now)
  expect(coverRefundDown(refund)).toEqual({ refund: unearned - fee, fee })
  for (const short of [{ underfunded: true }, { writtenDown: true }, { scr: refund.pool.high + 1n }]) {
    const pool = { ...refund.pool, ...short }
    expect(coverRefundDown({ ...refund, pool })).toEqual({ refund: unearned, fee: 0n })
  }
})

test('refund: what a loss took is left behind, and never refunded', () => {
  const lost = { ...refund.cover, amount: covered / 4n }
  const quarter = coverRefundDown({ ...refund, amount: covered / 4n })
  expect(coverRefundDown({ ...refund, cover: lost })).toEqual(quarter)
})

test('refund: never more than was paid, not even at once', () => {
  const net = 4_767n
  const { start, end } = streamEdgesUp(now, now + 30n * day)
  const rate = streamRateDown({ amount: net, grain: 1n, start, end })
  const cover = { ...refund.cover, rate }
  const at = (timestamp: bigint) =>
    coverRefundDown({ ...refund, cover, from: now, end: now + 30n * day, timestamp }).refund
  expect(at(now)).toBeLessThanOrEqual((net * 9n) / 10n)
  expect(at(now + 30n * day - 1n)).toBeLessThan(net / 30n)
  for (let step = 0n; step < 30n; step += 1n) expect(at(now + (step + 1n) * day - 1n)).toBeLessThanOrEqual(at(now))
})

test('refund: falls with the cash where that no longer covers the unearned premium', () => {
  const { refund: whole } = coverRefundDown(refund)
  const short = { ...refund.pool, cash: refund.pool.unearned / 3n, high: 0n, scr: 0n }
  expect(coverRefundDown({ ...refund, pool: short }).refund).toBe((whole * (10n ** 9n / 3n)) / 10n ** 9n)
  expect(coverRefundDown({ ...refund, pool: { ...short, cash: 0n } }).refund).toBe(0n)
})

test('refund: an event can be given up until the day before its premium flows', () => {
  const begins = now + 3n * day
  const event = { ...refund, keyed: true, from: begins, end: begins + day }
  const last = ((begins + day - 1n) / day - 1n) * day
  expect(() => coverRefundDown({ ...event, timestamp: last - 1n })).not.toThrow()
  expect(() => coverRefundDown({ ...event, timestamp: last })).toThrow(KeyedCoverError)
})

test('refund: refusals are typed, with their numbers', () => {
  const refused = (more: Partial<CoverRefundParameters>) => () => coverRefundDown({ ...refund, ...more })
  expect(refused({ timestamp: refund.end })).toThrow(CoverEndedError)
  expect(refused({ cover: { ...refund.cover, amount: 0n } })).toThrow(NothingLeftError)
  expect(refused({ amount: 0n })).toThrow(ZeroAmountError)
  expect(refused({ amount: covered + 1n })).toThrow(ClaimAboveAmountError)
  expect(refused({ pool: { ...refund.pool, grain: 10n ** 12n }, amount: 1n })).toThrow(AmountNotOnGrainError)
})
