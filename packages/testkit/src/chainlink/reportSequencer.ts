import type { PriceFeed } from './deployPriceFeed.ts'
import { submitRound } from './submitRound.ts'

/**
 * Reports to a feed from {@link deployUptimeFeed} that the sequencer went down or came up.
 *
 * @param change `at`: when it happened, in Unix seconds.
 * @returns the round's number in the aggregator.
 * @example
 * await reportSequencer(sequencer, { up: false, at: 1_668_900_200 })
 */
export async function reportSequencer(feed: PriceFeed, { up, at }: { up: boolean; at: number }): Promise<number> {
  return submitRound(feed, { answer: up ? 0n : 1n, updatedAt: at })
}
