import type { Address } from 'viem'
import {
  coverEvents,
  coverSettlements,
  covers,
  incidents,
  poolIncidents,
  pools,
  settlements,
} from '../ponder.schema.ts'
import { poolOfCover } from './poolOfCover.ts'
import type { Indexed } from './types.ts'

type Settled = {
  incident: bigint
  cover: bigint
  payments: readonly { to: Address; payout: bigint; kind: 'cover' | 'leaf' }[]
  /** What the cover is owed in all so far, or what it claimed now for the first time; units. */
  owed?: bigint
  claimed?: bigint
}

/** Writes what a cover was paid for an incident; the pool that paid. */
export async function settled(event: Indexed<unknown>, parameters: Settled): Promise<Address | null> {
  const { incident, cover, payments, owed, claimed } = parameters
  const { chainId, db, place } = event
  const pool = await poolOfCover(db, chainId, cover)
  if (pool === null) return null
  const payout = payments.reduce((sum, { payout }) => sum + payout, 0n)
  const key = { chainId, incident, cover }
  const before = await db.find(coverSettlements, key)
  const claim = owed ?? (before?.claim ?? 0n) + (claimed ?? 0n)
  const added = claim - (before?.claim ?? 0n)
  const paid = (before?.paid ?? 0n) + payout
  await db
    .insert(coverSettlements)
    .values({ ...key, pool, claim, paid })
    .onConflictDoUpdate({ claim, paid })
  for (const [position, payment] of payments.entries()) {
    const row = { incident, cover, pool, ...payment, claim: payment.kind === 'cover' ? claim : null }
    await db.insert(settlements).values({ chainId, ...place, position, ...row })
  }
  const { owner } = await db
    .update(covers, { chainId, id: cover })
    .set((row) => ({ claimed: row.claimed + added, paid: row.paid + payout }))
  const account = payments.length === 1 ? (payments[0]?.to ?? owner) : owner
  const history = { cover, kind: 'settled' as const, account, incident, amount: claim, paid: payout }
  await db.insert(coverEvents).values({ chainId, ...place, ...history })
  await db.update(incidents, { chainId, incident }).set((row) => ({
    claimed: row.claimed + added,
    paid: row.paid + payout,
    coversSettled: row.coversSettled + (before ? 0 : 1),
  }))
  await db
    .update(poolIncidents, { chainId, pool, incident })
    .set((row) => ({ claimed: row.claimed + added, paid: row.paid + payout }))
  await db.update(pools, { chainId, address: pool }).set((row) => ({ payoutsPaid: row.payoutsPaid + payout }))
  return pool
}
