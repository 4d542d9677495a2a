import { describe, expect, test } from 'vitest'
import {
  fallDown,
  isReportTable,
  NoReadingError,
  NothingToObserveError,
  NumberOutOfRangeError,
  observedMark,
  type ReadingRatioParameters,
  type ReportStep,
  readingRatio,
  reportRatio,
  wad,
} from '../../src/exact/index.ts'

const hour = 3_600n
/** Hours, losses and wholes to a span of twelve hours with a strike of 5 and a recovery of 2 %. */
const span = (...readings: [hours: number, loss: number, whole: number][]): ReadingRatioParameters => ({
  readings: readings.map(([at, loss, whole]) => ({
    time: BigInt(at) * hour,
    loss: BigInt(loss),
    whole: BigInt(whole),
  })),
  strike: wad / 20n,
  recovery: wad / 50n,
  persistence: 12n * hour,
})

test('fallDown: at most all, rounded down', () => {
  expect(fallDown({ loss: 0n, whole: 1n })).toBe(0n)
  expect(fallDown({ loss: 2n, whole: 3n })).toBe(666_666_666_666_666_666n)
  expect(fallDown({ loss: 4n, whole: 3n })).toBe(wad)
  expect(fallDown({ loss: 0n, whole: 0n })).toBe(wad)
})

describe('readingRatio', () => {
  test('default: two readings beyond the strike, the persistence apart', () => {
    expect(readingRatio(span([0, 10, 100], [12, 10, 100]))).toBe(wad / 10n)
    expect(readingRatio(span([0, 10, 100], [84, 10, 100]))).toBe(wad / 10n)
  })

  test('behavior: nothing is proven by one reading, too early, or too late', () => {
    expect(readingRatio(span())).toBeNull()
    expect(readingRatio(span([0, 10, 100]))).toBeNull()
    expect(readingRatio(span([0, 10, 100], [11, 10, 100]))).toBeNull()
    expect(readingRatio(span([0, 10, 100], [85, 10, 100]))).toBeNull()
  })

  test('behavior: the strike itself begins nothing and proves nothing, recovery itself ends', () => {
    expect(readingRatio(span([0, 5, 100], [12, 10, 100]))).toBeNull()
    expect(readingRatio(span([0, 10, 100], [12, 5, 100]))).toBeNull()
    expect(readingRatio(span([0, 10, 100], [6, 2, 100], [12, 10, 100]))).toBeNull()
    expect(readingRatio(span([0, 10, 100], [6, 3, 100], [12, 10, 100]))).toBe((3n * wad) / 100n)
  })

  test('behavior: the smallest loss over the largest whole, of different readings', () => {
    expect(readingRatio(span([0, 10, 100], [6, 8, 100], [12, 20, 110]))).toBe((8n * wad) / 110n)
  })

  test('behavior: readings too far apart prove nothing', () => {
    const apart = span([0, 10, 100], [6, 10, 100], [12, 10, 100])
    expect(readingRatio({ ...apart, gap: 6n * hour })).toBe(wad / 10n)
    expect(readingRatio({ ...apart, gap: 6n * hour - 1n })).toBeNull()
  })

  test('behavior: never more than the largest ratio of the listing', () => {
    expect(readingRatio({ ...span([0, 90, 100], [12, 90, 100]), maxRatio: wad / 4n })).toBe(wad / 4n)
  })

  test('behavior: what is no reading is refused', () => {
    expect(() => readingRatio(span([0, 10, 0], [12, 10, 100]))).toThrow(NoReadingError)
    const large = { time: 12n * hour, loss: 1n << 128n, whole: 100n }
    const begun = span([0, 10, 100])
    expect(() => readingRatio({ ...begun, readings: [...begun.readings, large] })).toThrow(NoReadingError)
  })
})

describe('observedMark', () => {
  const mark = { level: 100n, lowest: 103n, since: 0n }
  const rise = wad / 10n

  test('behavior: rises to the lowest of a window of a day, by so much at most', () => {
    expect(observedMark({ mark, value: 120n, rise, timestamp: 24n * hour })).toEqual({
      level: 103n,
      lowest: 120n,
      since: 24n * hour,
    })
    expect(observedMark({ mark: { ...mark, lowest: 200n }, value: 120n, rise, timestamp: 24n * hour }).level).toBe(110n)
    expect(observedMark({ mark: { ...mark, level: 0n }, value: 120n, rise, timestamp: 24n * hour }).level).toBe(103n)
  })

  test('behavior: never falls, and a low reading holds it until the window closes', () => {
    expect(observedMark({ mark, value: 1n, rise, timestamp: hour })).toEqual({ ...mark, lowest: 1n })
    expect(observedMark({ mark, value: 1n, rise, timestamp: 24n * hour }).level).toBe(100n)
  })

  test('behavior: a reading that changes nothing is refused', () => {
    const early = () => observedMark({ mark, value: 103n, rise, timestamp: 24n * hour - 1n })
    expect(early).toThrow(NothingToObserveError)
    expect(early).toThrow('A reading of 103 is not below 103.\nThe next one counts from 86400 on.')
  })
})

const step = (minValue: bigint, maxDistance: bigint, status: bigint, percent: bigint): ReportStep => ({
  minValue,
  maxDistance,
  status,
  ratio: (percent * wad) / 100n,
})
const [cancelled, diverted] = [1n, 2n]
const flights = [
  step(15n, 0n, 0n, 25n),
  step(0n, 0n, diverted, 50n),
  step(30n, 0n, 0n, 50n),
  step(45n, 0n, 0n, 100n),
  step(0n, 0n, cancelled, 100n),
]

test('reportRatio: flights by minutes, cancelled, diverted', () => {
  const percent = (value: bigint, status = 0n) => (reportRatio({ table: flights, value, status }) * 100n) / wad
  expect([0n, 14n, 15n, 29n, 30n, 44n, 45n].map((late) => percent(late))).toEqual([0n, 0n, 25n, 25n, 50n, 50n, 100n])
  expect([percent(0n, diverted), percent(45n, diverted), percent(0n, cancelled)]).toEqual([50n, 100n, 100n])
  expect(percent(44n, 3n)).toBe(50n)
})

test('reportRatio: earthquakes by magnitude within a distance', () => {
  const table = [step(60n, 100n, 0n, 25n), step(60n, 50n, 0n, 50n), step(70n, 50n, 0n, 100n)]
  const percent = (value: bigint, distance: bigint) => (reportRatio({ table, value, distance }) * 100n) / wad
  expect([percent(59n, 0n), percent(60n, 50n), percent(60n, 51n), percent(60n, 101n)]).toEqual([0n, 50n, 25n, 0n])
  expect([percent(70n, 50n), percent(70n, 51n)]).toEqual([100n, 25n])
})

test('reportRatio: numbers that no report holds are refused', () => {
  expect(() => reportRatio({ table: flights, value: 1n << 96n })).toThrow(NumberOutOfRangeError)
  expect(() => reportRatio({ table: flights, value: 0n, distance: 1n << 64n })).toThrow(NumberOutOfRangeError)
  expect(() => reportRatio({ table: flights, value: 0n, status: 256n })).toThrow(NumberOutOfRangeError)
  expect(() => reportRatio({ table: flights, value: -1n })).toThrow(NumberOutOfRangeError)
})

test('isReportTable: what a trigger lists, and what it does not', () => {
  const valid = (table: ReportStep[], deductible = 0n, maxRatio = wad) => isReportTable({ table, deductible, maxRatio })
  expect(valid(flights)).toBe(true)
  expect(valid([])).toBe(false)
  const nine = Array.from({ length: 9 }, (_, i) => step(BigInt(i) + 1n, 0n, 0n, BigInt(i) + 1n))
  expect([valid(nine.slice(1)), valid(nine)]).toEqual([true, false])
  expect(valid(flights, wad / 4n)).toBe(false)
  expect(valid(flights, wad / 4n - 1n)).toBe(true)
  expect(valid(flights, 0n, wad - 1n)).toBe(false)
  // A report of zeros would pay; falling ratios; a step that another one hides.
  expect(valid([step(0n, 0n, 0n, 25n)])).toBe(false)
  expect(valid([step(15n, 0n, 0n, 50n), step(30n, 0n, 0n, 25n)])).toBe(false)
  expect(valid([step(15n, 0n, 0n, 25n), step(15n, 0n, 0n, 50n)])).toBe(false)
  expect(valid([step(15n, 0n, 0n, 25n), step(30n, 0n, 0n, 25n)])).toBe(false)
  expect(valid([step(60n, 50n, 0n, 25n), step(60n, 100n, 0n, 50n)])).toBe(false)
})
