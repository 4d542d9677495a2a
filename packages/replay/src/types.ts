import type { Round } from '@bulwark/testkit'

/** A price-feed listing of a story. Prices have the feed's decimals, times are seconds. */
export type FeedListing = {
  name: string
  strike: bigint
  recovery: bigint
  warning: bigint
  persistence: bigint
  heartbeat: bigint
  /** What the loss ratio is measured from. */
  reference: bigint
  /** Technical rate, WAD per year. */
  rate: bigint
}

/** What a trigger sees in a series: an episode that opened, and how it ended. */
export type Episode = {
  listing: string
  /** The round that opened it: the first beyond the strike since the last recovery. */
  first: Round
  /** The round that ended it; missing if the silence after the series did. */
  last?: Round
  /** Unix seconds from which the end can be shown: a recovery counts once a later round has been published. */
  shownAt: number
  /** Loss ratio, WAD; missing if the price recovered in time. */
  ratio?: bigint
}

/** A line of the table that a story ends with. Amounts are units of the pool's asset. */
export type CoverResult = {
  id: string
  pool: string
  listing: string
  amount: bigint
  expected: bigint
  paid: bigint
  /** Level of funding, WAD; null where nothing was ruled. */
  funding: bigint | null
}

/** A line of the table of exits. */
export type ExitResult = { who: string; pool: string; asked: string; expected: bigint; paid: bigint }

/** What became of a listing. */
export type ListingResult = { listing: string; lossRatio: bigint | null; ruledAt: number | null }

/** Everything that a story found out. */
export type StoryResult = { listings: ListingResult[]; covers: CoverResult[]; exits: ExitResult[] }
