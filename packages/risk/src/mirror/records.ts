/** A pool's scalars, as `PoolState` and the pool's immutables hold them. Units, unless another is named. */
export type PoolRecord = {
  /** Address, in lower case. */
  pool: string
  /** Number in `Covers`: the upper part of the ids of its covers. */
  number: bigint
  asset: string
  curator: string
  decimals: bigint
  /** Units to a grain. */
  grain: bigint
  /** Shares that one unit buys in an empty pool. */
  virtualShares: bigint
  /** Correlation across classes, basis points. */
  r: bigint
  /** Charge on the amount, WAD per year. */
  kappa: bigint
  /** Seconds. */
  cooldown: bigint
  classCount: bigint

  cash: bigint
  /** Exits set aside, payouts kept, fees; nominal. */
  owed: bigint
  /** What a nominal unit of debt is worth, WAD. */
  scale: bigint

  /** Premium that is yet to flow, 1e-18 grains. */
  unearned: bigint
  /** What flows now, 1e-18 grains a second. */
  streamRate: bigint
  /** Unix seconds up to which the stream has been accrued. */
  streamTime: bigint

  /** Gains that were yet to stream in at `gainsUpdated`. */
  unvested: bigint
  /** Unix seconds. */
  gainsUpdated: bigint
  /** Unix seconds at which the gains have all come in. */
  gainsEnd: bigint
  /** Backing of the price at `gainsUpdated`. */
  priceBacking: bigint

  /** Σ of what open incidents may take beyond what is granted, grains. */
  openReserve: bigint
  /** Σ of what several open incidents of a risk may be granted together beyond that, grains. */
  openBeyond: bigint
  /** Σ of granted reserves that are funded in full, less what was paid on them; nominal. */
  full: bigint
  /** Journal entries stepped past. */
  cursor: bigint
  /** Height of the stack of reserves that are not funded in full. */
  cohorts: bigint
  /** Number that the last cohort got. */
  lastCohort: bigint
  /** Σ of what the cohorts hold; nominal. */
  cohortsHeld: bigint
  /** Risks with an open incident. */
  openRisks: bigint
  ruined: boolean

  /** Level of k, WAD per year, as the last sale left it. */
  level: bigint
  /** Unix seconds of that sale. */
  moved: bigint
  /** SCR / b that it left, WAD. */
  utilisation: bigint
  /** Covers sold. */
  covers: bigint
  /** Basis points of the net premium. */
  curatorFee: bigint

  /** Fees owed to the treasury; nominal. */
  protocolFees: bigint
  /** Fees owed to the curator; nominal. */
  curatorFees: bigint
  /** Number of the oldest exit request that may be unserved. */
  head: bigint
  /** Number of the next request. */
  tail: bigint
  /** Shares outstanding, queued ones included. */
  supply: bigint
  /** Shares in the exit queue. */
  queued: bigint

  /** ΣS over the classes, grains. */
  totalsS: bigint
  /** ΣS² over the classes, grains². */
  totalsS2: bigint

  /** Why the mirror of this pool is not to be trusted any more; empty while it is. See `applyPoolEvent`. */
  diverged: string

  /** Within one call: are exits being served? Own funds High left, and units set aside so far. */
  serving: boolean
  servingHigh: bigint
  servingAssets: bigint
  /** Within one call: the incident that is being paid, zero if none, and grains that left the exposure so far. */
  paying: bigint
  payingGrains: bigint
  /** Within one call: was it named what a sponsor's cover claimed on leaves? */
  leavesClaimed: boolean
  /** Within one call: did the treasury get its fees, and the curator not yet? */
  collecting: boolean
  /** Within one call: a debt paid that a write-down had reached, nominal. */
  nominal: bigint
}

/** Sums of a class of a pool, and what it was calibrated for. */
export type ClassRecord = {
  /** Σe² over the groups, grains². */
  q: bigint
  /** Σe over the groups, grains. */
  a: bigint
  /** Correlation within the class, basis points. */
  rho: bigint
  /** WAD. */
  maxLossProbability: bigint
}

/** Exposure of a group of a pool. Grains. */
export type GroupRecord = {
  /** What the requirement counts. */
  net: bigint
  /** Sum insured in force. */
  gross: bigint
  /** Largest gross exposure. */
  limit: bigint
}

/** A risk in a pool: exposure, its one reserve, and the premium stream of an event. Grains. */
export type RiskRecord = {
  /** Listing number. */
  listing: bigint
  /** Class << 56 | group. */
  group: bigint
  /** Sum insured that has not run off. */
  exposure: bigint
  /** Day up to which run-off was released. */
  cursor: bigint
  /** The most that an open incident may be granted. */
  open: bigint
  /** Granted and not yet claimed. */
  granted: bigint
  /** Exposure when the risk was frozen, and what was sold since. */
  base: bigint
  /** Incidents open. */
  openCount: bigint
  /** Incidents granted and not closed. */
  unsettled: bigint
  /** Day until which a lapsed incident may be asserted again. */
  frozenUntil: bigint
  /** The most that one event may be granted. */
  most: bigint
  /** Granted since the risk was frozen. */
  raised: bigint
  /** Unix seconds of the earliest loss asserted since then. */
  first: bigint
  /** Unix seconds of the latest one. */
  last: bigint
  /** Seconds around a granted loss that count as the same event; zero: each ruling is an event of its own. */
  window: bigint
  /** Premium stream of a keyed risk: sum of rates, 1e-18 grains a second, and the days on which it starts and ends. */
  keyedRate: bigint
  keyedStart: bigint
  keyedEnd: bigint
}

/** How a pool backs a listing. */
export type BackingRecord = {
  class: bigint
  group: bigint
  /** Largest exposure, grains; zero: not backed. */
  limit: bigint
  /** Sum insured in force under all keys of the listing, grains; without keys the risk has it. */
  exposure: bigint
}

/** Exposure of a pool under one adjudicator. Grains. */
export type AdjudicatorRecord = { limit: bigint; exposure: bigint }

/** An amount that belongs to a key: run-off of a day (grains), a stream's change of rate on a day (1e-18 grains a second). */
export type AmountRecord = { amount: bigint }

/** The reserve granted to one incident in a pool. Units, nominal. */
export type GrantRecord = {
  /** Not yet claimed. */
  unclaimed: bigint
  /** Claimed and not yet paid in full. */
  short: bigint
  /** Paid on `short`. */
  paid: bigint
  /** Number of the cohort that it entered with; zero: funded in full from the start. */
  cohort: bigint
  /** Unix seconds; zero while not closed. */
  closedAt: bigint
  /** Unix seconds since when the level is final; else zero. */
  finalAt: bigint
}

/** A cohort of granted reserves of equal level, at its place in a pool's stack. */
export type CohortRecord = { reserve: bigint; level: bigint; id: bigint; paid: bigint }

/** A cover. */
export type CoverRecord = {
  /** Address of its pool, in lower case. */
  pool: string
  /** Listing number. */
  listing: bigint
  /** Id of its risk. */
  risk: string
  /** Protected account; the zero address if none is named. */
  account: string
  /** What remains, and what was insured, grains. */
  amount: bigint
  insured: bigint
  /** Of its premium stream, 1e-18 grains a second. */
  rate: bigint
  /** Unix seconds. */
  start: bigint
  end: bigint
  /** Unix seconds of the last change; zero if it was never changed. */
  changed: bigint
  /** Class << 56 | group, and Unix seconds from which the risk runs, as the purchase placed it. */
  group: bigint
  from: bigint
}

/** An exit request that is not served. */
export type RequestRecord = {
  controller: string
  /** Worth of the shares left when asked, at High, units. */
  value: bigint
  shares: bigint
  /** Unix seconds. */
  askedAt: bigint
}

/** What a controller can claim: shares burnt, units set aside for them (nominal). */
export type ClaimableRecord = { shares: bigint; assets: bigint }

/** What all pools share: length of the journal, protocol fee in basis points. */
export type ProtocolRecord = { journalLength: bigint; protocolFee: bigint }

/** What a pool needs of a listing. */
export type ListingRecord = {
  /** Address, in lower case. */
  adjudicator: string
  /** What caps a payout: `none`, `leaves` of a ruled list, or proven `holdings`. */
  lossProof: 'none' | 'leaves' | 'holdings'
  keyed: boolean
  personal: boolean
  /** WAD. */
  maxRatio: bigint
  deductible: bigint
  /** Seconds. */
  waiting: bigint
  grace: bigint
  eventWindow: bigint
  minPeriod: bigint
  maxPeriod: bigint
}

/** An incident, as far as pools depend on it. */
export type IncidentRecord = {
  risk: string
  listing: bigint
  /** Unix seconds. */
  openedAt: bigint
  lossTime: bigint
  /** Unix seconds until which the loss could be asserted because adjudicators were silent; else zero. */
  lastTime: bigint
  /** First granted incident of the same event; zero until granted. */
  eventId: bigint
  /** The most that all covers of a pool can claim, units; zero: no bound. */
  most: bigint
}

/** An entry of the journal of incidents. */
export type JournalRecord = {
  kind: 'opened' | 'granted' | 'dismissed' | 'lapsed' | 'closed'
  incident: bigint
  risk: string
  share: bigint
  time: bigint
  window: bigint
  most: bigint
}

/** What a cover claimed under an incident, and what was paid on it, units. */
export type SettlementRecord = { claim: bigint; paid: bigint }

/**
 * The kinds of records of a mirror. All fields are numbers, booleans or strings. Keys, with addresses in lower case:
 * - `pool`, `poolNumber`: pool; number
 * - `class`, `group`, `adjudicator`, `backing`: pool/class; pool/group (class << 56 | group); pool/address; pool/listing
 * - `risk`, `runOff`: pool/risk; pool/risk/day
 * - `delta`, `cohort`, `grant`, `shortfall`: pool/day; pool/place; pool/incident; pool/incident
 * - `request`, `claimable`, `kept`: pool/number; pool/controller; pool/account
 * - `cover`, `listing`, `incident`, `journal`, `grace`: id; number; number; place from 0; risk
 * - `settlement`, `taken`: incident/cover; event/cover
 * - `token`, `protocol`: address; empty
 */
export type MirrorRecords = {
  pool: PoolRecord
  /** Address of the pool of a number. */
  poolNumber: { pool: string }
  class: ClassRecord
  group: GroupRecord
  adjudicator: AdjudicatorRecord
  backing: BackingRecord
  risk: RiskRecord
  runOff: AmountRecord
  delta: AmountRecord
  cohort: CohortRecord
  grant: GrantRecord
  /** What holders stayed short of when an incident was finished, units. */
  shortfall: AmountRecord
  request: RequestRecord
  claimable: ClaimableRecord
  /** Payouts and commissions kept for an account, units, nominal. */
  kept: AmountRecord
  cover: CoverRecord
  listing: ListingRecord
  incident: IncidentRecord
  journal: JournalRecord
  /** Unix seconds until which losses of a risk may be asserted because adjudicators were silent. */
  grace: AmountRecord
  settlement: SettlementRecord
  /** What an event took of a cover, units. */
  taken: AmountRecord
  /** Decimals of a pool's asset. */
  token: { decimals: bigint }
  protocol: ProtocolRecord
}

/** A kind of record. */
export type MirrorKind = keyof MirrorRecords
