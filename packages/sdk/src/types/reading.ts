import type { Address, Hex } from 'viem'
import type { Verdict } from './trigger.ts'

/** When a span of readings begins and ends: 100 % > strike ≥ recovery ≥ warning. */
export type ReadingLevels = {
  /** A fall of more than this begins a span, and proves it; WAD. */
  strike: bigint
  /** A fall of no more than this ends one, WAD. */
  recovery: bigint
  /** With a fall of more than this nothing is sold, WAD. */
  warning: bigint
  /** Seconds from the first reading to the one that proves. */
  persistence: bigint
}

/** Why there is no reading. */
export const readingFaults = ['call', 'answer', 'stale', 'overflow', 'thin', 'mark', 'spent', 'kind'] as const

/**
 * Why there is no reading: no answer, one that cannot be, one that is too old, one that is too large, too little in
 * existence to judge by, no mark yet, what was ruled on goes on, or the listing is of a kind that is not read.
 */
export type ReadingFault = (typeof readingFaults)[number]

/** What the contract that is watched says now. */
export type Reading = {
  /** Why there is no reading; undefined if there is one. */
  fault: ReadingFault | undefined
  /** Who was asked. */
  source: Address
  /** What it said, if the fault is about that. */
  value: bigint
  /** What is lost, in the units of `whole`. */
  loss: bigint
  /** What it is a part of. */
  whole: bigint
  /** The part of the whole that is lost, WAD; zero where there is a fault. */
  fall: bigint
}

/** A span of readings under proof, or ruled. */
export type ReadingSpan = {
  /** Listing number; zero if the trigger did not open the incident. */
  listing: bigint
  /** Pending while it is armed. */
  verdict: Verdict
  /** Unix seconds of the first reading: the time of loss. */
  armedAt: bigint
  /** Unix seconds of the last one that was kept. */
  readAt: bigint
  /** Loss ratio granted, WAD. */
  ratio: bigint
  /** Smallest loss read. */
  loss: bigint
  /** Largest whole read. */
  whole: bigint
}

/** What is measured against: the highest level that two readings at least a day apart, and all between, have shown. */
export type Mark = {
  /** The mark; zero if there is none yet. */
  level: bigint
  /** The lowest reading since then. */
  lowest: bigint
  /** Unix seconds since when. */
  since: bigint
}

/** What a `VaultLossTrigger` watches for a listing. */
export type VaultLossConfig = {
  /** The ERC-4626 vault. */
  vault: Address
  /** With fewer shares in existence there is no reading; units of the share. */
  leastShares: bigint
  /** Falls of the share price below the mark. */
  levels: ReadingLevels
}

/** What a `DeficitTrigger` watches for a listing. Amounts are in units of the asset. */
export type DeficitConfig = {
  /** The lending market: answers `getReserveDeficit(asset)`. */
  market: Address
  /** The reserve. */
  asset: Address
  /** Token whose total supply is what lenders have supplied (the aToken). */
  supplied: Address
  /** Deficit above what was ruled that is borne by others, each time. */
  offset: bigint
  /** Deficit above what was ruled from which on nothing is sold; at most `offset`. */
  warning: bigint
  /** Seconds from the first reading to the one that proves. */
  persistence: bigint
}

/** What a `ReserveTrigger` compares, in the order of the contract's numbers. */
export const reserveKinds = ['proofOfReserve', 'bridge', 'virtualPrice'] as const

/** What a `ReserveTrigger` compares. */
export type ReserveKind = (typeof reserveKinds)[number]

type ReserveBase = {
  /** Token that must be backed; for a virtual price the LP token. */
  token: Address
  /** With less of `token` in existence there is no reading; units of the token. */
  leastSupply: bigint
  /** Falls: of the reserves below the supply, or of the price below its mark. */
  levels: ReadingLevels
}

/** What a Chainlink feed reports as reserves, against the token's supply. */
export type ProofOfReserveConfig = ReserveBase & {
  kind: 'proofOfReserve'
  /** Chainlink proxy of the reserves. */
  source: Address
  /** Longest time between two rounds as the feed promises it, seconds. */
  heartbeat: bigint
}

/** What lies at the locks of a bridge, against the supply that was minted for it on this chain. */
export type BridgeConfig = ReserveBase & {
  kind: 'bridge'
  /** The locked token. */
  source: Address
  /** Addresses that hold it, 1 to 8, rising. */
  locks: readonly Address[]
}

/** An LP share's own price, against its mark. */
export type VirtualPriceConfig = ReserveBase & {
  kind: 'virtualPrice'
  /** The pool that answers. */
  source: Address
  /** Selector of a view without arguments that answers the price. @default `get_virtual_price()` */
  view?: Hex | undefined
}

/** What a `ReserveTrigger` watches for a listing. */
export type ReserveConfig = ProofOfReserveConfig | BridgeConfig | VirtualPriceConfig

/** What keeps people from their money, in the order of the contract's numbers. */
export const frozenKinds = ['maxWithdraw', 'liquidity', 'paused', 'outage'] as const

/** What keeps people from their money. */
export type FrozenKind = (typeof frozenKinds)[number]

type FrozenBase = {
  /** Loss ratio that is granted, WAD. */
  ratio: bigint
  /** Seconds that the state must last. */
  persistence: bigint
}

/** Too little can be withdrawn from a vault by an account (`maxWithdraw`), or lies in a market (`liquidity`). */
export type WithdrawalConfig = FrozenBase & {
  kind: 'maxWithdraw' | 'liquidity'
  /** The vault; for `liquidity` the token. */
  target: Address
  /** Who holds shares of the vault, worth `amount` at least; for `liquidity` the market that holds the token. */
  account: Address
  /** Less than this is too little, units of the asset. */
  amount: bigint
  /** Longest time between two readings, seconds. */
  gap: bigint
}

/** A contract is paused. */
export type PausedConfig = FrozenBase & {
  kind: 'paused'
  /** Answers `paused()`. */
  target: Address
  /** Longest time between two readings, seconds. */
  gap: bigint
}

/** The sequencer of an L2 is down. */
export type OutageConfig = FrozenBase & {
  kind: 'outage'
  /** Chainlink proxy of the sequencer's uptime. */
  target: Address
}

/** What a `FrozenTrigger` watches for a listing. */
export type FrozenConfig = WithdrawalConfig | PausedConfig | OutageConfig

/** An outage that was ruled; if it was proven while it lasted, until then. Unix seconds. */
export type Outage = {
  /** When it began. */
  from: bigint
  /** When it ended. */
  until: bigint
}
