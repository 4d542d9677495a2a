import { expect, test } from 'vitest'
import { createRandom } from '../../scripts/vectors/random.ts'
import {
  ArithmeticError,
  classRequirementUp,
  ExposureTooLargeError,
  moveExposure,
  NumberOutOfRangeError,
  requirementUp,
} from '../../src/exact/index.ts'

const empty = () => ({ s: 0n, s2: 0n })

test('behavior: SOL-3, SCR covers every group alone and grows with each exposure', () => {
  const random = createRandom(3n)
  for (let round = 0; round < 300; round += 1) {
    const r = random.between(0n, 10_000n)
    const classes = Array.from({ length: Number(random.between(1n, 16n)) }, () => ({
      q: 0n,
      a: 0n,
      rho: random.between(0n, 10_000n),
    }))
    let totals = empty()
    let largest = 0n
    let scr = 0n
    for (let n = 0; n < 12; n += 1) {
      const index = Number(random.below(BigInt(classes.length)))
      const afterwards = random.uint(60)
      const exposureClass = classes[index] ?? { q: 0n, a: 0n, rho: 0n }
      const moved = moveExposure({ exposureClass, totals, before: 0n, afterwards })
      classes[index] = moved.exposureClass
      totals = moved.totals
      if (afterwards > largest) largest = afterwards
      const next = requirementUp(totals, r)
      expect(next >= largest && next >= scr).toBe(true)
      scr = next
    }
    // With everything correlated in full it is the plain sum.
    const sum = classes.reduce((all, { a }) => all + a, 0n)
    expect(scr <= sum + BigInt(classes.length) + 1n).toBe(true)
  }
})

test('behavior: SOL-2, a group that comes and goes leaves the sums as they were', () => {
  const random = createRandom(4n)
  for (let round = 0; round < 300; round += 1) {
    const start = moveExposure({
      exposureClass: { q: 0n, a: 0n, rho: random.between(0n, 10_000n) },
      totals: empty(),
      before: 0n,
      afterwards: random.uint(64),
    })
    const [one, two] = [random.uint(64), random.uint(64)]
    const up = moveExposure({ ...start, before: 0n, afterwards: one })
    const on = moveExposure({ ...up, before: one, afterwards: two })
    expect(moveExposure({ ...on, before: two, afterwards: 0n })).toEqual(start)
  }
})

test('behavior: 50 independent risks need less than a seventh of their sum', () => {
  let moved = { exposureClass: { q: 0n, a: 0n, rho: 0n }, totals: empty() }
  for (let n = 0; n < 50; n += 1) moved = moveExposure({ ...moved, before: 0n, afterwards: 1_000n })
  expect(requirementUp(moved.totals, 2_500n)).toBe(7_072n)
})

test('error: ExposureTooLargeError', () => {
  const exposureClass = { q: 1n, a: (1n << 80n) - 1n, rho: 0n }
  const move = () => moveExposure({ exposureClass, totals: empty(), before: 0n, afterwards: 1n })
  expect(move).toThrow(ExposureTooLargeError)
})

test('error: ArithmeticError', () => {
  const exposureClass = { q: 1n, a: 1n, rho: 0n }
  expect(() => moveExposure({ exposureClass, totals: empty(), before: 2n, afterwards: 0n })).toThrow(ArithmeticError)
  expect(() => classRequirementUp({ ...exposureClass, rho: 10_001n })).toThrow(ArithmeticError)
})

test('error: NumberOutOfRangeError', () => {
  expect(() => classRequirementUp({ q: -1n, a: 0n, rho: 0n })).toThrow(NumberOutOfRangeError)
  expect(() => requirementUp({ s: 1n << 88n, s2: 0n }, 0n)).toThrow(
    's is 309485009821345068724781056, which is no uint88.',
  )
})
