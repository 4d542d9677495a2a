import {
  capitalChargeUp,
  driftedLevel,
  eventLossUp,
  expectedLossUp,
  expWad,
  firstLevel,
  maxDriftTime,
  maxLevel,
  minLevel,
  potentialDown,
  targetUtilisation,
  utilisationDown,
  wad,
  year,
} from '../../src/exact/index.ts'
import type { Random } from './random.ts'
import { product, type Table, times, type VectorFile } from './table.ts'

const grains = [1n, 10n, 10n ** 6n, 10n ** 12n]

/** A requirement and a backing, often at the kinks of the curve. */
function position(random: Random): [s: bigint, b: bigint] {
  const b = random.uint(88)
  if (random.oneIn(2n)) return [random.uint(88), b]
  const s = random.pick([(b * 4n) / 5n, (b * 4n) / 5n + 1n, b, b + 1n, b / 2n, random.below(b + 1n)])
  return [s, b]
}

const exponential: Table = {
  name: 'expWad',
  inputs: ['x'],
  outputs: ['y'],
  minimum: 300,
  twin: () => (x) => [expWad(x as bigint)],
  rows: (random) => [
    ...[
      0n,
      1n,
      -1n,
      wad,
      -wad,
      -41_446_531_673_892_822_314n,
      -41_446_531_673_892_822_313n,
      -41_446_531_673_892_822_312n,
      135_305_999_368_893_231_588n,
      135_305_999_368_893_231_589n,
      (1n << 255n) - 1n,
      -(1n << 255n),
    ].map((x) => [x]),
    // What five days can do, and all there is.
    ...times(150, () => [random.between(-6n * 10n ** 17n, 2n * 10n ** 17n)]),
    ...times(150, () => [random.between(-42n * wad, 136n * wad)]),
  ],
}

const expectedLoss: Table = {
  name: 'expectedLossUp',
  inputs: ['rate', 'amount', 'time', 'grain'],
  outputs: ['loss'],
  minimum: 200,
  twin: () => (rate, amount, time, grain) => [expectedLossUp({ rate, amount, time, grain } as never)],
  rows: (random) => [
    ...product([0n, 1n, (1n << 64n) - 1n], [0n, 1n, (1n << 64n) - 1n], [0n, 1n, (1n << 32n) - 1n], [1n, 10n ** 12n]),
    [1n << 255n, 1n, 2n, 1n],
    [1n, 1n << 255n, 1n, 2n],
    ...times(150, () => [random.uint(64), random.uint(64), random.uint(32), random.pick(grains)]),
  ],
}

const eventLoss: Table = {
  name: 'eventLossUp',
  inputs: ['probability', 'amount', 'grain'],
  outputs: ['loss'],
  minimum: 120,
  twin: () => (probability, amount, grain) => [eventLossUp({ probability, amount, grain } as never)],
  rows: (random) => [
    ...product([0n, 1n, wad - 1n, wad], [0n, 1n, (1n << 64n) - 1n], [1n, 10n ** 12n]),
    ...times(100, () => [random.below(wad + 1n), random.uint(64), random.pick(grains)]),
  ],
}

const potential: Table = {
  name: 'potentialDown',
  inputs: ['s', 'b'],
  outputs: ['area'],
  minimum: 300,
  twin: () => (s, b) => [potentialDown(s as bigint, b as bigint)],
  rows: (random) => [
    ...product([0n, 1n, 4n, 5n, 6n, (1n << 88n) - 1n], [0n, 1n, 5n, (1n << 96n) - 1n]),
    [1n << 127n, 1n << 128n],
    [1n << 253n, 1n << 253n],
    ...times(300, () => position(random)),
  ],
}

const utilisation: Table = {
  name: 'utilisationDown',
  inputs: ['s', 'b'],
  outputs: ['u'],
  minimum: 120,
  twin: () => (s, b) => [utilisationDown(s as bigint, b as bigint)],
  rows: (random) => [
    ...product([0n, 1n, 4n, 5n, (1n << 88n) - 1n], [0n, 1n, 5n, (1n << 96n) - 1n]),
    ...times(110, () => position(random)),
  ],
}

const capitalCharge: Table = {
  name: 'capitalChargeUp',
  inputs: ['level', 'b', 'scr0', 'scr1', 'time', 'grain'],
  outputs: ['charge'],
  minimum: 400,
  twin: () => (level, b, scr0, scr1, time, grain) => [capitalChargeUp({ level, b, scr0, scr1, time, grain } as never)],
  rows: (random) => [
    ...product([minLevel, maxLevel], [0n, 5n, (1n << 96n) - 1n], [0n, 4n], [0n, 4n, 5n], [0n, 1n, year], [1n]),
    [maxLevel, 0n, 0n, (1n << 88n) - 1n, (1n << 32n) - 1n, 10n ** 12n],
    ...times(330, () => {
      const [one, b] = position(random)
      const other = random.oneIn(3n) ? (b * 4n) / 5n : random.uint(88)
      const [scr0, scr1] = random.oneIn(8n) || one < other ? [one, other] : [other, one]
      return [random.between(minLevel, maxLevel), b, scr0, scr1, random.uint(32), random.pick(grains)]
    }),
  ],
}

const drift: Table = {
  name: 'driftedLevel',
  inputs: ['level', 'utilisation', 'elapsed'],
  outputs: ['level'],
  minimum: 350,
  twin: () => (level, u, elapsed) => [driftedLevel({ level, utilisation: u, elapsed } as never)],
  rows: (random) => [
    ...product(
      [0n, minLevel, minLevel + 1n, firstLevel, maxLevel - 1n, maxLevel, (1n << 64n) - 1n],
      [0n, targetUtilisation - 1n, targetUtilisation, targetUtilisation + 1n, wad],
      [0n, 1n, maxDriftTime - 1n, maxDriftTime, maxDriftTime + 1n, (1n << 32n) - 1n],
    ),
    ...times(180, () => [random.between(minLevel, maxLevel), random.below(wad + 1n), random.below(2n * maxDriftTime)]),
  ],
}

export const pricing: VectorFile = {
  name: 'Pricing',
  tables: [exponential, expectedLoss, eventLoss, potential, utilisation, capitalCharge, drift],
}
