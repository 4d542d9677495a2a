import type { InsuredEvent, LossProof } from '@bulwark/sdk'
import type { Address, Hex } from 'viem'

/** A listing, as its creation announced it. */
export type ListingIndex = {
  readonly number: bigint
  readonly adjudicator: Address
  readonly secondAdjudicator: Address
  readonly lossProof: LossProof
  readonly keyed: boolean
  readonly waiting: bigint
  readonly grace: bigint
  readonly deductible: bigint
  readonly eventWindow: bigint
}

/** A cover, as its pool's events tell it; times in Unix seconds. */
export type CoverIndex = {
  readonly id: bigint
  readonly start: bigint
  end: bigint
  amount: bigint
  cancelled: boolean
}

/** A risk that a pool has sold. */
export type RiskIndex = {
  readonly risk: Hex
  readonly listing: bigint
  readonly key: Hex
  readonly covers: Map<bigint, CoverIndex>
  /** Unix seconds of the last release. */
  releasedAt: bigint
}

/** An exit that waits. */
export type ExitIndex = { readonly id: bigint; readonly askedAt: bigint; shares: bigint }

/** A reserve for a granted incident. */
export type ReserveIndex = { readonly incident: bigint; finalUntil: bigint | undefined; released: boolean }

/** A pool. */
export type PoolIndex = {
  readonly address: Address
  readonly number: bigint
  readonly asset: Address
  /** Seconds from an exit's request to its processing. */
  readonly cooldown: bigint
  readonly risks: Map<Hex, RiskIndex>
  /** The risk of each cover that was ever sold. */
  readonly riskOf: Map<bigint, Hex>
  readonly exits: Map<bigint, ExitIndex>
  readonly reserves: Map<bigint, ReserveIndex>
  /** Unix seconds of the last sale, and of the last collection of fees. */
  soldAt: bigint
  feesAt: bigint
  /** Payouts that could not be sent, by account. */
  readonly kept: Map<Address, bigint>
}

/** What was paid on a cover for an incident, units. */
export type PaidIndex = { claim: bigint; paid: bigint }

/** Where an incident stands; the contract's names. */
export type IncidentIndexStatus = 'open' | 'granted' | 'denied' | 'lapsed' | 'closed'

/** An incident. */
export type IncidentIndex = {
  readonly number: bigint
  readonly listing: bigint
  readonly key: Hex
  readonly risk: Hex
  readonly openedAt: bigint
  readonly lossTime: bigint
  readonly asserter: Address
  status: IncidentIndexStatus
  deadline: bigint
  second: boolean
  ruledAt: bigint
  ratio: bigint
  share: bigint
  eventId: bigint
  closedAt: bigint
  readonly settled: Map<bigint, PaidIndex>
}

/** Something that anybody may send to whom it is owed. */
export type CreditIndex = { readonly at: Address; readonly token: Address; readonly account: Address; amount: bigint }

/** A span of a price feed that was armed. */
export type ArmedIndex = { readonly incident: bigint; readonly listing: bigint; readonly firstRound: bigint }

/** A case of the court. */
export type CaseIndex = {
  readonly incident: bigint
  readonly counted: Set<Address>
  readonly committed: Set<Address>
  readonly revealed: Set<Address>
  readonly slashed: Set<Address>
  settled: boolean
}

/** An event that an oracle network was asked about. */
export type RequestedIndex = {
  readonly listing: bigint
  readonly key: Hex
  readonly event: InsuredEvent
  ruled: boolean
}

/** Everything that the keeper takes from events. Plain maps: it can be cloned. */
export type ChainIndex = {
  readonly listings: Map<bigint, ListingIndex>
  /** Listings for which a rate was ever posted, which takes a role: nobody else's listing can be sold. */
  readonly rated: Set<bigint>
  readonly pools: Map<Address, PoolIndex>
  /** Incident and risk of each entry of the journal. */
  readonly journal: { readonly incident: bigint; readonly risk: Hex }[]
  readonly incidents: Map<bigint, IncidentIndex>
  readonly credits: Map<string, CreditIndex>
  /** The newest armed span of each listing and first round. */
  readonly armed: Map<string, ArmedIndex>
  readonly cases: Map<bigint, CaseIndex>
  readonly requested: Map<string, RequestedIndex>
  readonly recordedBlocks: Set<bigint>
  /** Listings of the frozen trigger on which a freeze was paid, and since when it was found free (zero: not). */
  readonly spent: Map<bigint, bigint>
  /** Disputes of the members' appeal that run, with the end of their vote. */
  readonly disputes: Map<bigint, bigint>
  /** Incidents that UMA was told of, and when, Unix seconds. */
  readonly truths: Map<bigint, bigint>
  /** Rounds whose outage was proven, by listing. */
  readonly outages: Map<bigint, Set<bigint>>
}

/** An index of no events. */
export function emptyIndex(): ChainIndex {
  return {
    ...{
      listings: new Map(),
      rated: new Set(),
      pools: new Map(),
      journal: [],
      incidents: new Map(),
      credits: new Map(),
    },
    ...{ armed: new Map(), cases: new Map(), requested: new Map(), recordedBlocks: new Set(), spent: new Map() },
    ...{ disputes: new Map(), truths: new Map(), outages: new Map() },
  }
}
