import { classRequirementUp, moveExposure, requirementUp } from '../../src/exact/index.ts'
import { sqrtUp } from '../../src/exact/internal/sqrtUp.ts'
import type { Random } from './random.ts'
import { product, type Table, times, type VectorFile } from './table.ts'

/** Basis points, often at their ends. */
const correlation = (random: Random) =>
  random.oneIn(3n) ? random.pick([0n, 1n, 9_999n, 10_000n]) : random.between(0n, 10_000n)

const root: Table = {
  name: 'sqrtUp',
  inputs: ['x'],
  outputs: ['root'],
  minimum: 200,
  twin: () => (x) => [sqrtUp(x as bigint)],
  rows: (random) => [
    ...[0n, 1n, 2n, 3n, 4n, (1n << 256n) - 1n, 1n << 255n].map((x) => [x]),
    // Around perfect squares, where a root that is off by one shows.
    ...times(120, () => {
      const square = random.uint(120) ** 2n
      const x = square + random.between(-1n, 1n)
      return [x < 0n ? 0n : x]
    }),
    ...times(80, () => [random.uint(254)]),
  ],
}

const ofClass: Table = {
  name: 'classRequirementUp',
  inputs: ['q', 'a', 'rho'],
  outputs: ['s'],
  minimum: 250,
  twin: () => (q, a, rho) => [classRequirementUp({ q, a, rho } as never)],
  rows: (random) => [
    ...product([0n, 1n, (1n << 160n) - 1n], [0n, 1n, (1n << 80n) - 1n], [0n, 5_000n, 10_000n, 10_001n, 65_535n]),
    ...times(220, () => [random.uint(160), random.uint(80), correlation(random)]),
  ],
}

const across: Table = {
  name: 'requirementUp',
  inputs: ['s', 's2', 'r'],
  outputs: ['scr'],
  minimum: 250,
  twin: () => (s, s2, r) => [requirementUp({ s, s2 } as never, r as bigint)],
  rows: (random) => [
    ...product([0n, 1n, (1n << 88n) - 1n], [0n, 1n, (1n << 168n) - 1n], [0n, 2_500n, 10_000n, 10_001n]),
    ...times(220, () => [random.uint(88), random.uint(168), correlation(random)]),
  ],
}

const move: Table = {
  name: 'move',
  inputs: ['q', 'a', 'rho', 's', 's2', 'before', 'afterwards'],
  outputs: ['q', 'a', 's', 's2'],
  minimum: 400,
  twin: () => (q, a, rho, s, s2, before, afterwards) => {
    const moved = moveExposure({ exposureClass: { q, a, rho }, totals: { s, s2 }, before, afterwards } as never)
    return [moved.exposureClass.q, moved.exposureClass.a, moved.totals.s, moved.totals.s2]
  },
  rows: (random) => [
    ...product([0n], [0n], [0n, 10_000n], [0n], [0n], [0n, 1n], [0n, 1n, (1n << 64n) - 1n, (1n << 81n) - 1n]),
    // At the edge of each sum's storage.
    [(1n << 160n) - 1n, 1n, 0n, (1n << 80n) - 1n, (1n << 168n) - 1n, 0n, 1n],
    [(1n << 160n) - 2n, 1n, 10_000n, 1n, 1n, 0n, 1n],
    [1n, (1n << 80n) - 1n, 10_000n, (1n << 80n) - 1n, ((1n << 80n) - 1n) ** 2n, 0n, 1n],
    [1n, 1n, 5_000n, (1n << 88n) - 1n, 1n, 0n, 5n],
    // Books of groups: one of them moves, up, down or away.
    ...times(400, () => {
      const groups = times(Number(random.between(1n, 12n)), () => [random.uint(64)]).map(([e]) => e as bigint)
      const rho = correlation(random)
      const exposureClass = {
        q: groups.reduce((sum, e) => sum + e * e, 0n),
        a: groups.reduce((sum, e) => sum + e, 0n),
        rho,
      }
      const own = classRequirementUp(exposureClass)
      const other = random.uint(80)
      const afterwards = random.oneIn(4n) ? 0n : random.uint(64)
      const before = random.oneIn(20n) ? random.uint(64) : random.pick([0n, ...groups])
      return [exposureClass.q, exposureClass.a, rho, own + other, own * own + other * other, before, afterwards]
    }),
  ],
}

export const solvency: VectorFile = { name: 'Solvency', tables: [root, ofClass, across, move] }
