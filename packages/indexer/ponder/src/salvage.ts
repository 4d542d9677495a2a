import { salvageAbi } from '@bulwark/sdk/abis'
import { zeroAddress } from 'viem'
import { poolOfCover } from '../lib/poolOfCover.ts'
import { register } from '../lib/register.ts'
import type { Indexed } from '../lib/types.ts'
import { incidents, listings, proofTerms, salvageClaims, salvageLots } from '../ponder.schema.ts'

register('salvage', salvageAbi, {
  ClaimAssigned: async (event) => {
    const { incident, id: cover, account, amount } = event.args
    await book(event, (row) => ({
      ...{ account, handed: row.handed + amount, assigned: row.assigned + amount, owed: row.owed + amount },
      ...{ stuck: null, assignableAt: null },
    }))
    return { pool: await poolOfCover(event.db, event.chainId, cover), account, cover, incident, amount }
  },
  ClaimCollected: async (event) => {
    const { incident, id: cover, lot, amount } = event.args
    await book(event, (row) => ({ owed: row.owed - amount }))
    await fill(event, lot)
    return { pool: await poolOfCover(event.db, event.chainId, cover), cover, incident, amount }
  },
  HandedOver: async (event) => {
    const { incident, id: cover, lot, amount } = event.args
    await book(event, (row) => ({ handed: row.handed + amount }))
    await fill(event, lot)
    return { pool: await poolOfCover(event.db, event.chainId, cover), cover, incident, amount }
  },
  LotTaken: async ({ args, chainId, db }) => {
    const { lot, taker, amount, payment } = args
    const { incident, pool } = await db
      .update(salvageLots, { chainId, lot })
      .set((row) => ({ taken: row.taken + amount, payments: row.payments + payment }))
    return { pool, account: taker, incident, amount: payment }
  },
  TokenStuck: async (event) => {
    const { incident, id: cover, amount, assignableAt } = event.args
    await book(event, () => ({ stuck: amount, assignableAt }))
    return { pool: await poolOfCover(event.db, event.chainId, cover), cover, incident, amount }
  },
})

type OfCover = Indexed<{ incident: bigint; id: bigint; amount: bigint }>
type Row = typeof salvageClaims.$inferSelect

/** What a cover handed over counts for the event, which several incidents may be rulings on. */
async function book({ args, chainId, db }: OfCover, change: (row: Row) => Partial<Row>): Promise<void> {
  const incident = await db.find(incidents, { chainId, incident: args.incident })
  const key = { chainId, eventId: incident?.eventId ?? args.incident, cover: args.id }
  await db
    .insert(salvageClaims)
    .values({ ...key, handed: 0n, assigned: 0n, owed: 0n })
    .onConflictDoNothing()
  await db.update(salvageClaims, key).set(change)
}

async function fill({ args, chainId, db, origin }: OfCover, lot: bigint): Promise<void> {
  const { incident, id, amount } = args
  const opened = await db.find(incidents, { chainId, incident })
  const listing = opened && (await db.find(listings, { chainId, listing: opened.listing }))
  const terms = listing && (await db.find(proofTerms, { chainId, id: listing.proofTerms }))
  const pool = (await poolOfCover(db, chainId, id)) ?? zeroAddress
  const token = terms?.token ?? null
  await db
    .insert(salvageLots)
    .values({ chainId, lot, incident, pool, token, received: amount, taken: 0n, payments: 0n, ...origin })
    .onConflictDoUpdate((row) => ({ received: row.received + amount }))
}
