import type { Address } from 'viem'
import { coverEvents, coverIncreases, covers, pools, premiums } from '../ponder.schema.ts'
import type { Indexed } from './types.ts'

type Sale = {
  cover: bigint
  kind: 'bought' | 'extended' | 'increased'
  account?: Address
  /** Units. */
  amount: bigint | null
  premium: bigint
  fees: bigint
  end?: bigint
  since?: bigint
}

type Bought = { listing: bigint; key: `0x${string}`; owner: Address; end: bigint }
type Cover = { listing: bigint | null; owner: Address | null }

/** Writes what a purchase or change cost. What it does to the cover the twin of the pool says. */
export async function sold(event: Indexed<unknown>, sale: Sale): Promise<Cover> {
  const { address: pool, chainId, db, origin, place } = event
  const { cover, kind, amount, premium, fees, end, since } = sale
  if (kind === 'bought') {
    const { listing, key, owner, end } = event.args as Bought
    await db.insert(covers).values({
      ...{
        chainId,
        id: cover,
        pool,
        listing,
        key,
        owner,
        end,
        premium: 0n,
        fees: 0n,
        refunds: 0n,
        claimed: 0n,
        paid: 0n,
      },
      ...{ risk: '0x', payee: zero, account: zero, amount: 0n, insured: 0n, rate: 0n, start: event.timestamp },
      ...{ changed: 0n, group: 0n, runsFrom: 0n, streamStart: 0n, streamEnd: 0n, status: 'active' as const, ...origin },
    })
  }
  const row = await db
    .update(covers, { chainId, id: cover })
    .set((row) => ({ premium: row.premium + premium, fees: row.fees + fees }))
  const { owner, listing } = row
  await db.insert(premiums).values({ chainId, ...place, pool, cover, listing, kind, net: premium, fees })
  const history = { cover, kind, account: owner, amount, premium, fees, end: end ?? row.end }
  await db.insert(coverEvents).values({ chainId, ...place, ...history })
  if (since !== undefined && amount !== null) {
    await db.insert(coverIncreases).values({ chainId, cover, ...place, amount, since })
  }
  await db.update(pools, { chainId, address: pool }).set((row) => ({
    premiumPaid: row.premiumPaid + premium,
    feesPaid: row.feesPaid + fees,
    covers: row.covers + (kind === 'bought' ? 1n : 0n),
  }))
  return { listing, owner }
}

const zero = '0x0000000000000000000000000000000000000000'

type Return = { cover: bigint; kind: 'decreased' | 'cancelled'; amount: bigint | null; refund: bigint; fee: bigint }

/** Writes what was given back for what was given up. */
export async function changed(event: Indexed<unknown>, { cover, kind, amount, refund, fee }: Return): Promise<Cover> {
  const { address: pool, chainId, db, place } = event
  const before = await db.find(covers, { chainId, id: cover })
  if (!before) return { listing: null, owner: null }
  const status = kind === 'cancelled' ? { status: 'cancelled' as const } : {}
  await db.update(covers, { chainId, id: cover }).set({ refunds: before.refunds + refund, ...status })
  const history = { cover, kind, account: before.owner, amount, fees: fee, paid: refund, end: before.end }
  await db.insert(coverEvents).values({ chainId, ...place, ...history })
  await db.update(pools, { chainId, address: pool }).set((row) => ({ refundsPaid: row.refundsPaid + refund }))
  return { listing: before.listing, owner: before.owner }
}
