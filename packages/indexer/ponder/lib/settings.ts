import type { Address } from 'viem'
import { approvals, settings } from '../ponder.schema.ts'
import { plain } from './plain.ts'
import type { Concerns, Indexed } from './types.ts'

/** Writes what holds for the whole protocol under a name. */
export async function set(event: Indexed<unknown>, name: string, value: unknown): Promise<Concerns> {
  const { chainId, contract, db, place } = event
  const row = { value: plain(value), ...place }
  await db
    .insert(settings)
    .values({ chainId, contract, name, ...row })
    .onConflictDoUpdate(row)
  return {}
}

/** Writes whether an account may be named or may sign. */
export async function approve(
  event: Indexed<unknown>,
  kind: 'adjudicator' | 'quoteSigner',
  account: Address,
  approved: boolean,
): Promise<void> {
  const { chainId, db, place } = event
  const row = { approved, ...place }
  await db
    .insert(approvals)
    .values({ chainId, kind, account, ...row })
    .onConflictDoUpdate(row)
}
