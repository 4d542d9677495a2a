import type { PgColumnsBuilders } from 'ponder'

type Required<name extends 'bigint' | 'hex' | 'integer'> = ReturnType<ReturnType<PgColumnsBuilders[name]>['notNull']>

/** The chain of a row: every key begins with it. */
export function chain(t: PgColumnsBuilders): { chainId: Required<'integer'> } {
  return { chainId: t.integer().notNull() }
}

/** The columns of {@link place}. */
export type Place = {
  blockNumber: Required<'bigint'>
  logIndex: Required<'integer'>
  timestamp: Required<'bigint'>
  transactionHash: Required<'hex'>
}

/** Where on the chain a row comes from: one log. */
export function place(t: PgColumnsBuilders): Place {
  return {
    blockNumber: t.bigint().notNull(),
    logIndex: t.integer().notNull(),
    timestamp: t.bigint().notNull(),
    transactionHash: t.hex().notNull(),
  }
}

/** The columns of {@link origin}. */
export type Origin = {
  createdBlock: Required<'bigint'>
  createdAt: Required<'bigint'>
  createdTransaction: Required<'hex'>
}

/** Where a thing came to be. */
export function origin(t: PgColumnsBuilders): Origin {
  return { createdBlock: t.bigint().notNull(), createdAt: t.bigint().notNull(), createdTransaction: t.hex().notNull() }
}

/** Plain values as JSON: integers as decimal strings. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain }
