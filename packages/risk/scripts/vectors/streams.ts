import {
  accrueStream,
  closeStream,
  day,
  openStream,
  type Stream,
  streamEdgesUp,
  streamRateDown,
  unearnedUnitsUp,
} from '../../src/exact/index.ts'
import type { Random } from './random.ts'
import { product, type Table, times, type VectorFile } from './table.ts'

const grains = [1n, 10n, 10n ** 6n, 10n ** 12n]

const edges: Table = {
  name: 'edgesUp',
  inputs: ['from', 'to'],
  outputs: ['start', 'end'],
  minimum: 120,
  twin: () => (from, to) => {
    const { start, end } = streamEdgesUp(from as bigint, to as bigint)
    return [start, end]
  },
  rows: (random) => [
    ...product([0n, 1n, day - 1n, day, day + 1n], [0n, 1n, day - 1n, day, day + 1n, 2n * day]),
    ...times(100, () => {
      const from = random.uint(32)
      return [from, random.oneIn(4n) ? random.uint(32) : from + random.below(400n * day)]
    }),
  ],
}

const rate: Table = {
  name: 'rateDown',
  inputs: ['amount', 'grain', 'start', 'end'],
  outputs: ['rate'],
  minimum: 150,
  twin: () => (amount, grain, start, end) => [streamRateDown({ amount, grain, start, end } as never)],
  rows: (random) => [
    // The largest rate, and one unit more; no day; the wrong way round.
    ...product([0n, 1n, 104_452_504_440n, 104_452_504_441n, (1n << 96n) - 1n], [1n, 10n ** 12n], [5n], [4n, 5n, 6n]),
    ...times(130, () => {
      const start = random.uint(16)
      return [random.uint(80), random.pick(grains), start, start + random.between(1n, 400n)]
    }),
  ],
}

const units: Table = {
  name: 'unitsUp',
  inputs: ['unearned', 'grain'],
  outputs: ['units'],
  minimum: 100,
  twin: () => (unearned, grain) => [unearnedUnitsUp(unearned as bigint, grain as bigint)],
  rows: (random) => [
    ...product([0n, 1n, 10n ** 18n, 10n ** 18n + 1n, (1n << 128n) - 1n], grains),
    ...times(80, () => [random.uint(128), random.pick(grains)]),
  ],
}

const [reset, accrue, open, close] = [0n, 1n, 2n, 3n]

/** What the state machine answers: the whole sum, what a close had yet to pay, and the deltas on both days. */
function view(stream: Stream, remaining: bigint, start: bigint, end: bigint): bigint[] {
  const { unearned, rate, time, deltas } = stream
  return [unearned, rate, time, remaining, deltas.get(start) ?? 0n, deltas.get(end) ?? 0n]
}

/** One life of a sum of streams: sales, cancellations, long idle times, day edges to the second. */
function life(random: Random): bigint[][] {
  const origin = random.pick([0n, 19_675n * day, 19_675n * day + 1n, random.between(1n, 1n << 31n)])
  const rows = [[reset, origin, 0n, 0n]]
  const parts: { rate: bigint; start: bigint; end: bigint }[] = []
  let now = origin
  for (let step = random.between(4n, 14n); step > 0n; step -= 1n) {
    if (random.oneIn(3n)) {
      const edge = (now / day + 1n) * day
      now = random.pick([
        now,
        edge - 1n,
        edge,
        edge + 1n,
        now + random.below(90n * day),
        now + random.below(900n * day),
      ])
      rows.push([accrue, now, 0n, 0n])
      continue
    }
    rows.push([accrue, now, 0n, 0n])
    const part = parts.length > 0 && random.oneIn(3n) ? parts.pop() : undefined
    if (part) {
      const half = random.oneIn(2n) ? part.rate / 2n : 0n
      if (half !== 0n) parts.push({ ...part, rate: half })
      rows.push([close, part.rate - half, part.start, part.end])
      continue
    }
    const from = now + random.pick([0n, 1n, random.below(3n * day), random.below(60n * day)])
    const { start, end } = streamEdgesUp(from, from + random.pick([0n, day, random.below(400n * day)]))
    const most = random.oneIn(12n) ? 81 : 76
    const opened = { rate: random.uint(most), start, end }
    rows.push([open, opened.rate, start, end])
    if (opened.rate >> 79n === 0n) parts.push(opened)
  }
  // Past every end: nothing may be left.
  const last = parts.reduce((latest, { end }) => (end > latest ? end : latest), now / day)
  if ((last + 1n) * day < 1n << 32n) rows.push([accrue, (last + 1n) * day, 0n, 0n])
  return rows
}

const steps: Table = {
  name: 'steps',
  inputs: ['operation', 'x', 'start', 'end'],
  outputs: ['unearned', 'rate', 'time', 'remaining', 'deltaAtStart', 'deltaAtEnd'],
  minimum: 800,
  twin: () => {
    let stream: Stream = { unearned: 0n, rate: 0n, time: 0n, deltas: new Map() }
    return (operation = 0n, x = 0n, start = 0n, end = 0n) => {
      let remaining = 0n
      if (operation === reset) stream = { unearned: 0n, rate: 0n, time: x, deltas: new Map() }
      else if (operation === accrue) stream = accrueStream(stream, x)
      else if (operation === open) stream = openStream({ stream, rate: x, start, end })
      else if (operation === close) ({ stream, remaining } = closeStream({ stream, rate: x, start, end }))
      return view(stream, remaining, start, end)
    }
  },
  rows: (random) => {
    const largest = (1n << 79n) - 1n
    return [
      // Future starts may add up to more than 80 bits of rate: each fits its day, and so does the sum.
      [reset, 0n, 0n, 0n],
      ...[1n, 2n, 3n, 4n, 5n].map((start) => [open, largest, start, start + 10n]),
      ...[1n, 3n, 5n, 8n, 11n, 13n, 15n].map((at) => [accrue, at * day, 0n, 0n]),
      // One day's bucket is full: refused, and nothing has changed.
      [reset, 0n, 0n, 0n],
      [open, largest, 1n, 2n],
      [open, 1n, 1n, 2n],
      [accrue, day, 0n, 0n],
      [accrue, 2n * day, 0n, 0n],
      // An end may take one more than a start.
      [reset, 0n, 0n, 0n],
      [open, largest + 1n, 0n, 1n],
      [open, 1n, 0n, 1n],
      [accrue, day, 0n, 0n],
      // More unearned than 128 bits hold.
      [reset, 0n, 0n, 0n],
      [open, largest, 0n, 49_000n],
      ...Array.from({ length: 140 }, (_, index) => [open, largest, 0n, 48_000n + BigInt(index)]),
      ...Array.from({ length: 80 }, () => life(random)).flat(),
    ]
  },
}

export const streams: VectorFile = { name: 'Streams', tables: [edges, rate, units, steps] }
