import { isReportTable, type ReportStep, reportRatio, wad } from '../../src/exact/index.ts'
import type { Random } from './random.ts'
import { type Table, times, type VectorFile } from './table.ts'

/** Most steps of a table. */
const most = 8
const columns = [
  'steps',
  ...Array.from({ length: most }, (_, i) => [`minValue${i}`, `maxDistance${i}`, `status${i}`, `ratio${i}`]).flat(),
]
const [maxValue, maxDistance, maxStatus] = [(1n << 96n) - 1n, (1n << 64n) - 1n, 255n]

const step = (minValue: bigint, distance: bigint, status: bigint, percent: bigint): ReportStep => ({
  minValue,
  maxDistance: distance,
  status,
  ratio: (percent * wad) / 100n,
})

/** Flights by minutes, cancelled (1) and diverted (2); earthquakes by tenths within kilometres; storms by category. */
const tables: readonly (readonly ReportStep[])[] = [
  [
    step(15n, 0n, 0n, 25n),
    step(0n, 0n, 2n, 50n),
    step(30n, 0n, 0n, 50n),
    step(45n, 0n, 0n, 100n),
    step(0n, 0n, 1n, 100n),
  ],
  [step(60n, 100n, 0n, 25n), step(70n, 200n, 0n, 25n), step(60n, 50n, 0n, 50n), step(70n, 50n, 0n, 100n)],
  [
    step(0n, 60n, 3n, 30n),
    step(0n, 60n, 4n, 60n),
    step(0n, 60n, 5n, 100n),
    step(maxValue, maxDistance, maxStatus, 100n),
  ],
]

/** Any steps, by rising ratio more often than not. */
function anyTable(random: Random): ReportStep[] {
  const steps = Array.from({ length: Number(random.below(BigInt(most) + 1n)) }, () => ({
    minValue: random.pick([0n, random.below(100n), random.below(100n), maxValue]),
    maxDistance: random.pick([0n, 0n, random.below(100n), maxDistance]),
    status: random.pick([0n, 0n, random.below(4n), maxStatus]),
    ratio: random.pick([wad / 4n, wad / 2n, wad, random.below(wad + 1n)]),
  }))
  if (random.oneIn(5n)) return steps
  return steps.sort((one, other) => Number(one.ratio - other.ratio))
}

/** A table that a trigger would list, by leaving out of any one what it would not. */
function listed(random: Random): ReportStep[] {
  const table: ReportStep[] = []
  for (const next of anyTable(random)) {
    table.push(next)
    if (!isReportTable({ table, deductible: 0n, maxRatio: wad })) table.pop()
  }
  return table
}

function words(table: readonly ReportStep[]): bigint[] {
  const filled = [...table, ...Array.from({ length: most - table.length }, () => step(0n, 0n, 0n, 0n))]
  const values = filled.flatMap(({ minValue, maxDistance, status, ratio }) => [minValue, maxDistance, status, ratio])
  return [BigInt(table.length), ...values]
}

/** The table that the first columns hold, and the other columns. */
function read([count = 0n, ...row]: bigint[]): { table: ReportStep[]; rest: bigint[] } {
  const table = Array.from({ length: Number(count) }, (_, i) => {
    const [minValue = 0n, maxDistance = 0n, status = 0n, ratio = 0n] = row.slice(4 * i)
    return { minValue, maxDistance, status, ratio }
  })
  return { table, rest: row.slice(4 * most) }
}

/** A number at an edge of one of the steps, or anywhere. */
function near(random: Random, edges: readonly bigint[], max: bigint): bigint {
  const edge = edges.length > 0 ? random.pick(edges) : 0n
  const value = random.pick([edge, edge, edge + 1n, edge - 1n, random.below(120n), max])
  return value < 0n ? 0n : value > max ? max : value
}

const ratioOf: Table = {
  name: 'ratioOf',
  inputs: [...columns, 'value', 'distance', 'status'],
  outputs: ['ratio'],
  minimum: 400,
  twin:
    () =>
    (...row) => {
      const { table, rest } = read(row)
      const [value = 0n, distance = 0n, status = 0n] = rest
      return [reportRatio({ table, value, distance, status })]
    },
  rows: (random) => [
    // What no report can say: numbers of more bits than it has.
    ...[
      [maxValue + 1n, 0n, 0n],
      [0n, maxDistance + 1n, 0n],
      [0n, 0n, maxStatus + 1n],
      [maxValue, maxDistance, maxStatus],
    ].map((report) => [...words(tables[2] as ReportStep[]), ...report]),
    ...times(500, () => {
      const table = random.oneIn(3n) ? random.pick(tables) : random.oneIn(3n) ? anyTable(random) : listed(random)
      const edges = (name: keyof ReportStep) => table.map((one) => one[name])
      return [
        ...words(table),
        near(random, edges('minValue'), maxValue),
        near(random, edges('maxDistance'), maxDistance),
        near(random, edges('status'), maxStatus),
      ]
    }),
  ],
}

const isValid: Table = {
  name: 'isValid',
  inputs: [...columns, 'deductible', 'maxRatio'],
  outputs: ['valid'],
  minimum: 400,
  twin:
    () =>
    (...row) => {
      const { table, rest } = read(row)
      const [deductible = 0n, maxRatio = 0n] = rest
      return [isReportTable({ table, deductible, maxRatio }) ? 1n : 0n]
    },
  rows: (random) => [
    ...tables.map((table) => [...words(table), 0n, wad]),
    ...times(500, () => {
      const table = random.oneIn(2n) ? listed(random) : anyTable(random)
      const [lowest, highest] = [table[0]?.ratio ?? 0n, table.at(-1)?.ratio ?? 0n]
      const deductible = random.oneIn(12n) ? lowest : random.pick([0n, 0n, lowest > 0n ? lowest - 1n : 0n])
      return [
        ...words(table),
        deductible,
        random.oneIn(12n) && highest > 0n ? highest - 1n : random.pick([wad, highest]),
      ]
    }),
  ],
}

export const reportTable: VectorFile = { name: 'ReportTable', tables: [ratioOf, isValid] }
