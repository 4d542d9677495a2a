import { index, onchainTable, primaryKey } from 'ponder'
import { chain, type Plain, place } from './columns.ts'

/**
 * Every event of every contract in order, with whom and what it concerns. What a pool ever did are the entries that
 * name it: those of its own, and those of other contracts about its covers and incidents.
 */
export const ledgerEntries = onchainTable(
  'ledger_entries',
  (t) => ({
    ...chain(t),
    ...place(t),
    /** Which contract of the deployment spoke: `pool`, `incidents`, `court`, … */
    contract: t.text().notNull(),
    address: t.hex().notNull(),
    /** The event's name, as in the ABI. */
    kind: t.text().notNull(),
    pool: t.hex(),
    /** Whom it concerns first, and whom else. */
    account: t.hex(),
    counterparty: t.hex(),
    cover: t.bigint(),
    listing: t.bigint(),
    incident: t.bigint(),
    request: t.bigint(),
    /** What moved or was promised, units of the asset (of the bond token or stake token where those move). */
    amount: t.bigint(),
    shares: t.bigint(),
    fees: t.bigint(),
    /** All arguments by name. */
    details: t.json().$type<{ readonly [name: string]: Plain }>().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.blockNumber, table.logIndex] }),
    byPool: index().on(table.pool, table.blockNumber, table.logIndex),
    byAccount: index().on(table.account, table.blockNumber, table.logIndex),
    byCounterparty: index().on(table.counterparty, table.blockNumber, table.logIndex),
    byCover: index().on(table.cover, table.blockNumber, table.logIndex),
    byListing: index().on(table.listing, table.blockNumber, table.logIndex),
    byIncident: index().on(table.incident, table.blockNumber, table.logIndex),
  }),
)

/** Blocks that hold an event of the deployment and, since the indexer follows the head, every block. */
export const blocks = onchainTable(
  'blocks',
  (t) => ({
    ...chain(t),
    number: t.bigint().notNull(),
    hash: t.hex().notNull(),
    parentHash: t.hex().notNull(),
    timestamp: t.bigint().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.number] }),
    byHash: index().on(table.hash),
  }),
)

/** What holds for the whole protocol, by contract and name: fees, pauses, bounds, parameters of the court. */
export const settings = onchainTable(
  'settings',
  (t) => ({
    ...chain(t),
    contract: t.text().notNull(),
    name: t.text().notNull(),
    value: t.json().$type<Plain>().notNull(),
    ...place(t),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.contract, table.name] }) }),
)

/** Who may be named or may sign: `adjudicator`, `quoteSigner`. */
export const approvals = onchainTable(
  'approvals',
  (t) => ({
    ...chain(t),
    kind: t.text().notNull(),
    account: t.hex().notNull(),
    approved: t.boolean().notNull(),
    ...place(t),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.kind, table.account] }) }),
)

/** Families of assets that fail together. */
export const families = onchainTable(
  'families',
  (t) => ({ ...chain(t), asset: t.hex().notNull(), family: t.integer().notNull(), ...place(t) }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.asset] }) }),
)

/** What a contract keeps for an account to collect, units of the token (zero address: the chain's own coin). */
export const credits = onchainTable(
  'credits',
  (t) => ({
    ...chain(t),
    contract: t.hex().notNull(),
    token: t.hex().notNull(),
    account: t.hex().notNull(),
    amount: t.bigint().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.contract, table.token, table.account] }),
    byAccount: index().on(table.account),
  }),
)
