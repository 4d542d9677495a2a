import { addGain, day, settledBacking, unvestedUp } from '../../src/exact/index.ts'
import type { Random } from './random.ts'
import { product, type Table, times, type VectorFile } from './table.ts'

const start = 1_700_000_000n
const cooldown = (random: Random) => random.pick([day, 14n * day, 60n * day, random.between(day, 60n * day)])

const gain: Table = {
  name: 'addGain',
  inputs: ['unvested', 'end', 'gain', 'cooldown', 'timestamp'],
  outputs: ['unvested', 'end'],
  minimum: 200,
  twin: () => (unvested, end, amount, time, timestamp) => {
    const sum = addGain({ unvested, end, gain: amount, cooldown: time, timestamp } as never)
    return [sum.unvested, sum.end]
  },
  rows: (random) => [
    ...product(
      [0n, 1n, (1n << 96n) - 1n],
      [start - 1n, start, start + day],
      [0n, 1n, (1n << 95n) - 1n],
      [day],
      [start],
    ),
    ...times(200, () => {
      const time = cooldown(random)
      const timestamp = start + random.below(1n << 30n)
      const end = random.oneIn(6n) ? random.uint(32) : timestamp + random.below(time + 1n)
      return [random.uint(96), end, random.uint(96), time, timestamp]
    }),
  ],
}

const unvested: Table = {
  name: 'unvestedUp',
  inputs: ['unvested', 'updated', 'end', 'timestamp'],
  outputs: ['unvested'],
  minimum: 200,
  twin: () => (amount, updated, end, timestamp) => [
    unvestedUp({ unvested: amount, updated, end, b: 0n } as never, timestamp as bigint),
  ],
  rows: (random) => [
    ...product([0n, 1n, (1n << 96n) - 1n], [start], [start, start + 1n, start + day], [start, start + 1n, start + day]),
    ...times(200, () => {
      const end = start + random.below(60n * day)
      return [random.uint(96), start, end, start + random.below(70n * day)]
    }),
  ],
}

const backing: Table = {
  name: 'settledBacking',
  inputs: ['b', 'updated', 'high', 'scr', 'cooldown', 'timestamp'],
  outputs: ['b'],
  minimum: 250,
  twin: () => (b, updated, high, scr, time, timestamp) => [
    settledBacking({ gains: { b, updated }, high, scr, cooldown: time, timestamp } as never),
  ],
  rows: (random) => [
    ...product(
      [0n, 1n, (1n << 96n) - 1n],
      [start],
      [0n, 1n, (1n << 96n) - 1n],
      [0n, 1n],
      [14n * day],
      [start, start + 1n, start + 14n * day - 1n, start + 14n * day],
    ),
    [5n, start, 9n, 1n, day, start - 1n],
    ...times(200, () => {
      const time = cooldown(random)
      return [random.uint(96), start, random.uint(96), random.uint(88), time, start + random.below(2n * time)]
    }),
  ],
}

export const capital: VectorFile = { name: 'Capital', tables: [gain, unvested, backing] }
