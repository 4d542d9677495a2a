import {
  coverRefundDown,
  day,
  extensionPremium,
  increasePremium,
  moveExposure,
  streamEdgesUp,
  streamPrecision,
  unearnedUnitsUp,
  wad,
} from '../../src/exact/index.ts'
import type { Random } from './random.ts'
import { premiumOutputs, premiumValues, type SaleRow, sale, saleInputs, saleParameters } from './sales.ts'
import { type Table, times, type VectorFile } from './table.ts'

/** Grains of tokens with 0 or 6, 8, 12 and 18 decimals. */
const grains = [1n, 1n, 10n ** 2n, 10n ** 6n, 10n ** 12n]

/** How long a cover has yet to run: its last second, the last day and its edges, long. */
function timeLeft(random: Random): bigint {
  return random.pick([1n, 2n, day - 1n, day, day + 1n, random.below(day), 30n * day, random.below(730n * day)])
}

/** A sale from a pool whose level of k may also be zero, in storage as it never is. */
function saleAtAnyLevel(random: Random): SaleRow {
  const row = sale(random)
  return { ...row, level: random.oneIn(5n) ? 0n : row.level, writtenDown: random.oneIn(80n) ? 1n : 0n }
}

/** What remains of a cover and what losses took of it, grains. */
function remains(random: Random, most: bigint): { coverAmount: bigint; lost: bigint } {
  const coverAmount = random.oneIn(40n) ? 0n : random.pick([most, 1n, 1n + random.below(most)])
  return { coverAmount, lost: random.oneIn(2n) ? 0n : random.uint(60) }
}

const increaseInputs = [...saleInputs, 'coverAmount', 'lost', 'minPeriod', 'maxPeriod'] as const
type IncreaseRow = Record<(typeof increaseInputs)[number], bigint>

const increase: Table = {
  name: 'increase',
  inputs: increaseInputs,
  outputs: premiumOutputs,
  minimum: 400,
  twin:
    () =>
    (...values) => {
      const row = rowOf(increaseInputs, values) as IncreaseRow
      const { coverAmount, minPeriod, maxPeriod } = row
      const cover = { amount: coverAmount, end: row.end }
      return premiumValues(increasePremium({ ...saleParameters(row), cover, minPeriod, maxPeriod }))
    },
  rows: (random) =>
    times(500, () => {
      const row = saleAtAnyLevel(random)
      const left = random.oneIn(25n) ? 0n : timeLeft(random)
      const waiting = random.oneIn(25n) ? left + 1n : random.pick([0n, left, random.below(left + 1n)])
      const [from, end] = [row.timestamp + waiting, row.timestamp + left]
      const changed: IncreaseRow = {
        ...row,
        from: row.keyed === 1n && from > end ? end : from,
        end,
        ...remains(random, row.groupNet + 1n),
        minPeriod: random.oneIn(25n) ? left + 1n : random.pick([0n, left, random.below(left + 1n)]),
        maxPeriod: random.oneIn(25n) && left > 0n ? left - 1n : random.pick([left, 730n * day]),
      }
      return increaseInputs.map((name) => changed[name])
    }),
}

const extensionInputs = [...saleInputs, 'coverAmount', 'lost', 'duration', 'maxPeriod'] as const
type ExtensionRow = Record<(typeof extensionInputs)[number], bigint>

/** A cover in a pool that counts it, and that could still sell it. */
function extended(random: Random): ExtensionRow {
  const row = saleAtAnyLevel(random)
  const groupNet = row.groupNet + row.amount / row.grain
  const { exposureClass, totals } = moveExposure({
    exposureClass: { q: row.q, a: row.a, rho: row.rho },
    totals: { s: row.s, s2: row.s2 },
    before: row.groupNet,
    afterwards: groupNet,
  })
  const left = random.oneIn(30n) ? 0n : timeLeft(random)
  const duration = random.oneIn(30n)
    ? 0n
    : random.pick([1n, day - (row.timestamp % day), day, random.below(day), random.below(730n * day), 365n * day])
  const waiting = random.oneIn(25n) ? left + 1n : random.pick([0n, left, random.below(left + 1n)])
  const end = row.timestamp + left
  const all = end + duration - row.timestamp
  const counted = remains(random, groupNet)
  return {
    ...row,
    ...totals,
    ...exposureClass,
    groupNet,
    amount: 0n,
    keyed: random.oneIn(40n) ? 1n : 0n,
    rate: random.pick([0n, wad / 50n, random.below(wad / 5n)]),
    from: row.timestamp + waiting,
    end,
    ...counted,
    // One grain more than the group counts, which no pool has.
    coverAmount: random.oneIn(60n) ? groupNet + 1n : counted.coverAmount,
    duration,
    maxPeriod: random.oneIn(25n) && all > 0n ? all - 1n : random.pick([all, 1460n * day]),
  }
}

const extension: Table = {
  name: 'extension',
  inputs: extensionInputs,
  outputs: premiumOutputs,
  minimum: 400,
  twin:
    () =>
    (...values) => {
      const row = rowOf(extensionInputs, values) as ExtensionRow
      const { coverAmount, duration, maxPeriod, timestamp, from } = row
      const [cover, waiting] = [{ amount: coverAmount, end: row.end }, from - timestamp]
      return premiumValues(extensionPremium({ ...saleParameters(row), cover, duration, waiting, maxPeriod }))
    },
  rows: (random) =>
    times(500, () => {
      const row = extended(random)
      return extensionInputs.map((name) => row[name])
    }),
}

const refundInputs = [
  'grain',
  'cash',
  'unearned',
  'high',
  'scr',
  'underfunded',
  'writtenDown',
  'coverAmount',
  'insured',
  'rate',
  'keyed',
  'waiting',
  'from',
  'end',
  'timestamp',
  'amount',
] as const
type RefundRow = Record<(typeof refundInputs)[number], bigint>

const all = (1n << 256n) - 1n

/** A cover of a pool that seldom refuses to take it back; `unearned` and `rate` are 1e-18 grains. */
function givenUp(random: Random): RefundRow {
  const grain = random.pick(grains)
  const insured = random.oneIn(3n) ? 1n + random.uint(50) : random.between(10n ** 8n, 10n ** 14n)
  const coverAmount = random.oneIn(40n) ? 0n : random.pick([insured, 1n, 1n + random.below(insured)])
  const keyed = random.oneIn(4n)
  const waiting = keyed ? 0n : random.pick([0n, 0n, 7n * day, random.below(180n * day)])

  // Bought some time ago; an event is to begin some time ahead, or has begun.
  const timestamp = 1_700_000_000n + random.pick([0n, 1n, 80_000n - 1n, 80_000n, random.below(1n << 30n)])
  const midnight = (timestamp / day + 1n) * day
  const ahead = random.pick([1n, day, day + 1n, midnight - timestamp, midnight + day + 1n - timestamp])
  const begins = timestamp + random.pick([ahead, ahead + random.below(90n * day)])
  const from = keyed
    ? random.oneIn(6n)
      ? timestamp - random.below(day)
      : begins
    : timestamp - random.pick([0n, 1n, day, random.below(700n * day)]) + waiting
  const later = from > timestamp ? from : timestamp
  const end = random.oneIn(40n) ? timestamp : later + timeLeft(random)

  // The rate of a premium between nothing and everything; cash from less than the unearned premium to plenty.
  const edges = streamEdgesUp(from, end)
  const premium = random.pick([1n, random.below(insured + 1n), random.below(insured / 20n + 1n), insured])
  const flowing = (premium * streamPrecision) / ((edges.end - edges.start) * day)
  const largest = (1n << 80n) - 1n
  const rate = random.oneIn(20n) ? random.pick([largest, 1n, 0n]) : flowing < largest ? flowing : largest
  const unearned = rate * (edges.end - edges.start) * day + (random.oneIn(2n) ? 0n : random.uint(110))
  const units = unearnedUnitsUp(unearned, grain)
  const missing = random.oneIn(8n) && units > 0n
  const high = missing ? 0n : random.uint(50) * grain
  const cash = missing ? random.pick([0n, units - 1n, random.below(units)]) : units + high
  const covered = high / grain
  return {
    grain,
    cash,
    unearned,
    high,
    scr: random.oneIn(12n) ? covered + 1n : random.pick([0n, covered, random.below(covered + 1n)]),
    underfunded: random.oneIn(20n) ? 1n : 0n,
    writtenDown: random.oneIn(20n) ? 1n : 0n,
    coverAmount,
    insured,
    rate,
    keyed: keyed ? 1n : 0n,
    waiting,
    from,
    end,
    timestamp,
    amount: random.oneIn(20n)
      ? random.pick([0n, (coverAmount + 1n) * grain, coverAmount * grain + 1n, grain - 1n])
      : random.pick([all, coverAmount * grain, grain, random.below(coverAmount + 1n) * grain]),
  }
}

const refund: Table = {
  name: 'refund',
  inputs: refundInputs,
  outputs: ['refund', 'fee'],
  minimum: 600,
  twin:
    () =>
    (...values) => {
      const row = rowOf(refundInputs, values) as RefundRow
      const { grain, cash, high, insured, rate, amount } = row
      const result = coverRefundDown({
        ...row,
        pool: {
          grain,
          cash,
          high,
          unearned: unearnedUnitsUp(row.unearned, grain),
          scr: row.scr * grain,
          underfunded: row.underfunded === 1n,
          writtenDown: row.writtenDown === 1n,
        },
        cover: { amount: row.coverAmount, insured, rate },
        keyed: row.keyed === 1n,
        amount: amount === all ? undefined : amount,
      })
      return [result.refund, result.fee]
    },
  rows: (random) =>
    times(800, () => {
      const row = givenUp(random)
      return refundInputs.map((name) => row[name])
    }),
}

/** The values of a row under the names of its columns. */
function rowOf(names: readonly string[], values: readonly bigint[]): Record<string, bigint | undefined> {
  return Object.fromEntries(names.map((name, index) => [name, values[index]]))
}

export const changes: VectorFile = { name: 'Changes', tables: [increase, extension, refund] }
