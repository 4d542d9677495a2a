import { expect, test } from 'vitest'
import { createRandom } from '../../scripts/vectors/random.ts'
import { ArithmeticError, exitSharesDown, exitValueDown, servedExit, settledBacking } from '../../src/exact/index.ts'

test('behavior: EXT-2, no more than the value when asked, the value now, or what is there', () => {
  const random = createRandom(31n)
  for (let round = 0; round < 2_000; round += 1) {
    const supply = 1n + random.uint(110)
    const high = random.uint(80)
    const low = random.below(high + 1n)
    const pool = { supply, virtualShares: 10n ** 12n }
    const request = { value: random.uint(80), shares: 1n + random.below(supply) }
    const spare = random.below(low + 1n)
    const { shares, assets, leaving } = servedExit({ request, high, low, spare, ...pool })
    expect(shares <= request.shares && leaving <= spare && assets <= leaving).toBe(true)
    expect(assets <= request.value).toBe(true)
    expect(assets <= exitValueDown({ shares: request.shares, funds: low, ...pool })).toBe(true)
  }
})

test('behavior: CAP-3, in and out at once never gains', () => {
  const random = createRandom(32n)
  for (let round = 0; round < 2_000; round += 1) {
    const [funds, supply, assets] = [random.uint(90), random.uint(110), random.uint(80)]
    const virtualShares = random.pick([1n, 10n ** 12n])
    const shares = exitSharesDown({ assets, funds, supply, virtualShares })
    const back = exitValueDown({ shares, funds: funds + assets, supply: supply + shares, virtualShares })
    expect(back <= assets).toBe(true)
  }
})

test('behavior: b rises over one cooldown and falls at once', () => {
  const at = (timestamp: bigint, high: bigint) =>
    settledBacking({ gains: { b: 400n, updated: 0n }, high, scr: 1n, cooldown: 1_000n, timestamp })
  expect([at(0n, 1_000n), at(300n, 1_000n), at(600n, 1_000n), at(5_000n, 1_000n)]).toEqual([400n, 700n, 1_000n, 1_000n])
  expect(at(0n, 100n)).toBe(100n)
})

test('error: ArithmeticError', () => {
  const none = { value: 0n, shares: 0n }
  expect(() => servedExit({ request: none, high: 1n, low: 1n, spare: 1n, supply: 1n, virtualShares: 1n })).toThrow(
    ArithmeticError,
  )
  const gains = { b: 0n, updated: 5n }
  expect(() => settledBacking({ gains, high: 1n, scr: 1n, cooldown: 1n, timestamp: 4n })).toThrow(ArithmeticError)
})
