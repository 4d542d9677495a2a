import type { Premium } from '@bulwark/risk/exact'

/** What a pool is made with; rates and correlations are WAD, ρ and r in basis points. */
export type PoolTerms = {
  decimals: number
  cooldown: bigint
  r: bigint
  kappa: bigint
  curatorFee: bigint
  protocolFee: bigint
  classes: readonly { rho: bigint; maxLossProbability: bigint }[]
}

/** A listing as a pool backs it. */
export type Backed = { listing: string; class: number; group: bigint; rate: bigint; waiting: bigint; grace: bigint }

/** A cover sold. Amounts are units. */
export type ModelCover = {
  listing: string
  start: bigint
  end: bigint
  amount: bigint
  /** What remains insured, grains. */
  remaining: bigint
  premium: Premium
}

/** A journal entry, as a pool steps past it. `share` is a loss ratio or the most it can be, WAD. */
export type Entry = {
  kind: 'opened' | 'granted' | 'dismissed' | 'closed'
  incident: number
  listing: string
  share: bigint
}

/**
 * What incidents on a listing keep reserved, grains; `base` is the exposure when the first of them opened. Counts those
 * that are open, and those that are granted and not closed. Each ruling is an event of its own here.
 */
export type Reserve = { open: bigint; granted: bigint; base: bigint; openCount: number; unsettled: number }

/** A granted incident: claims not yet made, claims made but paid short, what was paid on those, and its cohort. */
export type Grant = { unclaimed: bigint; short: bigint; paid: bigint; cohort: bigint }

/**
 * Own funds before fundings (`free`), what open incidents may take of them (`open`), own funds (`high`), what of them
 * may be used (`low`), all in units; and the requirement (`scr`) in grains. `grantable` is what may still be granted.
 */
export type Figures = { free: bigint; open: bigint; grantable: bigint; high: bigint; low: bigint; scr: bigint }

/** Shares in the exit queue, and what they were worth when they were put there. */
export type ExitRequest = { who: string; value: bigint; shares: bigint; askedAt: bigint }
