import type { Address } from 'viem'
import { poolNumbers } from '../ponder.schema.ts'
import type { Database } from './types.ts'

/** The pool that sold a cover: the id begins with its number. */
export async function poolOfCover(db: Database, chainId: number, cover: bigint): Promise<Address | null> {
  const row = await db.find(poolNumbers, { chainId, number: cover >> 40n })
  return row?.pool ?? null
}
