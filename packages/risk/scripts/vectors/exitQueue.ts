import { exitSharesDown, exitValueDown, servedExit } from '../../src/exact/index.ts'
import type { Random } from './random.ts'
import { product, type Table, times, type VectorFile } from './table.ts'

const max96 = (1n << 96n) - 1n
const max128 = (1n << 128n) - 1n
const virtuals = [1n, 10n ** 12n, 10n ** 18n]
const pool = (random: Random) => [random.uint(96), random.uint(128), random.pick(virtuals)] as const

const value: Table = {
  name: 'valueDown',
  inputs: ['shares', 'funds', 'supply', 'virtualShares'],
  outputs: ['assets'],
  minimum: 150,
  twin: () => (shares, funds, supply, virtualShares) => [
    exitValueDown({ shares, funds, supply, virtualShares } as never),
  ],
  rows: (random) => [
    ...product([0n, 1n, max128], [0n, max96], [0n, 1n, max128], [1n, 10n ** 18n]),
    ...times(120, () => [random.uint(128), ...pool(random)]),
  ],
}

const shares: Table = {
  name: 'sharesDown',
  inputs: ['assets', 'funds', 'supply', 'virtualShares'],
  outputs: ['shares'],
  minimum: 150,
  twin: () => (assets, funds, supply, virtualShares) => [
    exitSharesDown({ assets, funds, supply, virtualShares } as never),
  ],
  rows: (random) => [
    ...product([0n, 1n, max96], [0n, max96], [0n, 1n, max128], [1n, 10n ** 18n]),
    ...times(120, () => [random.uint(96), ...pool(random)]),
  ],
}

const served: Table = {
  name: 'served',
  inputs: ['value', 'shares', 'high', 'low', 'spare', 'supply', 'virtualShares'],
  outputs: ['shares', 'assets', 'leaving'],
  minimum: 300,
  twin: () => (worth, asked, high, low, spare, supply, virtualShares) => {
    const request = { value: worth, shares: asked }
    const result = servedExit({ request, high, low, spare, supply, virtualShares } as never)
    return [result.shares, result.assets, result.leaving]
  },
  rows: (random) => [
    ...product([0n, max96], [0n, 1n], [0n, max96], [0n], [0n, 1n, max96], [0n, 10n ** 24n], [10n ** 12n]),
    ...times(300, () => {
      const supply = 1n + random.uint(120)
      const high = random.uint(96)
      const low = random.oneIn(2n) ? high : random.below(high + 1n)
      const asked = 1n + random.below(supply)
      const virtualShares = random.pick(virtuals)
      // Most were asked for at about what they are worth now; some before a loss or a gain.
      const now = exitValueDown({ shares: asked, funds: high, supply, virtualShares })
      const worth = random.oneIn(3n) ? random.below(2n * now + 2n) : now
      const spare = random.oneIn(2n) ? low : random.below(low + 1n)
      return [worth > max96 ? max96 : worth, asked, high, low, spare, supply, virtualShares]
    }),
  ],
}

export const exitQueue: VectorFile = { name: 'ExitQueue', tables: [value, shares, served] }
