import { parseEther } from 'viem'
import { describe, expect, test } from 'vitest'
import { claim, insured } from '../src/stories/claim.ts'
import { kilometresUp } from '../src/stories/distance.ts'
import { levelUp } from '../src/stories/feed/levelUp.ts'
import { readRoundsOf } from '../src/stories/feed/readRoundsOf.ts'
import { relativeFalls } from '../src/stories/feed/relativeFalls.ts'
import { hours, money } from '../src/stories/format.ts'
import { inForce } from '../src/stories/inForce.ts'
import { lossOfLoan } from '../src/stories/plays/vaultLoss.ts'
import { readFacts } from '../src/stories/readFacts.ts'
import { payoutStep } from '../src/stories/reports/payoutStep.ts'
import { ratioIn } from '../src/stories/reports/ratioIn.ts'

const wad = 10n ** 18n
const percent = wad / 100n

describe('claim', () => {
  test('default', () => {
    expect(claim(insured(1_000n), wad / 4n, 6)).toEqual({ remaining: 750n, paid: 250n })
  })

  test('behavior: the payout is rounded down, what remains falls by whole grains', () => {
    expect(claim(insured(10n ** 18n), 1n, 18)).toEqual({ remaining: 10n ** 18n - 10n ** 12n, paid: 1n })
    expect(claim(claim(insured(999n), wad / 2n, 6), wad / 2n, 6)).toEqual({ remaining: 250n, paid: 749n })
  })
})

test('inForce: from the end of waiting until before the end', () => {
  const term = { since: 10, until: 20 }
  expect([9, 10, 19, 20].map((at) => inForce(at, term))).toEqual([false, true, true, false])
})

test('kilometresUp', () => {
  // A degree of latitude.
  expect(kilometresUp({ latitude: 0, longitude: 0 }, { latitude: 1, longitude: 0 })).toBe(112)
  expect(kilometresUp({ latitude: 51.5, longitude: 0 }, { latitude: 51.5, longitude: 0 })).toBe(0)
})

test('ratioIn: the highest step that a report reaches', () => {
  const table = [payoutStep(60, 25, 100), payoutStep(60, 50, 50), payoutStep(64, 100, 25)]
  const ratio = (value: bigint, distance: bigint) => ratioIn(table, { value, distance, status: 0 }) / percent
  expect(ratio(64n, 25n)).toBe(100n)
  expect(ratio(64n, 26n)).toBe(50n)
  expect(ratio(63n, 1n)).toBe(50n)
  expect(ratio(60n, 100n)).toBe(25n)
  expect(ratio(59n, 0n)).toBe(0n)
  expect(ratio(90n, 101n)).toBe(0n)
})

describe('relativeFalls', () => {
  const levels = { strike: 90n * percent, recovery: 95n * percent, persistence: 100, lookback: 100 }
  const table = [{ move: 10n * percent, ratio: 50n * percent }]
  const series = (...prices: number[]) =>
    prices.map((price, index) => ({ round: index + 1, answer: BigInt(price), updatedAt: 50 * index }))

  test('default', () => {
    const [fall, ...others] = relativeFalls(series(100, 100, 100, 80, 80, 80, 80), levels, table, 0)
    expect(others).toEqual([])
    expect(fall).toMatchObject({ first: { round: 4 }, move: 20n * percent, ratio: 50n * percent })
  })

  test('behavior: a recovery ends it, and what is smaller than the table pays nothing', () => {
    expect(relativeFalls(series(100, 100, 100, 80, 95, 95, 95), levels, table, 0)).toEqual([])
    expect(relativeFalls(series(100, 100, 100, 89, 93, 94), levels, table, 0)).toMatchObject([{ ratio: 0n }])
  })

  test('behavior: nobody has cover yet', () => {
    expect(relativeFalls(series(100, 100, 100, 80, 80, 80, 80), levels, table, 1_000)).toEqual([])
  })

  test('behavior: a round without a price so long before has no level', () => {
    expect(levelUp(series(100, 80), 1, 100)).toBeUndefined()
    expect(levelUp(series(100, 80, 70), 2, 100)).toBe(70n * percent)
    expect(levelUp(series(3, 3, 1), 2, 100)).toBe(wad / 3n + 1n)
  })

  test('August 2023: at its lowest, ether is 13.09 % below the price twelve hours before', () => {
    const rounds = readRoundsOf('eth-usd-2023.csv')
    const lowest = rounds.findIndex(({ answer }) => answer === 155_799_625_094n)
    const level = levelUp(rounds, lowest, 43_200) as bigint
    expect(Number(wad - level) / 1e16).toBeCloseTo(13.088, 3)
  })
})

test('the bad debt of the vault’s loan is what Morpho Blue books', () => {
  expect(lossOfLoan()).toBe(54_199_999_999n)
})

test('readFacts: rows by their columns', () => {
  const rows = readFacts<'departure' | 'origin' | 'destination' | 'delay'>('flights-2001-01.csv')
  expect(rows).toHaveLength(69)
  expect(rows[0]).toEqual({ departure: '2001-01-01T21:13', origin: 'LAX', destination: 'LAS', delay: '-9' })
})

test('money and hours: cut, never rounded up', () => {
  const [usdt, weth] = [
    { symbol: 'USDT', decimals: 6 },
    { symbol: 'WETH', decimals: 18 },
  ]
  expect(money(usdt, 1_234_567_899_999n)).toBe('1,234,567.89 USDT')
  expect(money(usdt, 12_500_000n)).toBe('12.50 USDT')
  expect(money(usdt, 12_000_000n)).toBe('12 USDT')
  expect(money(weth, parseEther('2.9999999'))).toBe('2.999999 WETH')
  expect([1.225, 12.26].map(hours)).toEqual(['1.23', '12.3'])
})
