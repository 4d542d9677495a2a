import { index, onchainTable, primaryKey } from 'ponder'
import { chain, origin, place } from './columns.ts'

/** Pools: what is fixed, and what the curator runs. Figures of the moment are in `poolSnapshots`. */
export const pools = onchainTable(
  'pools',
  (t) => ({
    ...chain(t),
    address: t.hex().notNull(),
    /** Prefix of the ids of its covers. */
    number: t.bigint().notNull(),
    asset: t.hex().notNull(),
    /** Empty if the asset names none. */
    assetSymbol: t.text().notNull(),
    assetDecimals: t.integer().notNull(),
    name: t.text().notNull(),
    symbol: t.text().notNull(),
    curator: t.hex().notNull(),
    /** Seconds between the request of an exit and its processing. */
    cooldown: t.bigint().notNull(),
    /** Correlation across classes, WAD. */
    r: t.bigint().notNull(),
    /** Charge on the amount insured, WAD a year. */
    kappa: t.bigint().notNull(),
    /** Basis points of the net premium. */
    curatorFee: t.bigint().notNull(),
    /** Shares outstanding, queued ones included, and those in the queue. */
    supply: t.bigint().notNull(),
    queued: t.bigint().notNull(),
    ruined: t.boolean().notNull(),
    /** Covers sold ever. */
    covers: t.bigint().notNull(),
    /** Net premium and fees paid in, refunds and payouts paid out ever, units. */
    premiumPaid: t.bigint().notNull(),
    feesPaid: t.bigint().notNull(),
    refundsPaid: t.bigint().notNull(),
    payoutsPaid: t.bigint().notNull(),
    ...origin(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.address] }),
    byNumber: index().on(table.number),
    byCurator: index().on(table.curator),
    byAsset: index().on(table.asset),
  }),
)

/** The classes of a pool. */
export const poolClasses = onchainTable(
  'pool_classes',
  (t) => ({
    ...chain(t),
    pool: t.hex().notNull(),
    class: t.integer().notNull(),
    /** Correlation within the class and the greatest probability of loss that it was calibrated for, WAD. */
    rho: t.bigint().notNull(),
    maxLossProbability: t.bigint().notNull(),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.pool, table.class] }) }),
)

/** A pool's solvency after each transaction that moved it, at that block's time; units unless said otherwise. */
export const poolSnapshots = onchainTable(
  'pool_snapshots',
  (t) => ({
    ...chain(t),
    pool: t.hex().notNull(),
    /** Of the transaction that moved it; `logIndex` is that of its last event. */
    transactionIndex: t.integer().notNull(),
    ...place(t),
    /** The fields of the contract's `capital()`. */
    cash: t.bigint().notNull(),
    unearned: t.bigint().notNull(),
    unvested: t.bigint().notNull(),
    funded: t.bigint().notNull(),
    openReserve: t.bigint().notNull(),
    owed: t.bigint().notNull(),
    high: t.bigint().notNull(),
    low: t.bigint().notNull(),
    scr: t.bigint().notNull(),
    backing: t.bigint().notNull(),
    priceBacking: t.bigint().notNull(),
    /** WAD a year. */
    level: t.bigint().notNull(),
    totalAssets: t.bigint().notNull(),
    /** Shares outstanding, queued ones included. */
    supply: t.bigint().notNull(),
    /** What one whole share is worth, units. */
    sharePrice: t.bigint().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.pool, table.blockNumber, table.transactionIndex] }),
    byTime: index().on(table.pool, table.timestamp),
    byBlock: index().on(table.blockNumber),
  }),
)

/** How a pool backs listings. Grains. */
export const backings = onchainTable(
  'backings',
  (t) => ({
    ...chain(t),
    pool: t.hex().notNull(),
    listing: t.bigint().notNull(),
    class: t.integer().notNull(),
    group: t.bigint().notNull(),
    /** Largest exposure; zero: not backed any more. */
    limit: t.bigint().notNull(),
    ...place(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.pool, table.listing] }),
    byListing: index().on(table.listing),
  }),
)

/** Limits of groups. Grains. */
export const groups = onchainTable(
  'groups',
  (t) => ({
    ...chain(t),
    pool: t.hex().notNull(),
    class: t.integer().notNull(),
    group: t.bigint().notNull(),
    limit: t.bigint().notNull(),
    ...place(t),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.pool, table.class, table.group] }) }),
)

/** Limits of adjudicators. Grains. */
export const adjudicatorLimits = onchainTable(
  'adjudicator_limits',
  (t) => ({
    ...chain(t),
    pool: t.hex().notNull(),
    adjudicator: t.hex().notNull(),
    limit: t.bigint().notNull(),
    ...place(t),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.pool, table.adjudicator] }) }),
)

/** Risks that a pool has sold cover on, with what of them is in force and reserved. Grains. */
export const risks = onchainTable(
  'risks',
  (t) => ({
    ...chain(t),
    pool: t.hex().notNull(),
    risk: t.hex().notNull(),
    listing: t.bigint().notNull(),
    exposure: t.bigint().notNull(),
    /** What an open incident may be granted, and what was granted and is not yet claimed. */
    open: t.bigint().notNull(),
    granted: t.bigint().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.pool, table.risk] }),
    byListing: index().on(table.listing),
    byRisk: index().on(table.risk),
  }),
)

/** Exposure by the day (since the epoch) on which it runs off. Grains. */
export const exposureDays = onchainTable(
  'exposure_days',
  (t) => ({
    ...chain(t),
    pool: t.hex().notNull(),
    risk: t.hex().notNull(),
    day: t.bigint().notNull(),
    amount: t.bigint().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.pool, table.risk, table.day] }),
    byDay: index().on(table.pool, table.day),
  }),
)

/** Underwriters' shares. */
export const shareBalances = onchainTable(
  'share_balances',
  (t) => ({ ...chain(t), pool: t.hex().notNull(), account: t.hex().notNull(), shares: t.bigint().notNull() }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.pool, table.account] }),
    byAccount: index().on(table.account),
  }),
)

/** Requests of exits. */
export const exitRequests = onchainTable(
  'exit_requests',
  (t) => ({
    ...chain(t),
    pool: t.hex().notNull(),
    request: t.bigint().notNull(),
    controller: t.hex().notNull(),
    owner: t.hex().notNull(),
    shares: t.bigint().notNull(),
    /** Shares that wait, and assets set aside so far, units. */
    sharesLeft: t.bigint().notNull(),
    assets: t.bigint().notNull(),
    requestedAt: t.bigint().notNull(),
    /** When the cooldown ends, unix seconds. */
    readyAt: t.bigint().notNull(),
    status: t.text({ enum: ['waiting', 'processed', 'cancelled'] }).notNull(),
    ...origin(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.pool, table.request] }),
    byController: index().on(table.controller),
    byStatus: index().on(table.pool, table.status),
  }),
)

/** What a controller may take: processed exits, nominal units (a write-down that reached debts lowers them). */
export const claimables = onchainTable(
  'claimables',
  (t) => ({
    ...chain(t),
    pool: t.hex().notNull(),
    controller: t.hex().notNull(),
    assets: t.bigint().notNull(),
    shares: t.bigint().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.pool, table.controller] }),
    byController: index().on(table.controller),
  }),
)

/** Operators (ERC-7540). */
export const operators = onchainTable(
  'operators',
  (t) => ({
    ...chain(t),
    pool: t.hex().notNull(),
    controller: t.hex().notNull(),
    operator: t.hex().notNull(),
    approved: t.boolean().notNull(),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.pool, table.controller, table.operator] }) }),
)

/** A curator's announced changes. */
export const curatorChanges = onchainTable(
  'curator_changes',
  (t) => ({
    ...chain(t),
    pool: t.hex().notNull(),
    dataHash: t.hex().notNull(),
    /** The call, and the name of its function. */
    data: t.hex().notNull(),
    call: t.text().notNull(),
    executableAt: t.bigint().notNull(),
    status: t.text({ enum: ['pending', 'revoked', 'executed'] }).notNull(),
    ...place(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.pool, table.dataHash] }),
    byStatus: index().on(table.pool, table.status),
  }),
)

/**
 * What the twin of the pools remembers, a row a record: their whole storage as events say that it was moved, and what
 * it depends on of listings and incidents. Kinds and keys are those of `@bulwark/risk/mirror`; `value` is the record as
 * text, which `readRecord` reads.
 */
export const mirrorRecords = onchainTable(
  'mirror_records',
  (t) => ({ ...chain(t), kind: t.text().notNull(), key: t.text().notNull(), value: t.text().notNull() }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.kind, table.key] }) }),
)

/** The pool of a number. */
export const poolNumbers = onchainTable(
  'pool_numbers',
  (t) => ({ ...chain(t), number: t.bigint().notNull(), pool: t.hex().notNull() }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.number] }) }),
)
