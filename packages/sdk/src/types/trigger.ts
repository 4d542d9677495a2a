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
}

/** Which side of the strike is the loss, in the order of the contract's numbers. */
export const triggerDirections = ['fall'] as const

/** Which side of the strike is the loss. */
export type TriggerDirection = (typeof triggerDirections)[number]

/** A step of a payout table. */
export type TriggerStep = {
  /** Fall of the mean price relative to par from which this step holds, WAD. */
  fall: bigint
  /** Loss ratio that it pays, WAD. */
  ratio: bigint
}

/** What the trigger of a listing watches. Prices are in the feed's decimals. */
export type TriggerConfig = {
  /** Chainlink proxy of the price. */
  feed: Address
  /** Decimals of the feed. */
  decimals: number
  /** Which side of the strike is the loss. */
  direction: TriggerDirection
  /** Longest time between two rounds as the feed promises it, seconds. */
  heartbeat: bigint
  /** Chainlink proxy of the L2 sequencer's uptime; zero on a chain without one. */
  sequencer: Address
  /** Seconds after an outage in which rounds do not count yet. */
  sequencerGrace: bigint
  /** A price below it begins a span. */
  strike: bigint
  /** A price at or above it ends one. */
  recovery: bigint
  /** Below this price nothing is sold; at least `recovery`. */
  warning: bigint
  /** The price that counts as no loss; at least `recovery`. */
  par: bigint
  /** Seconds that the span must last. */
  persistence: bigint
  /** Payout table, both columns rising, at most 8 steps; none: the ratio is the fall itself. */
  table: readonly TriggerStep[]
}

/** A span under proof. Prices are in the feed's decimals. */
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
  /** Rounds proven after the first; the last of them is the cursor. */
  passed: bigint
  /** Time of the cursor's round, Unix seconds. */
  time: bigint
  /** Price of the cursor's round. */
  answer: bigint
  /** Sum of price × seconds from the first round to the cursor. */
  integral: bigint
}
