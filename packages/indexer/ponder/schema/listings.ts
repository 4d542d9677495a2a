import { index, onchainTable, primaryKey } from 'ponder'
import { chain, origin, place } from './columns.ts'

/** Listings: terms, wording, and the rate of the moment. */
export const listings = onchainTable(
  'listings',
  (t) => ({
    ...chain(t),
    listing: t.bigint().notNull(),
    creator: t.hex().notNull(),
    termsHash: t.hex().notNull(),
    adjudicator: t.hex().notNull(),
    secondAdjudicator: t.hex().notNull(),
    lossProof: t.text({ enum: ['none', 'merkle', 'holdings'] }).notNull(),
    keyed: t.boolean().notNull(),
    personal: t.boolean().notNull(),
    /** WAD. */
    maxRatio: t.bigint().notNull(),
    deductible: t.bigint().notNull(),
    /** Seconds. */
    waiting: t.bigint().notNull(),
    grace: t.bigint().notNull(),
    eventWindow: t.bigint().notNull(),
    minPeriod: t.bigint().notNull(),
    maxPeriod: t.bigint().notNull(),
    /** WAD a year (keyed: WAD). */
    minRate: t.bigint().notNull(),
    maxRate: t.bigint().notNull(),
    bondToken: t.hex().notNull(),
    bond: t.bigint().notNull(),
    /** Basis points. */
    finderReward: t.integer().notNull(),
    settlerReward: t.integer().notNull(),
    family: t.integer().notNull(),
    proofTerms: t.hex().notNull(),
    /** The bytes of the wording, and the same as text where they are UTF-8. */
    wording: t.hex().notNull(),
    wordingText: t.text(),
    /** WAD a year; as posted last, and when (zero: never), and how often. */
    rate: t.bigint().notNull(),
    ratePostedAt: t.bigint().notNull(),
    rateVersion: t.integer().notNull(),
    /** Bounds as governed, WAD a year (keyed: WAD). */
    rateFloor: t.bigint().notNull(),
    rateCeiling: t.bigint().notNull(),
    ...origin(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.listing] }),
    byAdjudicator: index().on(table.adjudicator),
    byCreator: index().on(table.creator),
  }),
)

/** Every rate that a listing ever had, and why. */
export const rates = onchainTable(
  'rates',
  (t) => ({
    ...chain(t),
    listing: t.bigint().notNull(),
    /** From 1, in order. */
    version: t.integer().notNull(),
    /** Posted by the rate oracle, or moved into new bounds by governance. */
    reason: t.text({ enum: ['posted', 'bounded'] }).notNull(),
    rate: t.bigint().notNull(),
    previous: t.bigint().notNull(),
    floor: t.bigint().notNull(),
    ceiling: t.bigint().notNull(),
    /** Hashes of the data and the model that a posted rate follows from; zero for a bounded one. */
    dataHash: t.hex().notNull(),
    modelHash: t.hex().notNull(),
    ...place(t),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.chainId, table.listing, table.version] }),
    byBlock: index().on(table.blockNumber),
  }),
)
