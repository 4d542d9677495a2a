import type {
  Case,
  CaseOutcome,
  Episode,
  FrozenConfig,
  InsuredEvent,
  Mark,
  Reading,
  ReadingLevels,
  ReadingSpan,
  ReportRecord,
  TriggerConfig,
  Verdict,
} from '@bulwark/sdk'
import type { Address, Hex } from 'viem'
import type { Head } from '../chain/ChainFollower.ts'
import type { FeedSpan } from '../feeds/findSpans.ts'
import type { ChainIndex } from './ChainIndex.ts'

/** Where the contracts are that the keeper calls; those that a deployment lacks are left out. */
export type KeeperContracts = {
  readonly [name in
    | ('listings' | 'covers' | 'incidents')
    | ('lossProofs' | 'priceFeedTrigger' | 'reportTrigger' | 'court' | 'membersAppeal' | 'optimistic')
    | ('vaultLossTrigger' | 'deficitTrigger' | 'reserveTrigger' | 'frozenTrigger')]?: Address | undefined
}

/** A listing that a feed's rounds prove. */
export type FeedState = {
  readonly listing: bigint
  readonly config: TriggerConfig
  /** Has the feed a phase that the trigger has not noted? */
  readonly isPhaseNew: boolean
  readonly spans: readonly FeedSpan[]
  /** Unix seconds of the newest round. */
  readonly updatedAt?: bigint | undefined
  /** Spans under proof, by incident. */
  readonly episodes: ReadonlyMap<bigint, Episode>
}

/** A listing that readings prove. */
export type ReadingState = {
  readonly listing: bigint
  readonly trigger: Address
  readonly reading: Reading
  readonly levels: ReadingLevels & { readonly gap: bigint }
  readonly keeperTime: bigint
  /** The span under proof. */
  readonly span: (ReadingSpan & { readonly incident: bigint }) | undefined
  /** Where the trigger measures against a mark. */
  readonly mark: Mark | undefined
}

/** A listing that pays for an outage of the sequencer: the last round that said down, and until when it lasts. */
export type OutageState = {
  readonly listing: bigint
  readonly config: FrozenConfig
  readonly round: bigint
  readonly from: bigint
  readonly until: bigint
}

/** An insured event of a report listing. */
export type ReportState = {
  readonly listing: bigint
  readonly key: Hex
  readonly event: InsuredEvent
  /** What `event.facts` is the hash of, if it is known. */
  readonly facts: Hex | undefined
  readonly isFunctions: boolean
  readonly window: bigint
  readonly retryTime: bigint
  readonly record: ReportRecord
  /** What the table pays for what was reported, WAD. */
  readonly ratio: bigint
}

/** A case of the court that is not settled. */
export type CaseState = {
  readonly incident: bigint
  readonly case: Case
  readonly outcome: CaseOutcome
}

/** A rate that is to be posted, with what the chain allows. */
export type RateState = {
  readonly listing: bigint
  readonly target: bigint
  readonly dataHash: Hex
  readonly modelHash: Hex
  readonly rate: bigint
  readonly postedAt: bigint
  readonly floor: bigint
  readonly ceiling: bigint
}

/** Something that an assessor, whom the keeper serves, has to reveal. */
export type RevealState = {
  readonly incident: bigint
  readonly award: bigint
  readonly reason: Hex
  readonly salt: Hex
}

/** Everything that a plan follows from, as of one block. */
export type KeeperState = {
  readonly head: Pick<Head, 'number' | 'time' | 'baseFee'>
  /** Who sends. */
  readonly keeper: Address
  readonly contracts: KeeperContracts
  readonly index: ChainIndex
  /** Fee for opening by a trigger, wei. */
  readonly triggerFee: bigint
  /** Seconds from a ruling to the closing. */
  readonly settlementWindow: bigint
  /** Blocks from one on the grid to the next, and how long their hashes can be had; none without `LossProofs`. */
  readonly grid: { readonly step: bigint; readonly history: bigint } | undefined
  /** Journal entries that each pool has stepped past. */
  readonly cursors: ReadonlyMap<Address, bigint>
  /** Decimals of each asset of a pool. */
  readonly decimals: ReadonlyMap<Address, number>
  /** What the adjudicator of each open incident says. */
  readonly verdicts: ReadonlyMap<bigint, Verdict>
  /** Levels of reserves with covers that were paid short, WAD; by `pool:incident`. */
  readonly levels: ReadonlyMap<string, bigint>
  readonly feeds: readonly FeedState[]
  readonly readings: readonly ReadingState[]
  readonly outages: readonly OutageState[]
  readonly reports: readonly ReportState[]
  readonly cases: readonly CaseState[]
  readonly rates: readonly RateState[]
  readonly pace: { readonly riseTime: bigint; readonly fallTime: bigint }
  readonly reveals: readonly RevealState[]
}
