import { describe, expect, test } from 'vitest'
import { findFalls } from '../src/check/findFalls.ts'
import { drawPlan, faultKinds, runCampaign } from '../src/index.ts'

const wad = 10n ** 18n
const hour = 3_600n
const depeg = {
  ...{
    listing: 1n,
    strike: 95n,
    recovery: 98n,
    par: 100n,
    persistence: 2n * hour,
    heartbeat: 3n * hour,
    worstCase: 0n,
  },
  feed: { proxy: '0x', aggregator: '0x', oracle: '0x' },
} as const
const rounds = (...answers: readonly bigint[]) => answers.map((answer, at) => ({ answer, time: BigInt(at) * hour }))

describe('drawPlan', () => {
  test('default: a seed draws the same again, another one something else', () => {
    expect(drawPlan(7)).toEqual(drawPlan(7))
    expect(drawPlan(7)).not.toEqual(drawPlan(8))
  })

  test('behavior: a few seeds draw every kind of fault', () => {
    const drawn = Array.from({ length: 100 }, (_, seed) => drawPlan(seed).steps).flat()
    const kinds = new Set(drawn.flatMap(({ faults }) => faults.map(({ kind }) => kind)))
    expect([...kinds].sort()).toEqual([...faultKinds].sort())
    const depths = drawn.flatMap(({ faults }) => faults.filter(({ kind }) => kind === 'reorg').map(({ size }) => size))
    expect([Math.min(...depths), Math.max(...depths)]).toEqual([1, 64])
  })
})

describe('findFalls', () => {
  test('default: what lasts is paid, by the mean price of its time', () => {
    const [fall, ...more] = findFalls(rounds(100n, 90n, 80n, 100n), depeg)
    expect(more).toEqual([])
    expect(fall).toEqual({ lossTime: hour, shownAt: 3n * hour, ratio: (wad * 15n) / 100n })
  })

  test('behavior: what recovers in time, or is never below the strike, is not paid', () => {
    expect(findFalls(rounds(100n, 90n, 98n, 90n, 99n), depeg)).toEqual([])
    expect(findFalls(rounds(100n, 96n, 96n, 96n, 96n), depeg)).toEqual([])
  })

  test('behavior: one payment until recovery', () => {
    expect(findFalls(rounds(100n, 90n, 90n, 90n, 90n, 90n, 90n, 90n), depeg)).toHaveLength(1)
    expect(findFalls(rounds(100n, 90n, 90n, 90n, 99n, 90n, 90n, 90n), depeg)).toHaveLength(2)
  })

  test('behavior: silence ends a fall, and the next round may begin another', () => {
    const silent = [
      ...rounds(100n, 90n),
      ...rounds(90n, 90n, 90n).map(({ answer, time }) => ({ answer, time: time + 10n * hour })),
    ]
    expect(findFalls(silent, depeg)).toMatchObject([{ lossTime: 10n * hour }])
  })
})

describe('runCampaign', () => {
  test('default: whatever breaks, everybody is paid once, and the database equals the chain', {
    timeout: 900_000,
  }, async () => {
    const results = await runCampaign({ seeds: [5], jobs: 1 })
    expect(results.flatMap(({ complaints }) => complaints)).toEqual([])
    expect(results.reduce((sum, { payouts }) => sum + payouts, 0)).toBeGreaterThan(0)
  })
})
