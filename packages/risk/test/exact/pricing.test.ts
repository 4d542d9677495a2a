import { expect, test } from 'vitest'
import { createRandom, type Random } from '../../scripts/vectors/random.ts'
import {
  AmountNotOnGrainError,
  AmountTooLargeError,
  ArithmeticError,
  CapacityExceededError,
  day,
  driftedLevel,
  ExponentTooLargeError,
  expectedLossUp,
  expWad,
  FeeAboveCapError,
  firstLevel,
  LossProbabilityTooHighError,
  maxLevel,
  minLevel,
  moveExposure,
  PoolClosedError,
  type PoolPremiumParameters,
  poolPremium,
  potentialDown,
  requirementUp,
  targetUtilisation,
  wad,
  year,
  ZeroAmountError,
} from '../../src/exact/index.ts'

/** A pool with a book on three groups of two classes, and a purchase that it can back. */
function purchase(random: Random): PoolPremiumParameters {
  let totals = { s: 0n, s2: 0n }
  const class0 = { q: 0n, a: 0n, rho: random.between(2_500n, 10_000n) }
  const other = moveExposure({ exposureClass: class0, totals, before: 0n, afterwards: random.uint(48) })
  const groupNet = random.uint(48)
  const first = moveExposure({ exposureClass: class0, totals: other.totals, before: 0n, afterwards: groupNet })
  totals = first.totals
  const low = random.between(1n << 56n, 1n << 62n)
  const timestamp = 1_700_000_000n
  const from = timestamp + random.pick([0n, 7n * day])
  return {
    pool: {
      grain: random.pick([1n, 10n ** 6n]),
      r: random.between(1_000n, 10_000n),
      kappa: random.below(wad / 20n),
      curatorFee: random.below(2_001n),
      supply: 10n ** 24n,
      queued: 0n,
      low: low * 10n ** 6n,
      priceBacking: random.pick([0n, low, low * 10n ** 6n, requirementUp(totals, 2_500n)]),
      writtenDown: false,
      curve: { level: random.between(minLevel, maxLevel), moved: timestamp, utilisation: 0n },
      totals,
    },
    risk: { exposureClass: first.exposureClass, groupNet },
    timestamp,
    amount: 0n,
    keyed: random.oneIn(4n),
    rate: random.below(wad / 10n),
    from,
    end: from + random.between(day, year),
    grace: random.below(30n * day),
    maxLossProbability: wad,
    protocolFee: random.below(1_001n),
    referrerFee: random.below(1_001n),
  }
}

/** What the next purchase at the same moment finds. */
function afterwards(p: PoolPremiumParameters): PoolPremiumParameters {
  const grains = p.amount / p.pool.grain
  const groupNet = p.risk.groupNet + grains
  const moved = moveExposure({
    exposureClass: p.risk.exposureClass,
    totals: p.pool.totals,
    before: p.risk.groupNet,
    afterwards: groupNet,
  })
  return {
    ...p,
    pool: { ...p.pool, totals: moved.totals },
    risk: { ...p.risk, exposureClass: moved.exposureClass, groupNet },
  }
}

test('behavior: PRI-1, splitting is never cheaper, and at most 3 units a part dearer', () => {
  const random = createRandom(5n)
  for (let round = 0; round < 1_000; round += 1) {
    const base = purchase(random)
    const parts = Array.from({ length: Number(random.between(2n, 6n)) }, () => 1n + random.uint(45))
    const whole = parts.reduce((sum, part) => sum + part) * base.pool.grain
    const price = poolPremium({ ...base, amount: whole }).net
    let sum = 0n
    let state = base
    for (const part of parts) {
      const p = { ...state, amount: part * base.pool.grain }
      sum += poolPremium(p).net
      state = afterwards(p)
    }
    expect(sum >= price && sum - price <= 3n * BigInt(parts.length)).toBe(true)
  }
})

test('behavior: PRI-1, what reaches the pool is at least the expected loss', () => {
  const random = createRandom(6n)
  for (let round = 0; round < 500; round += 1) {
    const p = purchase(random)
    const amount = (1n + random.uint(45)) * p.pool.grain
    const { net } = poolPremium({ ...p, amount })
    const time = p.end - p.from
    expect(p.keyed ? net * wad >= p.rate * amount : net * wad * year >= p.rate * amount * time).toBe(true)
  }
})

test('behavior: PRI-1, monotonic in amount and in time', () => {
  const random = createRandom(7n)
  for (let round = 0; round < 500; round += 1) {
    const p = purchase(random)
    const grains = 1n + random.uint(45)
    const amount = grains * p.pool.grain
    const { net } = poolPremium({ ...p, amount })
    expect(poolPremium({ ...p, amount: amount + p.pool.grain * random.below(grains + 1n) }).net >= net).toBe(true)
    expect(poolPremium({ ...p, amount, end: p.end + random.below(30n * day) }).net >= net).toBe(true)
  }
})

test('behavior: V has no step where its pieces join, and never falls', () => {
  const random = createRandom(8n)
  for (let round = 0; round < 500; round += 1) {
    const b = 1n + random.uint(80)
    for (const s of [(4n * b) / 5n, b]) {
      const steps = [-1n, 0n, 1n].map((step) => potentialDown(s + step < 0n ? 0n : s + step, b))
      for (const [index, area] of steps.entries()) {
        const rise = area - (steps[index - 1] ?? area)
        expect(rise >= 0n && rise <= 4n * wad).toBe(true)
      }
    }
  }
})

test('behavior: the level stands still at the target, rises above and falls below it', () => {
  const at = (utilisation: bigint) => driftedLevel({ level: firstLevel, utilisation, elapsed: 3n * day })
  expect(at(targetUtilisation)).toBe(firstLevel)
  expect(at(wad) > firstLevel && at(0n) < firstLevel).toBe(true)
  expect(driftedLevel({ level: firstLevel, utilisation: wad, elapsed: 0n })).toBe(firstLevel)
  expect(driftedLevel({ level: maxLevel, utilisation: wad, elapsed: year })).toBe(maxLevel)
  expect(driftedLevel({ level: minLevel, utilisation: 0n, elapsed: year })).toBe(minLevel)
})

test('behavior: expWad is within 1e-15 of the exponential', () => {
  const random = createRandom(9n)
  for (let round = 0; round < 1_000; round += 1) {
    const x = random.between(-5n * wad, 20n * wad)
    expect(Number(expWad(x)) / Math.exp(Number(x) / 1e18) / 1e18).toBeCloseTo(1, 12)
  }
})

test('behavior: a class test that is keyed takes the probability as it is', () => {
  const p = { ...purchase(createRandom(1n)), amount: 10n ** 12n, rate: wad / 10n, maxLossProbability: wad / 10n }
  const longer = { ...p, end: p.from + 2n * year }
  expect(poolPremium({ ...longer, keyed: true }).net > 0n).toBe(true)
  expect(() => poolPremium({ ...longer, keyed: false })).toThrow(LossProbabilityTooHighError)
})

const base = { ...purchase(createRandom(2n)), amount: 10n ** 12n }
test.for([
  ['ZeroAmountError', ZeroAmountError, { amount: 0n }],
  ['AmountNotOnGrainError', AmountNotOnGrainError, { amount: 7n, pool: { ...base.pool, grain: 2n } }],
  ['AmountTooLargeError', AmountTooLargeError, { amount: 10n ** 36n }],
  ['AmountTooLargeError (exposure)', AmountTooLargeError, { risk: { ...base.risk, groupNet: (1n << 64n) - 1n } }],
  ['LossProbabilityTooHighError', LossProbabilityTooHighError, { maxLossProbability: 0n, rate: 1n, keyed: true }],
  ['PoolClosedError', PoolClosedError, { pool: { ...base.pool, writtenDown: true } }],
  ['CapacityExceededError', CapacityExceededError, { pool: { ...base.pool, low: 0n } }],
  ['CapacityExceededError (no shares)', CapacityExceededError, { pool: { ...base.pool, supply: 0n } }],
  ['FeeAboveCapError', FeeAboveCapError, { referrerFee: 1_001n }],
  ['ArithmeticError', ArithmeticError, { pool: { ...base.pool, grain: 0n } }],
] as const)('error: %s', ([, error, change]) => {
  expect(() => poolPremium({ ...base, ...change })).toThrow(error)
})

test('error: ExponentTooLargeError', () => {
  expect(() => expWad(136n * wad)).toThrow(ExponentTooLargeError)
})

test('error: ArithmeticError', () => {
  expect(() => expectedLossUp({ rate: 1n << 255n, amount: 1n, time: 2n, grain: 1n })).toThrow(ArithmeticError)
})
