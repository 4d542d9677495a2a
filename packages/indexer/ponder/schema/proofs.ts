import { index, onchainTable, primaryKey } from 'ponder'
import { chain, origin, type Plain, place } from './columns.ts'

/** Blocks of the chain whose state root `LossProofs` recorded. */
export const provenBlocks = onchainTable(
  'proven_blocks',
  (t) => ({
    ...chain(t),
    number: t.bigint().notNull(),
    blockTime: t.bigint().notNull(),
    stateRoot: t.hex().notNull(),
    ...place(t),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.number] }) }),
)

/** The block that stands for a time of loss. */
export const pinnedBlocks = onchainTable(
  'pinned_blocks',
  (t) => ({ ...chain(t), lossTime: t.bigint().notNull(), number: t.bigint().notNull(), ...place(t) }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.lossTime] }) }),
)

/** What an account was proven to hold of a token at a block. */
export const holdings = onchainTable(
  'holdings',
  (t) => ({
    ...chain(t),
    token: t.hex().notNull(),
    number: t.bigint().notNull(),
    account: t.hex().notNull(),
    held: t.bigint().notNull(),
    /** Numbers of the tokens counted one by one (ERC-721), as decimal strings. */
    nfts: t.json().$type<readonly string[]>().notNull(),
    ...place(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.token, table.number, table.account] }),
    byAccount: index().on(table.account),
  }),
)

/** What of it was used up by claims. */
export const holdingUses = onchainTable(
  'holding_uses',
  (t) => ({
    ...chain(t),
    ...place(t),
    token: t.hex().notNull(),
    account: t.hex().notNull(),
    lossTime: t.bigint().notNull(),
    amount: t.bigint().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.blockNumber, table.logIndex] }),
    byAccount: index().on(table.account),
  }),
)

/** Protected accounts that consented to the owner of a cover, or took it back. */
export const consents = onchainTable(
  'consents',
  (t) => ({
    ...chain(t),
    cover: t.bigint().notNull(),
    account: t.hex().notNull(),
    owner: t.hex().notNull(),
    givenAt: t.bigint().notNull(),
    revokedAt: t.bigint(),
    ...place(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.cover] }),
    byAccount: index().on(table.account),
  }),
)

/** Terms of proof: what is proven, and how it is valued. */
export const proofTerms = onchainTable(
  'proof_terms',
  (t) => ({
    ...chain(t),
    id: t.hex().notNull(),
    kind: t.text({ enum: ['holdings', 'root'] }).notNull(),
    /** The token that is held, or the asset in which a list is valued. */
    token: t.hex().notNull(),
    value: t.bigint().notNull(),
    feed: t.hex().notNull(),
    heartbeat: t.bigint().notNull(),
    salvage: t.boolean().notNull(),
    ...origin(t),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.id] }) }),
)

/** Tokens whose holdings can be proven. */
export const proofTokens = onchainTable(
  'proof_tokens',
  (t) => ({
    ...chain(t),
    token: t.hex().notNull(),
    layout: t.json().$type<Plain>().notNull(),
    unit: t.bigint().notNull(),
    codeHash: t.hex().notNull(),
    /** The last block for which a proof of its layout was shown. */
    shownBlock: t.bigint(),
    retired: t.boolean().notNull(),
    ...origin(t),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.token] }) }),
)

/** What a unit was worth under some terms at a time of loss. */
export const provenValues = onchainTable(
  'proven_values',
  (t) => ({
    ...chain(t),
    id: t.hex().notNull(),
    lossTime: t.bigint().notNull(),
    round: t.bigint().notNull(),
    value: t.bigint().notNull(),
    ...place(t),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.id, table.lossTime] }) }),
)

/** Storage roots of tokens at recorded blocks. */
export const storageRoots = onchainTable(
  'storage_roots',
  (t) => ({
    ...chain(t),
    token: t.hex().notNull(),
    number: t.bigint().notNull(),
    storageRoot: t.hex().notNull(),
    ...place(t),
  }),
  (table) => ({ key: primaryKey({ columns: [table.chainId, table.token, table.number] }) }),
)
