import { index, onchainTable, primaryKey } from 'ponder'
import { chain, origin, place } from './columns.ts'

/** Covers as they are now: what `Covers.coverOf` says, who holds them, and what was paid. */
export const covers = onchainTable(
  'covers',
  (t) => ({
    ...chain(t),
    id: t.bigint().notNull(),
    pool: t.hex().notNull(),
    listing: t.bigint().notNull(),
    /** Zero for a listing without keys. */
    key: t.hex().notNull(),
    risk: t.hex().notNull(),
    /** Zero once it was cancelled and burnt. */
    owner: t.hex().notNull(),
    /** Zero if the owner is paid. */
    payee: t.hex().notNull(),
    /** Protected account; zero where the listing needs no proof of a loss. */
    account: t.hex().notNull(),
    /** Remaining sum insured, and that of the last purchase or change, grains. */
    amount: t.bigint().notNull(),
    insured: t.bigint().notNull(),
    /** Net premium that its stream carries, 1e-18 grains a second. */
    rate: t.bigint().notNull(),
    start: t.bigint().notNull(),
    end: t.bigint().notNull(),
    /** Unix seconds of the last change; zero if never. */
    changed: t.bigint().notNull(),
    /** Class << 56 | group in which its exposure counts, and unix seconds from which its risk runs. */
    group: t.bigint().notNull(),
    runsFrom: t.bigint().notNull(),
    /** Edges of days, unix seconds, between which its premium streams. */
    streamStart: t.bigint().notNull(),
    streamEnd: t.bigint().notNull(),
    /** Paid in all by its owners and returned to them, units. */
    premium: t.bigint().notNull(),
    fees: t.bigint().notNull(),
    refunds: t.bigint().notNull(),
    /** Claimed and paid for all incidents, units. */
    claimed: t.bigint().notNull(),
    paid: t.bigint().notNull(),
    /** `active` until it is used up or cancelled; whether it has ended follows from `end`. */
    status: t.text({ enum: ['active', 'exhausted', 'cancelled'] }).notNull(),
    ...origin(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.id] }),
    byOwner: index().on(table.owner, table.id),
    byPool: index().on(table.pool, table.id),
    byListing: index().on(table.listing, table.id),
    byRisk: index().on(table.risk, table.id),
    byAccount: index().on(table.account, table.id),
    byPayee: index().on(table.payee, table.id),
    byEnd: index().on(table.end),
  }),
)

/** What was added to a cover, and from when on it counts. */
export const coverIncreases = onchainTable(
  'cover_increases',
  (t) => ({
    ...chain(t),
    cover: t.bigint().notNull(),
    ...place(t),
    /** Grains. */
    amount: t.bigint().notNull(),
    since: t.bigint().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.cover, table.blockNumber, table.logIndex] }),
  }),
)

/** What happened to a cover, in order. Units. */
export const coverEvents = onchainTable(
  'cover_events',
  (t) => ({
    ...chain(t),
    ...place(t),
    cover: t.bigint().notNull(),
    kind: t
      .text({
        enum: ['bought', 'extended', 'increased', 'decreased', 'cancelled', 'transferred', 'payeeSet', 'settled'],
      })
      .notNull(),
    /** Who bought, received, or was paid. */
    account: t.hex(),
    incident: t.bigint(),
    /** Bought, added, given up, or claimed. */
    amount: t.bigint(),
    end: t.bigint(),
    premium: t.bigint(),
    fees: t.bigint(),
    /** Refunded, or paid out. */
    paid: t.bigint(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.blockNumber, table.logIndex] }),
    byCover: index().on(table.cover, table.blockNumber, table.logIndex),
    byAccount: index().on(table.account, table.blockNumber, table.logIndex),
  }),
)

/** Premiums paid. Units. */
export const premiums = onchainTable(
  'premiums',
  (t) => ({
    ...chain(t),
    ...place(t),
    pool: t.hex().notNull(),
    cover: t.bigint().notNull(),
    listing: t.bigint().notNull(),
    kind: t.text({ enum: ['bought', 'extended', 'increased'] }).notNull(),
    net: t.bigint().notNull(),
    /** Everything on top: to the treasury, the curator and the referrer. */
    fees: t.bigint().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.blockNumber, table.logIndex] }),
    byPool: index().on(table.pool, table.blockNumber),
    byListing: index().on(table.listing, table.blockNumber),
    byCover: index().on(table.cover),
  }),
)
