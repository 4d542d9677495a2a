import { describe, expect, test } from 'vitest'
import { UsageError } from '../src/errors.ts'
import { parseAddress } from '../src/parse/parseAddress.ts'
import { parseAmount } from '../src/parse/parseAmount.ts'
import { parseCount } from '../src/parse/parseCount.ts'
import { parseDays } from '../src/parse/parseDays.ts'
import { parseHex } from '../src/parse/parseHex.ts'
import { parsePercent } from '../src/parse/parsePercent.ts'
import { parseTime } from '../src/parse/parseTime.ts'
import { parseUrl } from '../src/parse/parseUrl.ts'

const adviceOf = (parse: () => unknown): string | undefined => {
  try {
    parse()
  } catch (error) {
    if (error instanceof UsageError) return error.advice
    throw error
  }
  return undefined
}

describe('parseAmount', () => {
  const usdc = { what: 'amount', decimals: 6, symbol: 'USDC' }
  const amount = (text: string) => parseAmount(text, usdc)

  test('default', () => {
    expect(amount('1000.5')).toBe(1_000_500_000n)
    expect(amount('0.000001')).toBe(1n)
    expect(amount('007')).toBe(7_000_000n)
    expect(parseAmount('0', { ...usdc, zero: true })).toBe(0n)
    // Beyond what a floating-point number holds exactly.
    expect(parseAmount('9007199254740993.000000000000000001', { ...usdc, decimals: 18 })).toBe(
      9_007_199_254_740_993_000_000_000_000_000_001n,
    )
  })

  test.each([
    ['1,000', /without commas/],
    ['1.000,5', /without commas/],
    ['１０００', /full-width/],
    ['10．5', /full-width/],
    ['-1', /without a sign/],
    ['+1', /without a sign/],
    ['1e3', /no exponent/],
    ['1 000', /without spaces/],
    ['1_000', /without spaces/],
    [' 1', /without spaces/],
    ['.5', /both sides of the dot/],
    ['5.', /both sides of the dot/],
    ['1.2.3', /at most one dot/],
    ['0x10', /at most one dot/],
    ['Infinity', /at most one dot/],
    ['٣', /at most one dot/],
    ['', /at most one dot/],
    ['1.0000001', /USDC has 6/],
    ['0', /more than zero/],
    ['0.000000', /more than zero/],
    [`1${'0'.repeat(50)}`, /Give less/],
  ])('error: UsageError for %j', (text, advice) => {
    expect(adviceOf(() => amount(text))).toMatch(advice)
  })
})

test('parseDays: whole days alone', () => {
  expect(parseDays('30')).toBe(2_592_000n)
  for (const text of ['0', '1.5', '-1', '1e2', '36501', '30d', ' 30', '３０', '']) {
    expect(() => parseDays(text)).toThrow(UsageError)
  }
})

test('parsePercent: with its sign, up to the whole', () => {
  const ratio = { what: 'ratio', decimals: 18 }
  expect(parsePercent('12.5%', ratio)).toBe(125_000_000_000_000_000n)
  expect(parsePercent('100 %', ratio)).toBe(10n ** 18n)
  expect(parsePercent('10%', { what: 'fee', decimals: 4 })).toBe(1_000n)
  for (const text of ['1', '0.5', '100.1%', '101%', '-1%', '1,5%', '5%%', '%', '']) {
    expect(() => parsePercent(text, ratio)).toThrow(UsageError)
  }
  expect(() => parsePercent('0.001%', { what: 'fee', decimals: 4 })).toThrow(/at most 2 decimals/)
})

test('parseCount: digits within bounds', () => {
  expect(parseCount('#7', { what: 'incident' })).toBe(7n)
  for (const text of ['', '-1', '1.0', '0x1', '1e3', '9'.repeat(79), 'x', '１']) {
    expect(() => parseCount(text, { what: 'incident' })).toThrow(UsageError)
  }
  expect(() => parseCount('0', { what: 'incident', least: 1n })).toThrow(UsageError)
})

test('parseTime: with its zone, or Unix seconds', () => {
  expect(parseTime('2023-03-11T07:00:00Z')).toBe(1_678_518_000n)
  expect(parseTime('2023-03-11T08:00:00+01:00')).toBe(1_678_518_000n)
  expect(parseTime('1678518000')).toBe(1_678_518_000n)
  for (const text of ['yesterday', '11.3.2023', '2023-13-01', '2023-03-11T07:00:00', '-5', '1e9', '']) {
    expect(() => parseTime(text)).toThrow(UsageError)
  }
})

test('parseAddress: a mistyped one is told from what is none', () => {
  const address = '0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045'
  expect(parseAddress(address, 'owner')).toBe(address)
  expect(parseAddress(address.toLowerCase(), 'owner')).toBe(address)
  expect(adviceOf(() => parseAddress(address.replace('d8dA', 'd8Da'), 'owner'))).toContain('mistyped')
  for (const text of ['', '0x', 'vitalik.eth', address.slice(0, -1), `${address}0`]) {
    expect(adviceOf(() => parseAddress(text, 'owner'))).toContain('40 hexadecimal digits')
  }
})

test('parseHex and parseUrl', () => {
  expect(parseHex('0x1234', { what: 'evidence' })).toBe('0x1234')
  for (const text of ['1234', '0x123', '0xzz', '']) expect(() => parseHex(text, { what: 'x' })).toThrow(UsageError)
  expect(() => parseHex('0x12', { what: 'root', bytes: 32 })).toThrow(/32 bytes/)
  expect(parseUrl('https://node.example/key', 'RPC URL')).toBe('https://node.example/key')
  for (const text of ['localhost:8545', 'file:///etc/passwd', 'ws://x', '']) {
    expect(() => parseUrl(text, 'RPC URL')).toThrow(UsageError)
  }
})
