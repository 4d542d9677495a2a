import { index, onchainTable, primaryKey } from 'ponder'
import { chain, origin, type Plain, place } from './columns.ts'

/** What rules on a listing by itself, and how it is set. */
export const triggers = onchainTable(
  'triggers',
  (t) => ({
    ...chain(t),
    listing: t.bigint().notNull(),
    adjudicator: t.hex().notNull(),
    kind: t
      .text({ enum: ['priceFeed', 'vaultLoss', 'deficit', 'reserve', 'frozen', 'report', 'court', 'optimistic'] })
      .notNull(),
    creator: t.hex().notNull(),
    /** The configuration as the contract was given it, integers as decimal strings. */
    config: t.json().$type<Plain>().notNull(),
    ...origin(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.listing] }),
    byAdjudicator: index().on(table.adjudicator),
  }),
)

/** Spans that a trigger watches: from being armed until proven or ended. */
export const triggerSpans = onchainTable(
  'trigger_spans',
  (t) => ({
    ...chain(t),
    incident: t.bigint().notNull(),
    listing: t.bigint().notNull(),
    adjudicator: t.hex().notNull(),
    finder: t.hex().notNull(),
    status: t.text({ enum: ['armed', 'proven', 'ended'] }).notNull(),
    armedAt: t.bigint().notNull(),
    /** Readings: the largest loss, and what it is a part of; units of the source. */
    loss: t.bigint(),
    whole: t.bigint(),
    readAt: t.bigint(),
    /** Feeds: the round that armed it, its time and level, and how far the rounds were walked. */
    firstRound: t.bigint(),
    firstTime: t.bigint(),
    level: t.bigint(),
    cursor: t.bigint(),
    integral: t.bigint(),
    /** Proven: the ratio (WAD) and, for feeds, the move and the closing round. */
    ratio: t.bigint(),
    move: t.bigint(),
    closingRound: t.bigint(),
    /** Ended: why, as the contract numbers it. */
    reason: t.integer(),
    endedAt: t.bigint(),
    ...origin(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.incident] }),
    byListing: index().on(table.listing),
    byStatus: index().on(table.adjudicator, table.status),
  }),
)

/** Everything that a trigger was shown, in order. */
export const triggerReadings = onchainTable(
  'trigger_readings',
  (t) => ({
    ...chain(t),
    ...place(t),
    adjudicator: t.hex().notNull(),
    listing: t.bigint(),
    incident: t.bigint(),
    /** The event's name, as in the ABI. */
    kind: t.text().notNull(),
    details: t.json().$type<{ readonly [name: string]: Plain }>().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.blockNumber, table.logIndex] }),
    byListing: index().on(table.listing, table.blockNumber, table.logIndex),
    byIncident: index().on(table.incident, table.blockNumber, table.logIndex),
  }),
)

/** What a trigger last knew of a listing's source: its mark, whether it is frozen, the phase of its feed. */
export const triggerStates = onchainTable(
  'trigger_states',
  (t) => ({
    ...chain(t),
    listing: t.bigint().notNull(),
    adjudicator: t.hex().notNull(),
    /** Observed value and mark. */
    value: t.bigint(),
    level: t.bigint(),
    observedAt: t.bigint(),
    /** Found frozen at, and sure to be thawed from. */
    frozenAt: t.bigint(),
    thawsAt: t.bigint(),
    phase: t.bigint(),
    phaseSince: t.bigint(),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.listing] }) }),
)

/** Reports on keyed risks. */
export const reports = onchainTable(
  'reports',
  (t) => ({
    ...chain(t),
    listing: t.bigint().notNull(),
    key: t.hex().notNull(),
    status: t.text({ enum: ['requested', 'reported', 'suspended', 'proven', 'failed'] }).notNull(),
    /** The request that is out, and what it asks about. */
    requestId: t.hex(),
    requestedAt: t.bigint(),
    insured: t.json().$type<Plain>(),
    /** As reported: value, distance, status, time of the event; by which signers (bits), and when it stands. */
    value: t.bigint(),
    distance: t.bigint(),
    reportStatus: t.integer(),
    eventTime: t.bigint(),
    signedBy: t.bigint(),
    standsFrom: t.bigint(),
    incident: t.bigint(),
    ratio: t.bigint(),
    ...place(t),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.listing, table.key] }) }),
)

/** Sets of signers of reports, by the time from which they count. */
export const signerSets = onchainTable(
  'signer_sets',
  (t) => ({
    ...chain(t),
    listing: t.bigint().notNull(),
    since: t.bigint().notNull(),
    threshold: t.integer().notNull(),
    members: t.json().$type<readonly string[]>().notNull(),
    ...place(t),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.listing, table.since] }) }),
)

/** Signers who contradicted themselves. */
export const struckSigners = onchainTable(
  'struck_signers',
  (t) => ({
    ...chain(t),
    listing: t.bigint().notNull(),
    signer: t.hex().notNull(),
    key: t.hex().notNull(),
    ...place(t),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.listing, table.signer] }) }),
)

/** Assertions in UMA's oracle. */
export const assertions = onchainTable(
  'assertions',
  (t) => ({
    ...chain(t),
    assertionId: t.hex().notNull(),
    incident: t.bigint().notNull(),
    adjudicator: t.hex().notNull(),
    asserter: t.hex().notNull(),
    bond: t.bigint().notNull(),
    status: t.text({ enum: ['asserted', 'disputed', 'upheld', 'rejected'] }).notNull(),
    assertedAt: t.bigint().notNull(),
    resolvedAt: t.bigint(),
    ...place(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.assertionId] }),
    byIncident: index().on(table.incident),
  }),
)
