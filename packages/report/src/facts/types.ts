import type { Cohort, Gains, Stream } from '@bulwark/risk/exact'
import type { CapitalReport, Incident } from '@bulwark/sdk'
import type { Address, Hash, Hex } from 'viem'
import type { StatedContract, StatedEvidence } from '../types.ts'

/** Which pool of which deployment, at which block, and what is fixed for ever. */
export type IdentityFacts = {
  chainId: number
  genesisHash: Hash
  block: { number: bigint; hash: Hash; timestamp: bigint }
  contracts: { [name in 'covers' | 'factory' | 'incidents' | 'listings' | 'pool']: StatedContract }
  number: bigint
  createdAtBlock: bigint
  name: string
  symbol: string
  asset: { address: Address; name: string; symbol: string; decimals: number }
  grain: bigint
  /** Shares that one unit buys in an empty pool. */
  virtualShares: bigint
  cooldown: bigint
  /** Basis points. */
  r: bigint
  kappa: bigint
  classCount: number
}

/** A risk that was sold, with its reserve and its run-off by day. Grains. */
export type RiskFacts = {
  id: Hex
  listing: bigint
  class: number
  group: bigint
  exposure: bigint
  reserve: {
    open: bigint
    granted: bigint
    openCount: bigint
    most: bigint
    raised: bigint
    first: bigint
    last: bigint
    window: bigint
  }
  runOff: { day: bigint; amount: bigint }[]
}

/** A request to leave. */
export type RequestFacts = { id: bigint; controller: Address; value: bigint; shares: bigint; askedAt: bigint }

/** The reserve of one incident. */
export type GrantFacts = { unclaimed: bigint; short: bigint; cohort: bigint; exists: boolean; paid: bigint }

/** The books of a pool, as its storage holds them. */
export type BooksFacts = {
  ledger: { cash: bigint; owed: bigint; scale: bigint }
  stream: Stream
  gains: Gains
  reserves: { open: bigint; full: bigint; cursor: bigint; openRisks: bigint; ruined: boolean; openBeyond: bigint }
  curve: { level: bigint; moved: bigint; utilisation: bigint; covers: bigint; curatorFee: bigint }
  fees: { protocol: bigint; curator: bigint }
  totals: { s: bigint; s2: bigint }
  classes: { q: bigint; a: bigint; rho: bigint; maxLossProbability: bigint }[]
  groups: { class: number; group: bigint; net: bigint; gross: bigint; limit: bigint }[]
  risks: RiskFacts[]
  stack: { net: bigint; nextId: bigint; cohorts: Cohort[] }
  requests: RequestFacts[]
  /** What was set aside for exits, nominal, and what is kept for recipients that could not receive. */
  claimables: { controller: Address; assets: bigint }[]
  kept: { account: Address; amount: bigint }[]
  backings: { listing: bigint; class: number; group: bigint; limit: bigint; exposure: bigint; adjudicator: Address }[]
  adjudicators: { adjudicator: Address; limit: bigint; exposure: bigint }[]
  pending: { dataHash: Hash; data: Hex; executableAt: bigint }[]
  curator: Address
  /** Covers sold, by the pool's events. */
  sold: bigint
}

/** An incident, and what this pool paid for it. */
export type IncidentFacts = Incident & {
  number: bigint
  reserved: bigint
  grant: GrantFacts
  /** The level of its reserve, by the contract, WAD. */
  funding: bigint
  shortfall: bigint
  claimed: bigint
  paid: bigint
  /** Paid by the pool's own events, units. */
  booked: bigint
  recovered: bigint
  coversPaid: number
  firstPaidAt: bigint | null
  lastPaidAt: bigint | null
}

/** The rate of a listing. */
export type RateFacts = {
  listing: bigint
  rate: bigint
  postedAt: bigint
  postedAtBlock: bigint | null
  dataHash: Hash | null
  modelHash: Hash | null
  termsHash: Hash
  adjudicator: Address
}

/** Everything that a node says of a pool at a block. */
export type PoolFacts = {
  identity: IdentityFacts
  balance: bigint
  supply: bigint
  queued: bigint
  journalLength: bigint
  /** The contract's own account of its capital. */
  capital: CapitalReport
  books: BooksFacts
  incidents: IncidentFacts[]
  rates: RateFacts[]
  evidence: StatedEvidence[]
}
