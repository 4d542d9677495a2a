import type { Address, Hash, Hex } from 'viem'

/** A whole number as a decimal string: units of the pool's asset unless its name or its section says otherwise. */
export type Decimal = string

/** A contract, and the hash of its code at the block of the statement. */
export type StatedContract = { address: Address; codeHash: Hash }

/** Which pool, of which deployment, on which chain, at which block. */
export type StatedIdentity = {
  chain: { id: number; genesisHash: Hash }
  block: { number: Decimal; hash: Hash; timestamp: Decimal; time: string }
  contracts: {
    covers: StatedContract
    factory: StatedContract
    incidents: StatedContract
    listings: StatedContract
    pool: StatedContract
  }
  pool: {
    number: Decimal
    createdAtBlock: Decimal
    name: string
    symbol: string
    curator: Address
    asset: { address: Address; name: string; symbol: string; decimals: number }
    /** Units to a grain, in which exposures and the requirement are kept. */
    grain: Decimal
    /** Seconds. */
    cooldown: Decimal
    /** WAD per year. */
    kappa: Decimal
    /** Journal entries stepped past, and all that there are: the pool has not yet booked the difference. */
    journal: { cursor: Decimal; length: Decimal }
    ruined: boolean
  }
}

/** What the pool holds. */
export type StatedAssets = {
  /** The token's own answer. */
  balance: Decimal
  /** The pool's ledger. */
  cash: Decimal
  /** Balance less cash: donations, which count for nothing; negative where the token shrank. */
  beyondLedger: Decimal
}

/** What is owed out of it, or set aside. */
export type StatedLiabilities = {
  unearnedPremium: Decimal
  unvestedGains: Decimal
  /** Granted reserves: funded in full, funded in part, and together; net of what was paid. */
  reserves: { full: Decimal; partial: Decimal; funded: Decimal; granted: Decimal; open: Decimal; beyond: Decimal }
  /** Debts that are due on demand. */
  owed: { exitsSetAside: Decimal; kept: Decimal; protocolFees: Decimal; curatorFees: Decimal; total: Decimal }
  /** What a nominal unit of debt is worth after a write-down that reached debts, WAD; else 1e18. */
  scale: Decimal
  /** Everything above but open reserves: what is taken off cash to give own funds High. */
  total: Decimal
}

/** What belongs to the underwriters. */
export type StatedOwnFunds = {
  high: Decimal
  low: Decimal
  backing: Decimal
  priceBacking: Decimal
  /** WAD per year. */
  priceLevel: Decimal
  /** Shares of 1e-18. */
  shares: Decimal
  queuedShares: Decimal
  /** Units that a whole share is worth. */
  shareAtHigh: Decimal
  shareAtLow: Decimal
}

/** A group of risks that one event can hit: the i of e_i. Grains. */
export type StatedGroup = { group: Decimal; net: Decimal; gross: Decimal; limit: Decimal }

/** A class with its build-up. Grains, grains², basis points; the loss probability is WAD. */
export type StatedClass = {
  class: number
  rho: Decimal
  maxLossProbability: Decimal
  q: Decimal
  a: Decimal
  s: Decimal
  groups: StatedGroup[]
}

/** The requirement with its build-up. */
export type StatedRequirement = {
  /** Units and grains. */
  scr: Decimal
  scrGrains: Decimal
  /** Basis points. */
  r: Decimal
  sumS: Decimal
  sumS2: Decimal
  classes: StatedClass[]
  /** Own funds over the requirement, WAD, rounded down; null where nothing is required. */
  ratioHigh: Decimal | null
  ratioLow: Decimal | null
  /** High less the requirement: negative where it is not covered. */
  surplus: Decimal
}

/** The exposure of one risk. Units. */
export type StatedExposure = {
  risk: Hex
  listing: Decimal
  class: number
  group: Decimal
  adjudicator: Address
  exposure: Decimal
  open: Decimal
  granted: Decimal
  net: Decimal
  openIncidents: Decimal
}

/** A part of all exposure. Units; the share is WAD, rounded down. */
export type StatedPart<name extends string> = { [key in name]: string } & { exposure: Decimal; share: Decimal }

/** What is insured, and how concentrated it is. */
export type StatedExposures = {
  total: Decimal
  risks: StatedExposure[]
  byListing: StatedPart<'listing'>[]
  byGroup: StatedPart<'group'>[]
  byAdjudicator: StatedPart<'adjudicator'>[]
  /** Herfindahl indices (Σ of squared shares) and the ten largest risks' share, WAD, rounded down. */
  herfindahlRisks: Decimal
  herfindahlGroups: Decimal
  topTenShare: Decimal
}

/** What falls due on one day (UTC). Units. */
export type StatedDay = {
  date: string
  runOff: Decimal
  premium: Decimal
  exits: Decimal
  gains: Decimal
}

/** What falls due in the ninety days that begin with the day of the block. */
export type StatedLiquidity = {
  days: StatedDay[]
  /** What falls due after them, and what should have run off but was not released. */
  later: { runOff: Decimal; premium: Decimal; exits: Decimal; gains: Decimal }
  notReleased: Decimal
  /** Requests that wait: shares of 1e-18, worth when asked and now, units. */
  exits: {
    request: Decimal
    controller: Address
    shares: Decimal
    valueWhenAsked: Decimal
    valueNow: Decimal
    askedAt: Decimal
    readyAt: Decimal
  }[]
}

/** An incident on a risk of this pool. Units, WAD, Unix seconds; null where it has not happened. */
export type StatedIncident = {
  incident: Decimal
  listing: Decimal
  risk: Hex
  status: string
  openedAt: Decimal
  lossTime: Decimal
  deadline: Decimal
  ruledAt: Decimal | null
  ratio: Decimal
  share: Decimal
  reserve: Decimal
  level: Decimal
  claimed: Decimal
  paid: Decimal
  unclaimed: Decimal
  short: Decimal
  shortfall: Decimal
  recovered: Decimal
  coversPaid: number
  firstPaidAt: Decimal | null
  lastPaidAt: Decimal | null
}

/** How this pool has paid. */
export type StatedClaims = {
  incidents: StatedIncident[]
  opened: number
  granted: number
  denied: number
  lapsed: number
  open: number
  reserved: Decimal
  claimed: Decimal
  paid: Decimal
  shortfall: Decimal
  /** Medians over incidents that were paid, seconds, rounded down; null where none was. */
  secondsToRuling: Decimal | null
  secondsToFirstPayout: Decimal | null
}

/** What a listing is sold at, and what stands behind the rate. WAD per year. */
export type StatedRate = {
  listing: Decimal
  rate: Decimal
  postedAt: Decimal
  postedAtBlock: Decimal | null
  dataHash: Hash | null
  modelHash: Hash | null
  termsHash: Hash
  adjudicator: Address
}

/** What the curator has bound the pool to. Grains, basis points. */
export type StatedLimits = {
  curatorFee: Decimal
  listings: { listing: Decimal; class: number; group: Decimal; limit: Decimal; exposure: Decimal }[]
  adjudicators: { adjudicator: Address; limit: Decimal; exposure: Decimal }[]
  /** Changes announced and not yet made. */
  pending: { dataHash: Hash; call: string; data: Hex; executableAt: Decimal }[]
}

/** Something that must hold at every block, checked at this one. */
export type StatedCheck = {
  /** The invariant of docs/invariants.md that it is part of. */
  invariant: string
  name: string
  left: Decimal
  relation: '=' | '>=' | '<='
  right: Decimal
  holds: boolean
}

/** A figure that the contract answers, and the same recomputed from its parts. */
export type StatedAnswer = { figure: string; recomputed: Decimal; contract: Decimal; equal: boolean }

/** What was asked of the node at the block of the statement, and what it answered. */
export type StatedEvidence =
  | { kind: 'call'; proves: string; to: Address; data: Hex; answer: Hex }
  | { kind: 'slot'; proves: string; address: Address; slot: Hash; answer: Hash }
  | {
      kind: 'logs'
      proves: string
      address: Address
      topics: (Hex | Hex[] | null)[]
      fromBlock: Decimal
      toBlock: Decimal
      count: number
      digest: Hash
    }

/**
 * The solvency of one pool at one block: every figure follows from what a node answers about that block.
 */
export type SolvencyStatement = StatedIdentity & {
  kind: 'bulwark-solvency-statement'
  version: 1
  assets: StatedAssets
  liabilities: StatedLiabilities
  ownFunds: StatedOwnFunds
  requirement: StatedRequirement
  exposures: StatedExposures
  liquidity: StatedLiquidity
  claims: StatedClaims
  rates: StatedRate[]
  limits: StatedLimits
  checks: StatedCheck[]
  answers: StatedAnswer[]
  evidence: StatedEvidence[]
}

/** Who issues a statement, when, and his EIP-712 signature. */
export type StatementSignature = {
  statementHash: Hash
  issuer: Address
  issuedAt: Decimal
  value: Hex
}

/** A statement as it is published. */
export type SignedStatement = { statement: SolvencyStatement; signature: StatementSignature }

/** A place where a statement differs from the chain: what it states there, and what was found. */
export type Finding = { path: string; stated: string; found: string }

/** What {@link verifyStatement} found out. */
export type Verification = {
  /** True if nothing differs and the signature, if there is one, is its issuer's. */
  valid: boolean
  signed: boolean
  statementHash: Hash
  issuer: Address | null
  findings: Finding[]
  /** Checks and answers of the chain itself that do not hold: true, and bad. */
  warnings: string[]
}
