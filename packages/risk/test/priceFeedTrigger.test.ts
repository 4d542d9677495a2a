import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  completeSpans,
  type FeedRound,
  lossRatio,
  type PriceFeedTriggerParameters,
  priceFeedRulings,
} from '../src/exact/priceFeedTrigger.ts'

/** Real rounds of USDC / USD up to 12 March 2023. */
const usdc: FeedRound[] = readFileSync(join(import.meta.dirname, '../../testkit/data/usdc-usd-2023.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').map((cell) => BigInt(cell)))
  .map(([round = 0n, time = 0n, answer = 0n]) => ({ round, time, answer }))

const near = { strike: 95_000_000n, recovery: 98_000_000n, persistence: 43_200n, heartbeat: 86_400n, par: 100_000_000n }
const far = { ...near, strike: 90_000_000n, recovery: 92_000_000n }

/** The series with one round's answer replaced. */
const withAnswer = (round: bigint, answer: bigint) => usdc.map((r) => (r.round === round ? { ...r, answer } : r))
const at = (iso: string) => BigInt(Date.parse(iso) / 1000)

describe('USDC in March 2023', () => {
  test('near: ruled by the round at 15:51:47 on 11 March', () => {
    expect(lossRatio({ rounds: usdc, ...near })).toEqual({
      firstRound: 884n,
      lossTime: 1_678_506_587n,
      closingRound: 1044n,
      ruledAt: at('2023-03-11T15:51:47Z'),
      move: 83_444_849_855_555_555n,
      ratio: 83_444_849_855_555_555n,
    })
    expect(priceFeedRulings({ rounds: usdc, ...near })).toHaveLength(1)
  })

  test('behavior: one round fewer rules nothing yet', () => {
    expect(lossRatio({ rounds: usdc.filter((r) => r.round < 1044n), ...near })).toBeNull()
  })

  test('far: pays nothing', () => {
    expect(lossRatio({ rounds: usdc, ...far })).toBeNull()
  })

  test('behavior: a recovery at round 1000 leaves nothing to pay', () => {
    expect(lossRatio({ rounds: withAnswer(1000n, 98_000_000n), ...near })).toBeNull()
    expect(lossRatio({ rounds: withAnswer(1000n, 97_999_999n), ...near })?.closingRound).toBe(1044n)
  })

  test('behavior: after a recovery at round 900 the span begins anew', () => {
    expect(lossRatio({ rounds: withAnswer(900n, 98_000_000n), ...near })).toMatchObject({
      firstRound: 901n,
      lossTime: 1_678_507_667n,
      closingRound: 1045n,
      ratio: 84_018_293_836_111_111n,
    })
  })
})

test('behavior: a feed whose time runs backwards proves nothing across that round', () => {
  const hours = [
    [0n, 100n],
    [1n, 90n],
    [11n, 90n],
    [10n, 50n],
    [13n, 90n],
  ] as const
  const rounds = hours.map(([at, answer], index) => ({ round: BigInt(index + 1), time: at * 3_600n, answer }))
  const listing = { strike: 95n, recovery: 98n, persistence: 43_200n, heartbeat: 86_400n, par: 100n }
  expect(priceFeedRulings({ ...listing, rounds })).toEqual([])
  expect(priceFeedRulings({ ...listing, rounds: rounds.filter(({ answer }) => answer !== 50n) })).toHaveLength(1)
})

describe('rules', () => {
  const hour = 3_600n
  /** Hours and prices in cents to rounds; a span of 12 h at 0.90 that begins at 2 h. */
  const series = (...points: [hours: number, cents: number][]): FeedRound[] =>
    points.map(([hours, cents], i) => ({
      round: BigInt(i + 1),
      time: BigInt(hours) * hour,
      answer: BigInt(cents) * 1_000_000n,
    }))
  const run = (rounds: FeedRound[], more: Partial<PriceFeedTriggerParameters> = {}) =>
    priceFeedRulings({ rounds, ...near, ...more })

  test('default', () => {
    expect(run(series([1, 100], [2, 90], [14, 100]))[0]?.ratio).toBe(10n ** 17n)
    expect(run(series([1, 100], [2, 90], [13, 90]))).toEqual([])
  })

  test('behavior: prices between strike and recovery stay within the span', () => {
    expect(run(series([1, 100], [2, 90], [3, 96], [4, 90], [14, 90]))[0]?.ratio).toBe(95_000_000_000_000_000n)
  })

  test('behavior: one ruling until recovery', () => {
    expect(run(series([1, 100], [2, 90], [14, 90], [28, 90], [42, 90]))).toHaveLength(1)
    expect(run(series([1, 100], [2, 90], [14, 98], [28, 90], [42, 90]))).toHaveLength(2)
  })

  test('behavior: a gap of more than heartbeat + 1 h is a recovery, also before the closing round', () => {
    expect(run(series([1, 100], [2, 90], [27, 90]))).toHaveLength(1)
    expect(run(series([1, 100], [2, 90], [28, 90], [41, 90]))[0]?.firstRound).toBe(3n)
  })

  test('behavior: a change of phase is a recovery', () => {
    const [a, b, c, d] = series([1, 100], [2, 90], [14, 90], [26, 90]) as [FeedRound, FeedRound, FeedRound, FeedRound]
    expect(run([a, b, { ...c, phase: 2n }, { ...d, phase: 2n }])[0]?.firstRound).toBe(3n)
  })

  test('behavior: rounds without a price of their own are passed over', () => {
    const [a, b, c, d] = series([1, 100], [2, 90], [3, 99], [14, 90]) as [FeedRound, FeedRound, FeedRound, FeedRound]
    expect(run([a, b, { ...c, answeredInRound: 2n }, d])[0]?.ratio).toBe(10n ** 17n)
    expect(run([a, b, { ...c, answer: 0n }, d])[0]?.ratio).toBe(10n ** 17n)
    expect(run([a, b, c, d])).toEqual([])
  })

  test('behavior: an outage is a recovery, and rounds in its grace do not count', () => {
    const rounds = series([1, 100], [2, 90], [5, 90], [6, 90], [14, 90], [18, 90])
    const outages = [{ from: 3n * hour, until: 4n * hour }]
    expect(run(rounds, { outages })[0]?.firstRound).toBe(3n)
    expect(run(rounds, { outages, sequencerGrace: 2n * hour })[0]?.firstRound).toBe(4n)
    expect(run(rounds, { outages: [{ from: 14n * hour + 1n, until: 15n * hour }] })[0]?.firstRound).toBe(2n)
  })

  test('behavior: a payout table, and the largest ratio', () => {
    const rounds = series([1, 100], [2, 90], [14, 90])
    const table = [
      { move: 5n * 10n ** 16n, ratio: 25n * 10n ** 16n },
      { move: 10n ** 17n, ratio: 10n ** 18n },
    ]
    expect(run(rounds, { table })[0]?.ratio).toBe(10n ** 18n)
    expect(run(rounds, { table: table.slice(0, 1) })[0]?.ratio).toBe(25n * 10n ** 16n)
    expect(run(rounds, { table: [{ move: 2n * 10n ** 17n, ratio: 10n ** 18n }] })[0]?.ratio).toBe(0n)
    expect(run(rounds, { maxRatio: 10n ** 16n })[0]?.ratio).toBe(10n ** 16n)
  })
})

describe('rises', () => {
  const rates = {
    direction: 'rise',
    strike: 105n,
    recovery: 102n,
    par: 100n,
    persistence: 7_200n,
    heartbeat: 3_600n,
  } as const
  const hourly = (...answers: bigint[]): FeedRound[] =>
    answers.map((answer, i) => ({ round: BigInt(i + 1), time: BigInt(i) * 3_600n, answer }))

  test('behavior: the loss lies above the strike', () => {
    const ruling = { firstRound: 3n, closingRound: 5n, move: 8n * 10n ** 16n }
    expect(priceFeedRulings({ ...rates, rounds: hourly(100n, 105n, 106n, 110n, 90n) })).toMatchObject([ruling])
    expect(priceFeedRulings({ ...rates, rounds: hourly(100n, 105n, 106n, 102n, 90n) })).toEqual([])
  })

  test('behavior: a move of more than 1 pays 1, and no level counts for more than 80 bits', () => {
    expect(lossRatio({ ...rates, rounds: hourly(100n, 300n, 300n, 300n) })).toMatchObject({
      move: 2n * 10n ** 18n,
      ratio: 10n ** 18n,
    })
    const [most, more] = [1n << 79n, 1n << 100n].map((par) => ({ ...rates, par, strike: par + 1n, recovery: par }))
    expect(lossRatio({ ...rates, ...most, rounds: hourly(1n, 1n << 90n, 1n << 90n, 1n) })?.move).toBe(10n ** 18n - 1n)
    expect(lossRatio({ ...rates, ...more, rounds: hourly(1n, 1n << 110n, 1n << 110n, 1n) })).toBeNull()
  })
})

describe('relative levels', () => {
  const wad = 10n ** 18n
  const day = { lookback: 86_400n, strike: (wad * 9n) / 10n, recovery: (wad * 95n) / 100n, par: wad }
  const crash = { ...day, persistence: 7_200n, heartbeat: 10_800n }
  /** Hourly rounds: 30 at 100, then these. */
  const after = (...answers: bigint[]): FeedRound[] =>
    [...Array.from({ length: 30 }, () => 100n), ...answers].map((answer, i) => ({
      round: BigInt(i + 1),
      time: 1_600_000_000n + BigInt(i) * 3_600n,
      answer,
    }))
  const replaced = (rounds: FeedRound[], round: bigint, answer: bigint) =>
    rounds.map((r) => (r.round === round ? { ...r, answer } : r))

  test('default', () => {
    expect(priceFeedRulings({ ...crash, rounds: after(88n, 86n, 84n) })).toMatchObject([
      { firstRound: 31n, closingRound: 33n, move: (wad * 13n) / 100n, ratio: (wad * 13n) / 100n },
    ])
    expect(lossRatio({ ...crash, rounds: after(90n, 90n, 90n) })).toBeNull()
  })

  test('behavior: each round has its own base, and ratios of falls are rounded up', () => {
    const rounds = replaced(after(88n, 86n, 84n), 8n, 96n)
    expect(lossRatio({ ...crash, rounds })?.move).toBe((2n * wad - (88n * wad) / 100n - 895_833_333_333_333_334n) / 2n)
    expect(lossRatio({ ...crash, rounds: replaced(after(88n, 88n, 88n), 8n, 90n) })).toBeNull()
  })

  test('behavior: a round without a base ends a span and begins none', () => {
    // Silent from the seventh to the tenth round; a day later only a recovery that can be seen counts.
    const rounds = after(88n, 88n, 88n, 88n, 88n, 88n, 88n, 88n, 88n)
    const silent = rounds.map((r) => (r.round > 7n && r.round < 13n ? { ...r, answeredInRound: 7n } : r))
    const six = { ...crash, persistence: 6n * 3_600n }
    expect(priceFeedRulings({ ...six, rounds })).toHaveLength(1)
    expect(priceFeedRulings({ ...six, rounds: silent })).toEqual([])
    expect(priceFeedRulings({ ...crash, rounds: rounds.filter((r) => r.round > 9n) })).toEqual([])
  })

  test('behavior: bases of another phase do not count', () => {
    const rounds = after(88n, 86n, 84n).map((r) => (r.round < 30n ? r : { ...r, phase: 2n }))
    expect(priceFeedRulings({ ...crash, rounds })).toEqual([])
  })

  test('behavior: of spans that begin within one lookback only the first is ruled', () => {
    const rounds = replaced(after(...Array.from({ length: 60 }, () => 88n)), 12n, 85n)
    expect(priceFeedRulings({ ...crash, rounds }).map(({ firstRound }) => firstRound)).toEqual([31n])
    expect(completeSpans({ ...crash, rounds }).map(({ firstRound }) => firstRound)).toEqual([31n, 37n])
  })
})
