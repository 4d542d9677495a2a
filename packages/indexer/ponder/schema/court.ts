import { index, onchainTable, primaryKey } from 'ponder'
import { chain, origin, type Plain, place } from './columns.ts'

/** Versions of the court's parameters. */
export const courtVersions = onchainTable(
  'court_versions',
  (t) => ({
    ...chain(t),
    version: t.integer().notNull(),
    parameters: t.json().$type<Plain>().notNull(),
    config: t.json().$type<Plain>().notNull(),
    ...place(t),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.version] }) }),
)

/** Cases before the court; a case has the number of its incident. Weights are grains of stake, awards billionths. */
export const courtCases = onchainTable(
  'court_cases',
  (t) => ({
    ...chain(t),
    incident: t.bigint().notNull(),
    listing: t.bigint().notNull(),
    pool: t.hex().notNull(),
    version: t.integer().notNull(),
    /** Unix seconds as of which weights count, and of the four deadlines. */
    snapshot: t.bigint().notNull(),
    commitFrom: t.bigint().notNull(),
    revealFrom: t.bigint().notNull(),
    revealUntil: t.bigint().notNull(),
    appealUntil: t.bigint().notNull(),
    /** Weight of all who committed. */
    committed: t.bigint().notNull(),
    /** What the pools counted so far may have to pay, grains of stake. */
    amount: t.bigint().notNull(),
    appellant: t.hex(),
    dispute: t.bigint(),
    arbitrateUntil: t.bigint(),
    /** What the arbitrator ruled: 0 refused, 1 nothing, 2 the award, 3 the amount claimed. */
    choice: t.integer(),
    /** Once settled. */
    outcome: t.text({ enum: ['pending', 'decided', 'undecided'] }).notNull(),
    settled: t.boolean().notNull(),
    award: t.bigint(),
    near: t.bigint(),
    pot: t.bigint(),
    fee: t.bigint(),
    settledAt: t.bigint(),
    ...origin(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.incident] }),
    byListing: index().on(table.listing),
    bySettled: index().on(table.settled, table.incident),
  }),
)

/** Which case a dispute at an arbitrator belongs to. */
export const courtDisputes = onchainTable(
  'court_disputes',
  (t) => ({
    ...chain(t),
    arbitrator: t.hex().notNull(),
    dispute: t.bigint().notNull(),
    incident: t.bigint().notNull(),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.arbitrator, table.dispute] }) }),
)

/** What assessors did in a case. */
export const courtVotes = onchainTable(
  'court_votes',
  (t) => ({
    ...chain(t),
    incident: t.bigint().notNull(),
    assessor: t.hex().notNull(),
    /** Grains. */
    weight: t.bigint().notNull(),
    committedAt: t.bigint(),
    revealedAt: t.bigint(),
    /** Billionths, and the hash of the reason. */
    award: t.bigint(),
    reason: t.hex(),
    barred: t.boolean().notNull(),
    unseated: t.boolean().notNull(),
    /** Units of stake. */
    slashed: t.bigint().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.incident, table.assessor] }),
    byAssessor: index().on(table.assessor, table.incident),
  }),
)

/** Pools that were counted in a case, grains of stake. */
export const courtPools = onchainTable(
  'court_pools',
  (t) => ({
    ...chain(t),
    incident: t.bigint().notNull(),
    pool: t.hex().notNull(),
    amount: t.bigint().notNull(),
    ...place(t),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.incident, table.pool] }) }),
)

/** Interests of assessors that were reported. */
export const courtConflicts = onchainTable(
  'court_conflicts',
  (t) => ({
    ...chain(t),
    incident: t.bigint().notNull(),
    assessor: t.hex().notNull(),
    kind: t.text({ enum: ['shares', 'exit', 'cover'] }).notNull(),
    pool: t.hex().notNull(),
    position: t.bigint().notNull(),
    until: t.bigint().notNull(),
    cleared: t.boolean().notNull(),
    ...place(t),
  }),
  (table) => ({
    key: primaryKey({
      columns: [table.chainId, table.incident, table.assessor, table.kind, table.pool, table.position],
    }),
  }),
)

/** Evidence, answers to it, and what arbitrators are told. */
export const evidence = onchainTable(
  'evidence',
  (t) => ({
    ...chain(t),
    ...place(t),
    incident: t.bigint().notNull(),
    kind: t.text({ enum: ['evidence', 'answer'] }).notNull(),
    party: t.hex().notNull(),
    /** What an answer answers: the hash of a piece of evidence. */
    answers: t.hex(),
    text: t.text().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.blockNumber, table.logIndex] }),
    byIncident: index().on(table.incident, table.blockNumber, table.logIndex),
    byParty: index().on(table.party),
  }),
)

/** Stakes in the court, units: what counts, and what was asked back. */
export const stakes = onchainTable(
  'stakes',
  (t) => ({
    ...chain(t),
    assessor: t.hex().notNull(),
    staked: t.bigint().notNull(),
    leaving: t.bigint().notNull(),
    readyAt: t.bigint().notNull(),
    slashed: t.bigint().notNull(),
    changedAt: t.bigint().notNull(),
    encryptionKey: t.hex(),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.assessor] }) }),
)

/** Disputes before the members. */
export const memberDisputes = onchainTable(
  'member_disputes',
  (t) => ({
    ...chain(t),
    dispute: t.bigint().notNull(),
    arbitrable: t.hex().notNull(),
    snapshot: t.bigint().notNull(),
    until: t.bigint().notNull(),
    choices: t.integer().notNull(),
    extraData: t.hex().notNull(),
    /** Votes by choice, decimal strings. */
    votes: t.json().$type<{ readonly [choice: string]: string }>().notNull(),
    ruling: t.integer(),
    taken: t.boolean(),
    ...origin(t),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.dispute] }) }),
)

/** Votes of members on them. */
export const memberVotes = onchainTable(
  'member_votes',
  (t) => ({
    ...chain(t),
    dispute: t.bigint().notNull(),
    voter: t.hex().notNull(),
    choice: t.integer().notNull(),
    weight: t.bigint().notNull(),
    ...place(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.dispute, table.voter] }),
    byVoter: index().on(table.voter),
  }),
)
