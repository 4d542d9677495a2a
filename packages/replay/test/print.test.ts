import { describe, expect, test } from 'vitest'
import { sparkline } from '../src/print/sparkline.ts'
import { table } from '../src/print/table.ts'
import { moment, money, percent, price } from '../src/usdc2023/format.ts'

describe('sparkline', () => {
  test('default', () => {
    expect(sparkline([1, 2, 3], 3)).toBe('▁▅█')
  })

  test('behavior: a short fall is not lost', () => {
    expect(sparkline([3, 3, 1, 3, 3, 3], 2)).toBe('▁█')
  })

  test('behavior: numbers that are all the same', () => {
    expect(sparkline([2, 2], 10)).toBe('██')
  })
})

test('table', () => {
  expect(
    table(
      ['pool', 'paid'],
      [
        ['Harbour', '12.40 USDT'],
        ['Skerry', '–'],
      ],
    ),
  ).toEqual(['pool            paid', 'Harbour   12.40 USDT', 'Skerry             –'])
})

test('money, percent, moment, price: cut, never rounded up', () => {
  expect(money('Harbour', 1_234_567_899_999n)).toBe('1,234,567.89 USDT')
  expect(money('Harbour', 1_999_999n, 0)).toBe('1 USDT')
  expect(money('Harbour', 5n, 6)).toBe('0.000005 USDT')
  expect(money('Lighthouse', 10n ** 18n)).toBe('1.0000 WETH')
  expect(percent(10n ** 18n, 2)).toBe('100.00 %')
  expect(percent(10n ** 18n - 1n, 2)).toBe('99.99 %')
  expect(moment(1_678_549_907)).toBe('2023-03-11 15:51')
  expect(moment(1_678_549_907, 'second')).toBe('2023-03-11 15:51:47')
  expect(price(94_820_537n)).toBe('0.9482')
})
