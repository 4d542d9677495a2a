/** Where a value lies in a struct: slot from its start, first byte from the right, bytes. */
export type Place = readonly [slot: number, offset: number, bytes: number]

/** The values of a struct in storage. */
export type StorageLayout = { readonly [field: string]: Place }

/**
 * Where a pool keeps what it keeps: the first slot of each variable of `PoolState`. Every pool of a factory runs the
 * same code; the tests compare this with the compiler's own account.
 */
export const poolVariables = {
  ledger: 0n,
  stream: 1n,
  gains: 2n,
  reserves: 3n,
  curve: 4n,
  queue: 5n,
  totals: 6n,
  classes: 7n,
  groups: 8n,
  risks: 9n,
  runOff: 10n,
  riskReserves: 11n,
  grants: 13n,
  backings: 14n,
  adjudicatorOf: 15n,
  adjudicators: 16n,
  deltas: 17n,
  stack: 18n,
  requests: 20n,
  claimables: 21n,
  kept: 23n,
  maxLossProbability: 24n,
  executableAt: 25n,
  shortfalls: 26n,
  openBeyond: 27n,
  curator: 28n,
} as const

/** The structs that lie there, by their names in the contracts. */
export const poolStructs = {
  Ledger: { cash: [0, 0, 12], owed: [0, 12, 12], scale: [0, 24, 8] },
  Stream: { unearned: [0, 0, 16], rate: [0, 16, 12], time: [0, 28, 4] },
  Gains: { unvested: [0, 0, 12], updated: [0, 12, 4], end: [0, 16, 4], b: [0, 20, 12] },
  Reserves: {
    open: [0, 0, 8],
    full: [0, 8, 12],
    cursor: [0, 20, 4],
    cohorts: [0, 24, 3],
    openRisks: [0, 27, 4],
    ruined: [0, 31, 1],
  },
  Curve: { level: [0, 0, 8], moved: [0, 8, 4], utilisation: [0, 12, 8], covers: [0, 20, 5], curatorFee: [0, 25, 2] },
  FeesAndQueue: { protocol: [0, 0, 12], curator: [0, 12, 12], head: [0, 24, 4], tail: [0, 28, 4] },
  Totals: { s: [0, 0, 11], s2: [0, 11, 21] },
  Class: { q: [0, 0, 20], a: [0, 20, 10], rho: [0, 30, 2] },
  Group: { net: [0, 0, 8], gross: [0, 8, 8], limit: [0, 16, 8] },
  Risk: {
    exposure: [0, 0, 8],
    cursor: [0, 8, 2],
    listing: [0, 10, 4],
    group: [0, 14, 8],
    inlineDay: [0, 22, 2],
    inlineAmount: [0, 24, 8],
  },
  RiskReserve: {
    open: [0, 0, 8],
    granted: [0, 8, 8],
    base: [0, 16, 8],
    openCount: [0, 24, 3],
    unsettled: [0, 27, 3],
    frozenUntil: [0, 30, 2],
    most: [1, 0, 8],
    raised: [1, 8, 8],
    first: [1, 16, 4],
    last: [1, 20, 4],
    window: [1, 24, 4],
  },
  Grant: {
    unclaimed: [0, 0, 12],
    short: [0, 12, 12],
    cohort: [0, 24, 4],
    exists: [0, 28, 1],
    paid: [1, 0, 12],
    closedAt: [1, 12, 4],
    finalAt: [1, 16, 4],
  },
  Backing: {
    class: [0, 0, 1],
    group: [0, 1, 6],
    limit: [0, 7, 8],
    exposure: [0, 15, 8],
    maxLossProbability: [0, 23, 8],
  },
  AdjudicatorBook: { limit: [0, 0, 8], exposure: [0, 8, 8] },
  Stack: { nextId: [0, 0, 4], net: [0, 4, 12] },
  Cohort: { reserve: [0, 0, 12], level: [0, 12, 8], id: [0, 20, 4], paid: [1, 0, 12] },
  Request: { controller: [0, 0, 20], value: [0, 20, 12], shares: [1, 0, 16], askedAt: [1, 16, 4] },
  Claimable: { shares: [0, 0, 16], assets: [0, 16, 16] },
} as const satisfies { [name: string]: StorageLayout }
