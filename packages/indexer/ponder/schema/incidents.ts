import { index, onchainTable, primaryKey } from 'ponder'
import { chain, origin, place } from './columns.ts'

/** Incidents as they stand: what `Incidents.incidentOf` says, and what was asserted, ruled and paid. */
export const incidents = onchainTable(
  'incidents',
  (t) => ({
    ...chain(t),
    incident: t.bigint().notNull(),
    risk: t.hex().notNull(),
    listing: t.bigint().notNull(),
    key: t.hex().notNull(),
    status: t.text({ enum: ['open', 'granted', 'denied', 'lapsed', 'closed'] }).notNull(),
    openedAt: t.bigint().notNull(),
    lossTime: t.bigint().notNull(),
    /** As asserted, and as granted (the asserted one until then), WAD before the deductible. */
    assertedRatio: t.bigint().notNull(),
    ratio: t.bigint().notNull(),
    /** Of each amount insured, WAD; zero until granted. */
    share: t.bigint().notNull(),
    ruledAt: t.bigint().notNull(),
    /** Unix seconds; zero once it is of no meaning on chain. */
    deadline: t.bigint().notNull(),
    /** True once the second adjudicator decides. */
    second: t.boolean().notNull(),
    /** Who decides now. */
    adjudicator: t.hex().notNull(),
    /** The first granted incident of the same event; zero until granted. */
    eventId: t.bigint().notNull(),
    asserter: t.hex().notNull(),
    /** Opened by its adjudicator for a fee instead of by a bond. */
    triggered: t.boolean().notNull(),
    /** As the listing asks, units of its bond token; zero where a trigger opened it. */
    bond: t.bigint().notNull(),
    bondToken: t.hex().notNull(),
    forfeited: t.bigint().notNull(),
    /** Root of the losses and sum of its leaves: as asserted or, once granted, as ruled. */
    root: t.hex().notNull(),
    lossSum: t.bigint().notNull(),
    /** What the leaves are worth together, units; zero: no bound but the share. */
    most: t.bigint().notNull(),
    evidence: t.hex().notNull(),
    closedAt: t.bigint(),
    /** Claimed and paid so far, units of the pools' assets. */
    claimed: t.bigint().notNull(),
    paid: t.bigint().notNull(),
    coversSettled: t.integer().notNull(),
    ...origin(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.incident] }),
    byListing: index().on(table.listing, table.incident),
    byRisk: index().on(table.risk, table.incident),
    byStatus: index().on(table.status, table.incident),
    byAsserter: index().on(table.asserter),
    byAdjudicator: index().on(table.adjudicator, table.status),
  }),
)

/** Each step that an incident took, in order; the numbered ones are the journal that pools step through. */
export const rulings = onchainTable(
  'rulings',
  (t) => ({
    ...chain(t),
    ...place(t),
    incident: t.bigint().notNull(),
    kind: t.text({ enum: ['opened', 'passedOn', 'granted', 'denied', 'lapsed', 'closed'] }).notNull(),
    /** Number in the journal, from 0; none for what pools need not know. */
    entry: t.bigint(),
    adjudicator: t.hex(),
    eventId: t.bigint(),
    ratio: t.bigint(),
    share: t.bigint(),
    deadline: t.bigint(),
    forfeited: t.bigint(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.blockNumber, table.logIndex] }),
    byIncident: index().on(table.incident, table.blockNumber, table.logIndex),
    byEntry: index().on(table.entry),
  }),
)

/** What an incident holds and paid in one pool. Units. */
export const poolIncidents = onchainTable(
  'pool_incidents',
  (t) => ({
    ...chain(t),
    pool: t.hex().notNull(),
    incident: t.bigint().notNull(),
    risk: t.hex().notNull(),
    /** As fixed when the pool stepped past the grant, and the level of funding then, WAD. */
    reserve: t.bigint().notNull(),
    level: t.bigint().notNull(),
    claimed: t.bigint().notNull(),
    paid: t.bigint().notNull(),
    released: t.bigint().notNull(),
    /** Once closed with holders paid short: the level that is final, and until when they can be topped up. */
    finalLevel: t.bigint(),
    finalUntil: t.bigint(),
    ...origin(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.pool, table.incident] }),
    byIncident: index().on(table.incident),
  }),
)

/** What covers were paid, payment by payment; a sponsor's cover has one row an account. Units. */
export const settlements = onchainTable(
  'settlements',
  (t) => ({
    ...chain(t),
    ...place(t),
    /** Place within the event, from 0: a sponsor's cover pays many accounts at once. */
    position: t.integer().notNull(),
    incident: t.bigint().notNull(),
    cover: t.bigint().notNull(),
    pool: t.hex().notNull(),
    to: t.hex().notNull(),
    /** What is owed in all so far; none for a leaf, whose claim is part of its cover's. */
    claim: t.bigint(),
    payout: t.bigint().notNull(),
    kind: t.text({ enum: ['cover', 'leaf'] }).notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.blockNumber, table.logIndex, table.position] }),
    byIncident: index().on(table.incident, table.blockNumber, table.logIndex),
    byCover: index().on(table.cover, table.blockNumber, table.logIndex),
    byTo: index().on(table.to, table.blockNumber, table.logIndex),
    byPool: index().on(table.pool, table.blockNumber, table.logIndex),
  }),
)

/** What each cover was owed and paid for an incident. Units. */
export const coverSettlements = onchainTable(
  'cover_settlements',
  (t) => ({
    ...chain(t),
    incident: t.bigint().notNull(),
    cover: t.bigint().notNull(),
    pool: t.hex().notNull(),
    claim: t.bigint().notNull(),
    paid: t.bigint().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.incident, table.cover] }),
    byCover: index().on(table.cover),
  }),
)

/** Money that came back for an incident. Units. */
export const recoveries = onchainTable(
  'recoveries',
  (t) => ({
    ...chain(t),
    ...place(t),
    incident: t.bigint().notNull(),
    pool: t.hex().notNull(),
    payer: t.hex().notNull(),
    forHolders: t.bigint().notNull(),
    forPool: t.bigint().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.blockNumber, table.logIndex] }),
    byIncident: index().on(table.incident),
    byPool: index().on(table.pool),
  }),
)

/** Who got what of it. Units. */
export const recoveryShares = onchainTable(
  'recovery_shares',
  (t) => ({
    ...chain(t),
    ...place(t),
    incident: t.bigint().notNull(),
    cover: t.bigint().notNull(),
    /** None where the cover's payee gets it. */
    account: t.hex(),
    amount: t.bigint().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.blockNumber, table.logIndex] }),
    byIncident: index().on(table.incident),
    byCover: index().on(table.cover),
  }),
)

/** Lots of distressed tokens. Token units, and units of the pool's asset for payments. */
export const salvageLots = onchainTable(
  'salvage_lots',
  (t) => ({
    ...chain(t),
    lot: t.bigint().notNull(),
    incident: t.bigint().notNull(),
    pool: t.hex().notNull(),
    token: t.hex(),
    /** Handed over or collected into it, and sold out of it. */
    received: t.bigint().notNull(),
    taken: t.bigint().notNull(),
    payments: t.bigint().notNull(),
    ...origin(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.lot] }),
    byIncident: index().on(table.incident),
    byPool: index().on(table.pool),
  }),
)

/** What was handed over or assigned for a cover, and what is still owed. Token units. */
export const salvageClaims = onchainTable(
  'salvage_claims',
  (t) => ({
    ...chain(t),
    /** The first granted incident of the same event. */
    eventId: t.bigint().notNull(),
    cover: t.bigint().notNull(),
    account: t.hex(),
    handed: t.bigint().notNull(),
    assigned: t.bigint().notNull(),
    owed: t.bigint().notNull(),
    /** If the token could not be moved: how much, and since when a claim is taken instead. */
    stuck: t.bigint(),
    assignableAt: t.bigint(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.eventId, table.cover] }),
    byCover: index().on(table.cover),
  }),
)
