import { leafClaimDown, leafPartDown, leafWorthDown, leafWorthUp, wad } from '../../src/exact/index.ts'
import { type Table, times, type VectorFile } from './table.ts'

const units = [1n, 10n ** 6n, 10n ** 8n, 10n ** 18n]

const worth: Table = {
  name: 'worth',
  inputs: ['loss', 'value', 'unit'],
  outputs: ['down', 'up'],
  minimum: 300,
  twin:
    () =>
    (loss = 0n, value = 0n, unit = 0n) => [leafWorthDown({ loss, value, unit }), leafWorthUp({ loss, value, unit })],
  rows: (random) => [
    [(1n << 128n) - 1n, (1n << 128n) - 1n, 10n ** 18n],
    ...times(320, () => [random.uint(128), random.pick([1n, wad, 3n * wad, random.uint(90)]), random.pick(units)]),
  ],
}

const claim: Table = {
  name: 'claim',
  inputs: ['base', 'ratio', 'deductible', 'loss'],
  outputs: ['claim'],
  minimum: 300,
  twin:
    () =>
    (base = 0n, ratio = 0n, deductible = 0n, loss = 0n) => [leafClaimDown({ base, ratio, deductible, loss })],
  rows: (random) =>
    times(330, () => {
      const base = random.uint(96)
      const ratio = random.pick([wad, wad / 2n, random.below(wad + 1n)])
      return [
        base,
        ratio,
        random.pick([0n, wad / 10n, random.below(wad)]),
        random.pick([base, base / 3n, random.uint(96)]),
      ]
    }),
}

const part: Table = {
  name: 'part',
  inputs: ['whole', 'loss', 'lossSum'],
  outputs: ['part'],
  minimum: 300,
  twin:
    () =>
    (whole = 0n, loss = 0n, lossSum = 0n) => [leafPartDown({ whole, loss, lossSum })],
  rows: (random) => [
    [1n, 1n, 0n],
    ...times(320, () => {
      const lossSum = random.uint(128) + 1n
      return [random.uint(96), random.below(lossSum + 1n), lossSum]
    }),
  ],
}

export const leafLoss: VectorFile = { name: 'LeafLoss', tables: [worth, claim, part] }
