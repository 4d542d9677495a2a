import {
  day,
  fallDown,
  type Mark,
  observedMark,
  type Reading,
  RiskError,
  readingRatio,
  wad,
} from '../../src/exact/index.ts'
import type { Random } from './random.ts'
import { product, type Table, times, type VectorFile } from './table.ts'

const hour = 3_600n
/** Most readings of a span here. */
const most = 6

const fall: Table = {
  name: 'fallDown',
  inputs: ['loss', 'whole'],
  outputs: ['fall'],
  minimum: 150,
  twin: () => (loss, whole) => [fallDown({ loss: loss as bigint, whole: whole as bigint })],
  rows: (random) => [
    ...product([0n, 1n, 2n, 3n, wad, (1n << 128n) - 1n], [0n, 1n, 3n, wad, (1n << 128n) - 1n]),
    // The largest loss whose product 256 bits hold, and one more.
    ...product([((1n << 256n) - 1n) / wad, ((1n << 256n) - 1n) / wad + 1n], [(1n << 256n) - 1n]),
    ...times(200, () => {
      const whole = random.uint(128)
      return [random.oneIn(3n) ? random.uint(128) : random.below(whole + 1n), whole]
    }),
  ],
}

type Span = {
  readings: Reading[]
  strike: bigint
  recovery: bigint
  persistence: bigint
  gap: bigint
  maxRatio: bigint
}

/** A whole, and a loss that is just beyond, just at, or far beyond a level. */
function reading(random: Random, time: bigint, whole: bigint, level: bigint): Reading {
  const edge = (whole * level) / wad
  const loss = random.pick([edge + 1n + whole / 1_000n, edge + 2n + whole / wad, whole, 2n * whole])
  return { time, whole, loss: random.oneIn(30n) ? random.pick([edge, edge + 1n]) : loss }
}

/** A span that proves a loss more often than not, and misses a rule else. */
function span(random: Random): Span {
  const strike = random.pick([0n, 1n, wad / 20n, wad / 20n, random.below(wad / 5n), random.below(wad)])
  const recovery = random.pick([strike, 0n, random.below(strike + 1n)])
  const persistence = random.pick([hour, 12n * hour, 30n * day, random.between(hour, 30n * day)])
  const lasts = random.oneIn(12n)
    ? random.pick([persistence - 1n, persistence + 3n * day + 1n])
    : random.pick([persistence, persistence, persistence + 3n * day, persistence + random.below(3n * day)])
  const count = random.between(2n, BigInt(most))
  const longest = (lasts + count - 2n) / (count - 1n)
  const gap = random.oneIn(12n) ? longest - 1n : random.pick([0n, 0n, longest, 2n * longest])
  const size = 1n + random.uint(126)
  const readings = Array.from({ length: Number(count) }, (_, index) => {
    const place = BigInt(index)
    const whole = random.pick([size, size, 1n + random.below(size), size + random.below(size / 10n + 1n)])
    const ends = place === 0n || place === count - 1n
    // Evenly apart.
    return reading(random, (lasts * place) / (count - 1n), whole, ends ? strike : recovery)
  })
  const broken = random.oneIn(25n) ? readings[Number(random.below(count))] : undefined
  const change = random.pick([{ whole: 0n }, { whole: 1n << 128n }, { loss: 1n << 128n }, { loss: (1n << 128n) - 1n }])
  return {
    readings: readings.map((one) => (one === broken ? { ...one, ...change } : one)),
    strike,
    recovery,
    persistence,
    gap,
    maxRatio: random.pick([wad, wad, wad / 2n, 1n]),
  }
}

const spans: Table = {
  name: 'spans',
  inputs: [
    'strike',
    'recovery',
    'persistence',
    'gap',
    'maxRatio',
    'count',
    ...Array.from({ length: most }, (_, i) => [`time${i}`, `loss${i}`, `whole${i}`]).flat(),
  ],
  outputs: ['ratio'],
  minimum: 350,
  twin:
    () =>
    (...row) => {
      const [strike = 0n, recovery = 0n, persistence = 0n, gap = 0n, maxRatio = 0n, count = 0n, ...words] = row
      const readings = Array.from({ length: Number(count) }, (_, i) => {
        const [time = 0n, loss = 0n, whole = 0n] = words.slice(3 * i)
        return { time, loss, whole }
      })
      const ratio = readingRatio({ readings, strike, recovery, persistence, gap, maxRatio })
      if (ratio === null) throw new RiskError('Nothing is proven')
      return [ratio]
    },
  rows: (random) =>
    times(400, () => {
      const { readings, strike, recovery, persistence, gap, maxRatio } = span(random)
      const words = readings.flatMap(({ time, loss, whole }) => [time, loss, whole])
      const rest = Array.from({ length: 3 * (most - readings.length) }, () => 0n)
      return [strike, recovery, persistence, gap, maxRatio, BigInt(readings.length), ...words, ...rest]
    }),
}

const [begin, observe, lower] = [0n, 1n, 2n]

/** One life of a mark: readings within a window and after it, rises and falls, losses that were paid for. */
function life(random: Random): bigint[][] {
  const largest = (1n << 112n) - 1n
  const fit = (value: bigint) => (value > largest ? largest : value)
  const rise = random.pick([wad / 50n, wad / 10n, wad, 0n, random.below(wad)])
  let value = random.pick([wad, 0n, 1n, largest, random.uint(112)])
  let time = 1_700_000_000n
  const rows = [[begin, time, value, rise]]
  for (let left = random.between(5n, 20n); left > 0n; left -= 1n) {
    time += random.pick([0n, 1n, hour, day - 1n, day, day, day + 1n, random.below(3n * day)])
    const moved = random.pick([value, value + value / 100n, value * 2n, (value * 99n) / 100n, value / 2n, value + 1n])
    value = random.oneIn(30n) ? random.pick([0n, largest]) : fit(moved)
    rows.push([random.oneIn(12n) ? lower : observe, time, value, rise])
  }
  return rows
}

const marks: Table = {
  name: 'marks',
  inputs: ['operation', 'timestamp', 'value', 'rise'],
  outputs: ['level', 'lowest', 'since'],
  minimum: 400,
  twin: () => {
    let mark: Mark = { level: 0n, lowest: 0n, since: 0n }
    return (operation = 0n, timestamp = 0n, value = 0n, rise = 0n) => {
      if (operation === begin) mark = { level: 0n, lowest: value, since: timestamp }
      else if (operation === lower) mark = { level: value, lowest: value, since: timestamp }
      else mark = observedMark({ mark, value, rise, timestamp })
      return [mark.level, mark.lowest, mark.since]
    }
  },
  rows: (random) => Array.from({ length: 40 }, () => life(random)).flat(),
}

export const readingTrigger: VectorFile = { name: 'ReadingTrigger', tables: [fall, spans, marks] }
