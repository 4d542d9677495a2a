import { RoundsEmptyError, RoundsGapError, RoundsTimeError } from '../errors.ts'
import type { Round } from '../readRounds.ts'
import type { PriceFeed } from './deployPriceFeed.ts'
import { fluxAggregatorAbi } from './fluxAggregatorAbi.ts'
import { storeRounds } from './storeRounds.ts'
import { submitRound } from './submitRound.ts'

/**
 * Puts a recorded series into a feed, each round at its exact time, after what the feed holds already.
 *
 * An aggregator on a test chain counts from 1 where the recording may start anywhere: local round = real round −
 * `offset`. The series from {@link usdcRoundsFile} has real rounds 746 to 1145; in an empty feed its offset is 745.
 *
 * @param options `through`: `transactions` has the oracle submit every round (some 200 a second) and moves the chain
 * along with them; `storage` writes them straight into the aggregator, which is for long histories that nobody watches
 * arrive: no events, and only the last one moves the chain. @default transactions
 * @returns the `offset`, and the first and last local round.
 * @throws {RoundsEmptyError} if there is none.
 * @throws {RoundsGapError} if they are not numbered without holes.
 * @throws {RoundsTimeError} if one is not later than the one before.
 * @throws {TimeNotIncreasedError} if the chain is already later than the first one.
 * @throws {FeedMismatchError} if a round does not read back as it should.
 * @example
 * const { offset } = await loadRounds(feed, await readRounds(usdcRoundsFile))
 */
export async function loadRounds(
  feed: PriceFeed,
  rounds: readonly Round[],
  { through = 'transactions' }: { through?: 'transactions' | 'storage' } = {},
): Promise<{ offset: number; first: number; last: number }> {
  const [start] = rounds
  if (!start) throw new RoundsEmptyError({ where: feed.description })
  assertSeries(feed.description, rounds)
  const contract = { address: feed.aggregator, abi: fluxAggregatorAbi } as const
  const latest = await feed.chain.public.readContract({ ...contract, functionName: 'latestRound' })
  const first = Number(latest) + 1
  const offset = start.round - first
  if (through === 'storage') {
    await storeRounds(feed, first, rounds)
  } else {
    for (const { answer, updatedAt, round } of rounds)
      await submitRound(feed, { answer, updatedAt, round: round - offset })
  }
  return { offset, first, last: first + rounds.length - 1 }
}

function assertSeries(where: string, rounds: readonly Round[]): void {
  for (const [index, { round, updatedAt }] of rounds.entries()) {
    const previous = rounds[index - 1]
    if (!previous) continue
    if (round !== previous.round + 1) throw new RoundsGapError({ where, previous: previous.round, round })
    if (updatedAt <= previous.updatedAt) {
      throw new RoundsTimeError({ where, previous: previous.updatedAt, time: updatedAt })
    }
  }
}
