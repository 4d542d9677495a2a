import {
  classRequirementUp,
  day,
  maxLevel,
  minLevel,
  moveExposure,
  type Premium,
  poolPremium,
  requirementUp,
  wad,
} from '../../src/exact/index.ts'
import type { Random } from './random.ts'
import { type Table, times, type VectorFile } from './table.ts'

/** Columns of a pool, the book that a sale goes into, and the sale. */
export const saleInputs = [
  'grain',
  'r',
  'kappa',
  'curatorFee',
  'supply',
  'queued',
  'high',
  'low',
  'b',
  'writtenDown',
  'level',
  'moved',
  'utilisation',
  's',
  's2',
  'q',
  'a',
  'rho',
  'groupNet',
  'timestamp',
  'amount',
  'keyed',
  'rate',
  'from',
  'end',
  'grace',
  'maxLossProbability',
  'protocolFee',
  'referrerFee',
] as const
/** A row of them. */
export type SaleRow = Record<(typeof saleInputs)[number], bigint>

/** A pool with a book, and a purchase from it that is seldom refused. */
export function sale(random: Random): SaleRow {
  const grain = random.pick([1n, 1n, 10n ** 2n, 10n ** 12n])
  const bits = Number(random.between(20n, 50n))
  const rho = random.pick([2_500n, 5_000n, 10_000n, random.between(2_500n, 10_000n)])
  const r = random.pick([1_000n, 2_500n, 10_000n, random.between(1_000n, 10_000n)])
  const grains = 1n + random.uint(bits)

  // The class of the risk, and other classes beside it.
  const groupNet = random.oneIn(3n) ? 0n : random.uint(bits) + random.below(grains + 1n)
  const others = random.oneIn(3n) ? [] : times(3, () => [random.uint(bits)]).map(([e]) => e as bigint)
  const groups = [groupNet, ...others]
  const exposureClass = {
    q: groups.reduce((sum, e) => sum + e * e, 0n),
    a: groups.reduce((sum, e) => sum + e, 0n),
    rho,
  }
  const own = classRequirementUp(exposureClass)
  const beside = random.oneIn(2n) ? 0n : random.uint(bits)
  const totals = { s: own + beside, s2: own * own + beside * beside }
  const scr0 = requirementUp(totals, r)
  const scr1 = requirementUp(
    moveExposure({ exposureClass, totals, before: groupNet, afterwards: groupNet + grains }).totals,
    r,
  )

  // Own funds from just enough to plenty; b at the kinks of the curve as often as anywhere.
  const supply = 1n + random.uint(110)
  const queued = random.oneIn(2n) ? 0n : random.below(supply)
  const free = supply - queued
  const enough = (scr1 * grain * supply + free - 1n) / free
  const low = random.oneIn(12n) ? enough - 1n : random.pick([enough, enough + random.below(enough + 1n), 3n * enough])
  const high = low + (random.oneIn(3n) ? random.below(low / grain + 1n) * grain : 0n)
  const b = random.pick([0n, high, random.below(high + 1n), (scr1 * grain * 5n) / 4n, scr1 * grain])

  const timestamp = 1_700_000_000n + random.below(1n << 30n)
  const keyed = random.oneIn(3n)
  const waiting = random.pick([0n, 0n, 7n * day, random.below(30n * day)])
  const duration = waiting + random.pick([day, 30n * day, 365n * day, random.below(730n * day)])
  return {
    grain,
    r,
    kappa: random.pick([0n, 2n * 10n ** 15n, 5n * 10n ** 16n]),
    curatorFee: random.pick([0n, 500n, 2_000n, random.below(2_001n)]),
    supply,
    queued,
    high,
    low,
    b: scr0 === 0n || b > high ? high : b,
    writtenDown: random.oneIn(60n) ? 1n : 0n,
    level: random.pick([minLevel, maxLevel, random.between(minLevel, maxLevel)]),
    moved: timestamp - random.pick([0n, 1n, 5n * day, random.below(9n * day), 900n * day]),
    utilisation: random.pick([0n, (8n * wad) / 10n, wad, random.below(wad + 1n)]),
    ...totals,
    ...exposureClass,
    groupNet,
    timestamp,
    amount: grains * grain + (grain > 1n && random.oneIn(40n) ? 1n : 0n),
    keyed: keyed ? 1n : 0n,
    rate: random.pick([0n, wad / 50n, random.below(wad / 5n), wad / 2n]),
    from: timestamp + waiting,
    end: timestamp + duration,
    grace: random.pick([0n, 7n * day, random.below(90n * day)]),
    maxLossProbability: random.pick([wad, wad, wad, wad / 5n]),
    protocolFee: random.pick([0n, 500n, 1_000n]),
    referrerFee: random.oneIn(40n) ? 1_001n : random.pick([0n, 1_000n, random.below(1_001n)]),
  }
}

/** What the twins take of a row: its pool, its risk, and the other columns as they are. */
export function saleParameters(row: SaleRow) {
  const { level, moved, utilisation, s, s2, q, a, rho, b, keyed, writtenDown, ...rest } = row
  return {
    ...rest,
    pool: {
      ...rest,
      priceBacking: b,
      writtenDown: writtenDown === 1n,
      curve: { level, moved, utilisation },
      totals: { s, s2 },
    },
    risk: { ...rest, exposureClass: { q, a, rho } },
    keyed: keyed === 1n,
  }
}

/** Columns of what a sale costs. */
export const premiumOutputs = ['net', 'protocolFee', 'curatorFee', 'referrerFee', 'total'] as const

/** The values of those columns. */
export function premiumValues(premium: Premium): bigint[] {
  return premiumOutputs.map((name) => premium[name])
}

const quote: Table = {
  name: 'quote',
  inputs: saleInputs,
  outputs: premiumOutputs,
  minimum: 500,
  twin:
    () =>
    (...values) => {
      const row = Object.fromEntries(saleInputs.map((name, index) => [name, values[index]])) as SaleRow
      return premiumValues(poolPremium(saleParameters(row)))
    },
  rows: (random) =>
    times(600, () => {
      const row = sale(random)
      return saleInputs.map((name) => row[name])
    }),
}

export const sales: VectorFile = { name: 'Sales', tables: [quote] }
