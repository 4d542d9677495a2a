import type { Address, Hex } from 'viem'

/** What an adjudicator says of an incident, in the order of the contract's numbers. */
export const verdicts = ['pending', 'granted', 'denied'] as const

/** What an adjudicator says of an incident. */
export type Verdict = (typeof verdicts)[number]

/** A ruling on the facts of an incident; every field but `verdict` is zero unless it is granted. */
export type Ruling = {
  /** Pending, granted or denied. */
  verdict: Verdict
  /** Loss ratio before the deductible, WAD. */
  ratio: bigint
  /** Merkle root of the losses; zero for a parametric ruling. */
  root: Hex
  /** Sum of the leaves under `root`; zero without a root. */
  lossSum: bigint
  /** Part of the bond that the adjudicator keeps, units. */
  fee: bigint
}

/** Which side of the strike is the loss, in the order of the contract's numbers. */
export const triggerDirections = ['fall', 'rise'] as const

/** Which side of the strike is the loss. */
export type TriggerDirection = (typeof triggerDirections)[number]

/** A step of a payout table. */
export type TriggerStep = {
  /** Move of the mean level relative to par from which this step holds, WAD. */
  move: bigint
  /** Loss ratio that it pays, WAD. */
  ratio: bigint
}

/**
 * What the trigger of a listing watches. Levels are prices in the feed's decimals; with a lookback, ratios to the price so
 * many seconds before, WAD.
 */
export type TriggerConfig = {
  /** Chainlink proxy of the price. */
  feed: Address
  /** Decimals of the feed. */
  decimals: number
  /** Which side of the strike is the loss. */
  direction: TriggerDirection
  /** Zero, or seconds from the price that a level is relative to; at most the waiting of the listing. */
  lookback: bigint
  /** Longest time between two rounds as the feed promises it, seconds. */
  heartbeat: bigint
  /** Chainlink proxy of the L2 sequencer's uptime; zero on a chain without one. */
  sequencer: Address
  /** Seconds after an outage in which rounds do not count yet. */
  sequencerGrace: bigint
  /** A level beyond it begins a span. */
  strike: bigint
  /** A level at or past it, seen from the strike, ends one. */
  recovery: bigint
  /** Beyond this price nothing is sold; at or past `recovery`. Zero with a lookback. */
  warning: bigint
  /** The level that counts as no loss; at or past `recovery`. */
  par: bigint
  /** Seconds that the span must last. */
  persistence: bigint
  /** Payout table, both columns rising, at most 8 steps; none: the ratio is the move itself. */
  table: readonly TriggerStep[]
}

/** A span under proof. Levels are prices in the feed's decimals, or ratios, WAD. */
export type Episode = {
  /** Listing number; zero if the trigger did not open the incident. */
  listing: bigint
  /** The span's first round. */
  firstRound: bigint
  /** Its time, Unix seconds: the time of loss. */
  firstTime: bigint
  /** Pending while it is armed. */
  verdict: Verdict
  /** Loss ratio granted, WAD. */
  ratio: bigint
  /** Rounds from the base of the cursor's round, or a later one, to the first round; zero without a lookback. */
  behind: bigint
  /** Rounds proven after the first; the last of them is the cursor. */
  passed: bigint
  /** Time of the cursor's round, Unix seconds. */
  time: bigint
  /** Level of the cursor's round, at most 2^80 − 1. */
  level: bigint
  /** Sum of level × seconds from the first round to the cursor. */
  integral: bigint
}
