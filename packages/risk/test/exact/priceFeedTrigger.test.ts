import { type FeedRound, lossRatio, priceFeedRulings } from '@bulwark/risk/exact'
import { describe, expect, test } from 'vitest'

const hour = 3_600n
const listing = {
  strike: 95n,
  recovery: 98n,
  persistence: 12n * hour,
  heartbeat: 24n * hour,
  par: 100n,
}

/** Rounds of an hour and an answer each. */
const rounds = (...list: readonly [at: bigint, answer: bigint][]): FeedRound[] =>
  list.map(([at, answer], index) => ({ round: BigInt(index + 1), time: at * hour, answer }))

describe('priceFeedRulings', () => {
  test('behavior: each price holds until the next round', () =>
    expect(lossRatio({ ...listing, rounds: rounds([0n, 100n], [1n, 90n], [7n, 80n], [13n, 90n]) })?.ratio).toBe(
      150_000_000_000_000_000n,
    ))

  test('behavior: a feed whose time runs backwards proves nothing across that round', () =>
    expect(
      priceFeedRulings({ ...listing, rounds: rounds([0n, 100n], [1n, 90n], [11n, 90n], [10n, 50n], [13n, 90n]) }),
    ).toEqual([]))

  test('behavior: a gap beyond the heartbeat ends a span', () =>
    expect(lossRatio({ ...listing, rounds: rounds([0n, 100n], [1n, 90n], [27n, 90n], [39n, 90n]) })?.lossTime).toBe(
      27n * hour,
    ))
})
