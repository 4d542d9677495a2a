import { expect, test } from 'vitest'
import { createRandom } from '../../scripts/vectors/random.ts'
import {
  ArithmeticError,
  accrueStream,
  addGain,
  closeStream,
  day,
  openStream,
  type Stream,
  StreamTooLargeError,
  streamEdgesUp,
  streamPrecision,
  streamRateDown,
  unearnedUnitsUp,
  unvestedUp,
} from '../../src/exact/index.ts'

const empty = (time = 0n): Stream => ({ unearned: 0n, rate: 0n, time, deltas: new Map() })

test('behavior: what a stream was opened with is exactly what it has paid when it ends', () => {
  const random = createRandom(11n)
  for (let round = 0; round < 300; round += 1) {
    let stream = empty(random.below(1n << 30n))
    let expected = 0n
    let last = 0n
    for (let n = 0; n < 8; n += 1) {
      const now = stream.time + random.below(20n * day)
      const before = accrueStream(stream, now)
      expected -= stream.unearned - before.unearned
      stream = before
      const { start, end } = streamEdgesUp(now + random.below(9n * day), now + random.below(300n * day))
      const rate = random.uint(70)
      stream = openStream({ stream, rate, start, end })
      expected += rate * (end - start) * day
      expect(stream.unearned).toBe(expected)
      if (end > last) last = end
    }
    // One moment before the last end something flows; at the end nothing does, and nothing is left.
    stream = accrueStream(stream, last * day)
    expect([stream.unearned, stream.rate]).toEqual([0n, 0n])
  }
})

test('behavior: it does not matter how often it is accrued', () => {
  const random = createRandom(12n)
  for (let round = 0; round < 200; round += 1) {
    let stream = empty(19_000n * day + random.below(day))
    for (let n = 0; n < 5; n += 1) {
      const { start, end } = streamEdgesUp(stream.time + random.below(9n * day), stream.time + random.below(90n * day))
      stream = openStream({ stream, rate: random.uint(70), start, end })
    }
    const target = stream.time + random.below(120n * day)
    let often = stream
    while (often.time < target) {
      const next = often.time + 1n + random.below(3n * day)
      often = accrueStream(often, next < target ? next : target)
    }
    expect(often).toEqual(accrueStream(stream, target))
  }
})

test('behavior: closing takes out what it had yet to pay, in any part', () => {
  const random = createRandom(13n)
  for (let round = 0; round < 300; round += 1) {
    const { start, end } = streamEdgesUp(random.below(9n * day), random.below(90n * day))
    const [rate, other] = [1n + random.uint(70), random.uint(70)]
    let stream = openStream({ stream: empty(), rate: other, start: 0n, end: 100n })
    stream = openStream({ stream, rate, start, end })
    const now = random.below(95n * day)
    const alone = accrueStream(openStream({ stream: empty(), rate: other, start: 0n, end: 100n }), now)
    const part = random.below(rate + 1n)
    const once = closeStream({ stream: accrueStream(stream, now), rate: part, start, end })
    const twice = closeStream({ stream: once.stream, rate: rate - part, start, end })
    expect([twice.stream.unearned, twice.stream.rate]).toEqual([alone.unearned, alone.rate])
    expect(accrueStream(twice.stream, 100n * day).unearned).toBe(0n)
  }
})

test('behavior: a premium never becomes more than it was', () => {
  const random = createRandom(14n)
  for (let round = 0; round < 300; round += 1) {
    const grain = random.pick([1n, 10n ** 12n])
    const amount = random.uint(36) * random.between(1n, grain)
    const { start, end } = streamEdgesUp(0n, random.below(400n * day))
    const rate = streamRateDown({ amount, grain, start, end })
    const unearned = rate * (end - start) * day
    const units = unearnedUnitsUp(unearned, grain)
    expect(units <= amount && amount * (streamPrecision / grain) - unearned < (end - start) * day).toBe(true)
  }
})

test('behavior: streams that start later may add up to more than 80 bits', () => {
  const rate = (1n << 79n) - 1n
  let stream = empty()
  for (let start = 1n; start <= 30n; start += 1n) stream = openStream({ stream, rate, start, end: start + 40n })
  expect(accrueStream(stream, 30n * day).rate).toBe(30n * rate)
  expect(accrueStream(stream, 70n * day)).toMatchObject({ unearned: 0n, rate: 0n })
})

test('behavior: gains stream as one; a small one does not hold a large one back', () => {
  const [cooldown, timestamp] = [14n * day, 1_700_000_000n]
  const first = addGain({ unvested: 0n, end: 0n, gain: 10n ** 9n, cooldown, timestamp })
  expect(first).toEqual({ unvested: 10n ** 9n, end: timestamp + cooldown })
  const later = timestamp + 7n * day
  const unvested = unvestedUp({ ...first, updated: timestamp, b: 0n }, later)
  expect(unvested).toBe(5n * 10n ** 8n)
  let gains = { unvested, end: first.end }
  for (let n = 0; n < 100; n += 1) gains = addGain({ ...gains, gain: 1n, cooldown, timestamp: later })
  expect(gains).toEqual({ unvested: unvested + 100n, end: first.end })
})

test('error: StreamTooLargeError', () => {
  const rate = 1n << 79n
  expect(() => openStream({ stream: empty(), rate, start: 1n, end: 2n })).toThrow(StreamTooLargeError)
  expect(() => openStream({ stream: empty(), rate, start: 0n, end: 1n << 40n })).toThrow(StreamTooLargeError)
  expect(() => streamRateDown({ amount: 1n << 90n, grain: 1n, start: 0n, end: 1n })).toThrow(StreamTooLargeError)
})

test('error: ArithmeticError', () => {
  expect(() => closeStream({ stream: empty(), rate: 1n, start: 0n, end: 1n })).toThrow(ArithmeticError)
  expect(() => streamRateDown({ amount: 1n, grain: 1n, start: 1n, end: 1n })).toThrow(ArithmeticError)
  expect(() => openStream({ stream: empty(), rate: 1n, start: 2n, end: 1n })).toThrow(ArithmeticError)
})
