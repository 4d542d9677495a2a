import type { Round } from '@bulwark/testkit'
import type { FeedListing } from './types.ts'

/**
 * Whether cover on a listing is sold at a time: the feed's newest round is at or above the warning and not older than
 * the heartbeat.
 *
 * @param at unix seconds.
 * @example
 * canSell(rounds, near, Date.parse('2023-03-08T10:00Z') / 1000) // true
 */
export function canSell(rounds: readonly Round[], { warning, heartbeat }: FeedListing, at: number): boolean {
  const newest = rounds.findLast(({ updatedAt }) => updatedAt <= at)
  return newest !== undefined && newest.answer >= warning && BigInt(at - newest.updatedAt) <= heartbeat
}
