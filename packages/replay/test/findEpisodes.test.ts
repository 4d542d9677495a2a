import { type Round, readRounds, usdcRoundsFile } from '@bulwark/testkit'
import { describe, expect, test } from 'vitest'
import { findEpisodes } from '../src/findEpisodes.ts'
import type { FeedListing } from '../src/types.ts'
import { feedListings } from '../src/usdc2023/plan.ts'

const begin = 1_678_500_000
const hour = 3600
const [near, far] = feedListings as [FeedListing, FeedListing]

/** A series from hours after its begin and prices. */
function series(...points: [hours: number, price: number][]): Round[] {
  return points.map(([hours, price], index) => {
    return { round: index + 1, answer: BigInt(Math.round(price * 1e8)), updatedAt: begin + hours * hour }
  })
}

const at = (hours: number) => begin + hours * hour
const wad = (ratio: number) => BigInt(Math.round(ratio * 1e4)) * 10n ** 14n

test('default', () => {
  const rounds = series([0, 1], [1, 0.9], [7, 0.96], [13, 0.97])
  expect(findEpisodes(rounds, near)).toEqual([
    { listing: 'near', first: rounds[1], last: rounds[3], shownAt: at(13), ratio: wad(0.07) },
  ])
})

test('behavior: nothing begins at or above the strike', () => {
  expect(findEpisodes(series([0, 1], [1, 0.95], [20, 0.951], [40, 1]), near)).toEqual([])
})

test('behavior: the last price counts until the span is complete and not until the closing round', () => {
  const [episode] = findEpisodes(series([0, 0.9], [6, 0.8], [20, 0.1]), near)
  expect(episode).toMatchObject({ shownAt: at(20), ratio: wad(0.15) })
})

test('behavior: the ratio is rounded down', () => {
  const [episode] = findEpisodes(series([0, 0.94], [1, 0.93], [12, 0.9]), near)
  // 1 − (0.94 + 11 · 0.93) / 12 = 0.0691666…
  expect(episode?.ratio).toBe(69_166_666_666_666_666n)
})

describe('behavior: a recovery in time', () => {
  test('counts once a later round is out', () => {
    const rounds = series([0, 0.94], [3, 0.98], [5, 0.97], [12, 0.96])
    expect(findEpisodes(rounds, near)).toEqual([{ listing: 'near', first: rounds[0], last: rounds[1], shownAt: at(5) }])
  })

  test('does not count below the recovery level', () => {
    expect(findEpisodes(series([0, 0.94], [3, 0.9799], [12, 0.96]), near)[0]?.ratio).toBeGreaterThan(0n)
  })

  test('one second before the span is complete, it still counts', () => {
    const [episode] = findEpisodes(series([0, 0.94], [12 - 1 / hour, 0.98], [13, 0.98]), near)
    expect(episode).not.toHaveProperty('ratio')
  })

  test('at the closing round, it comes too late', () => {
    const rounds = series([0, 0.94], [12, 1], [13, 1])
    expect(findEpisodes(rounds, near)).toEqual([
      { listing: 'near', first: rounds[0], last: rounds[1], shownAt: at(12), ratio: wad(0.06) },
    ])
  })
})

test('behavior: there is one ruling until recovery, and the next fall is another episode', () => {
  const rounds = series([0, 0.9], [12, 0.9], [24, 0.9], [36, 0.97], [40, 0.98], [41, 0.92], [53, 0.92])
  expect(findEpisodes(rounds, near)).toEqual([
    { listing: 'near', first: rounds[0], last: rounds[1], shownAt: at(12), ratio: wad(0.1) },
    { listing: 'near', first: rounds[5], last: rounds[6], shownAt: at(53), ratio: wad(0.08) },
  ])
})

describe('behavior: a silence of the feed', () => {
  test('of more than 25 hours ends the span, and the round after it may begin another', () => {
    const rounds = series([0, 0.94], [11, 0.94], [37, 0.93], [49, 0.93])
    expect(findEpisodes(rounds, near)).toEqual([
      { listing: 'near', first: rounds[0], last: rounds[2], shownAt: at(37) },
      { listing: 'near', first: rounds[2], last: rounds[3], shownAt: at(49), ratio: wad(0.07) },
    ])
  })

  test('of exactly 25 hours does not', () => {
    const [episode, second] = findEpisodes(series([0, 0.94], [25, 0.94]), near)
    expect(episode).toMatchObject({ shownAt: at(25), ratio: wad(0.06) })
    expect(second).toBeUndefined()
  })

  test('after a ruling lets the next round begin another span', () => {
    expect(findEpisodes(series([0, 0.94], [12, 0.94], [38, 0.94], [50, 0.94]), near)).toHaveLength(2)
  })
})

test('behavior: a series that ends inside a span is a silence', () => {
  const rounds = series([0, 1], [1, 0.94], [5, 0.93])
  expect(findEpisodes(rounds, near)).toEqual([{ listing: 'near', first: rounds[1], shownAt: at(5) + 25 * hour + 1 }])
})

test('behavior: March 2023', async () => {
  const rounds = await readRounds(usdcRoundsFile)
  const inShort = (listing: FeedListing) =>
    findEpisodes(rounds, listing).map(({ first, last, ratio }) => [first.round, last?.round, ratio])
  expect(inShort(near)).toEqual([
    [884, 1044, 83_444_849_855_555_555n],
    [1139, undefined, undefined],
  ])
  expect(inShort(far)).toEqual([[952, 1002, undefined]])
})
