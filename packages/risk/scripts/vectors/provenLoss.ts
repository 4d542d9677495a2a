import {
  holdingWorthDown,
  holdingWorthUp,
  lotPriceUp,
  provenLossDown,
  usedTokensUp,
  wad,
} from '../../src/exact/index.ts'
import type { Random } from './random.ts'
import { type Table, times, type VectorFile } from './table.ts'

const units = [1n, 10n ** 6n, 10n ** 8n, 10n ** 18n, 10n ** 24n]
const ratio = (random: Random) => random.pick([0n, wad / 10n, wad / 2n, wad, random.below(wad + 1n)])
const value = (random: Random) => random.pick([1n, wad, 2n * wad, 10n ** 22n, (1n << 128n) - 1n, random.uint(90)])

const worth: Table = {
  name: 'worth',
  inputs: ['held', 'value', 'unit', 'assetUnit'],
  outputs: ['down', 'up'],
  minimum: 300,
  twin:
    () =>
    (held = 0n, value = 0n, unit = 0n, assetUnit = 0n) => {
      const holding = { held, value, unit, assetUnit }
      return [holdingWorthDown(holding), holdingWorthUp(holding)]
    },
  rows: (random) => [
    [(1n << 256n) - 1n, wad, 10n ** 18n, 10n ** 6n],
    [wad, wad, 0n, 10n ** 6n],
    ...times(320, () => [random.uint(150), value(random), random.pick(units), random.pick(units)]),
  ],
}

const tokens: Table = {
  name: 'tokens',
  inputs: ['claim', 'value', 'unit', 'assetUnit'],
  outputs: ['tokens'],
  minimum: 300,
  twin:
    () =>
    (claim = 0n, value = 0n, unit = 0n, assetUnit = 0n) => [usedTokensUp({ claim, value, unit, assetUnit })],
  rows: (random) => [
    [1n, 0n, 10n ** 18n, 10n ** 6n],
    ...times(320, () => [random.uint(96), value(random), random.pick(units), random.pick(units)]),
  ],
}

const loss: Table = {
  name: 'loss',
  inputs: ['worth', 'handed', 'used', 'before', 'share', 'top', 'deductible', 'base', 'taken'],
  outputs: ['loss', 'left'],
  minimum: 500,
  twin:
    () =>
    (worth = 0n, handed = 0n, used = 0n, before = 0n, share = 0n, top = 0n, deductible = 0n, base = 0n, taken = 0n) => {
      const answer = provenLossDown({ worth, handed, used, before, share, top, deductible, base, taken })
      return [answer.loss, answer.left]
    },
  rows: (random) =>
    times(600, () => {
      const base = random.uint(96)
      const near = () => random.pick([base, base / 2n, base / 10n, 2n * base, random.uint(128)])
      const held = near()
      const taken = random.pick([0n, base / 3n, base])
      const [before, share] = [ratio(random) / 2n, ratio(random) / 2n]
      return [
        held,
        random.oneIn(3n) ? near() : held,
        random.pick([0n, taken, taken + near(), near()]),
        before,
        share,
        random.oneIn(3n) ? before + share + ratio(random) / 4n : before + share,
        random.pick([0n, 0n, wad / 10n, ratio(random)]),
        base,
        taken,
      ]
    }),
}

const lotPrice: Table = {
  name: 'lotPrice',
  inputs: ['value', 'amount', 'unit', 'assetUnit', 'elapsed'],
  outputs: ['price'],
  minimum: 300,
  twin:
    () =>
    (value = 0n, amount = 0n, unit = 0n, assetUnit = 0n, elapsed = 0n) => [
      lotPriceUp({ value, amount, unit, assetUnit, elapsed }),
    ],
  rows: (random) =>
    times(330, () => {
      const halfLife = 43_200n
      const elapsed = random.pick([0n, 1n, halfLife - 1n, halfLife, 127n * halfLife, 200n * halfLife, random.uint(32)])
      return [value(random), random.uint(128), random.pick(units), random.pick(units), elapsed]
    }),
}

export const provenLoss: VectorFile = { name: 'ProvenLoss', tables: [worth, tokens, loss, lotPrice] }
