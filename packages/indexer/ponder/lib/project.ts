import { streamEdgesUp } from '@bulwark/risk/exact'
import type {
  AmountRecord,
  ClaimableRecord,
  CoverRecord,
  MirrorStore,
  PoolRecord,
  RiskRecord,
} from '@bulwark/risk/mirror'
import type { Address, Hex } from 'viem'
import { claimables, covers, exposureDays, pools, risks } from '../ponder.schema.ts'
import type { Touched } from './mirrorStore.ts'
import type { Indexed } from './types.ts'

/** Brings the tables that people ask up to a record of the twin. */
export async function project(
  event: Indexed<unknown>,
  store: MirrorStore,
  { kind, key, record }: Touched,
): Promise<void> {
  const { chainId, db } = event
  const [pool, second, third] = key.split('/') as [Address, string, string]
  if (kind === 'cover')
    return projectCover(event, store, { id: BigInt(key), record: record as CoverRecord | undefined })
  if (kind === 'pool') {
    const { supply, queued, decimals } = record as PoolRecord
    const change = { supply, queued, assetDecimals: Number(decimals) }
    const row = await db.find(pools, { chainId, address: pool })
    const same = row?.supply === supply && row.queued === queued && row.assetDecimals === change.assetDecimals
    if (row && !same) await db.update(pools, { chainId, address: pool }).set(change)
    return
  }
  if (kind === 'risk') {
    const { exposure, open, granted, listing } = record as RiskRecord
    const change = { exposure, open, granted }
    await db
      .insert(risks)
      .values({ chainId, pool, risk: second as Hex, listing, ...change })
      .onConflictDoUpdate(change)
    return
  }
  if (kind === 'runOff') {
    const where = { chainId, pool, risk: second as Hex, day: BigInt(third) }
    const { amount } = (record ?? { amount: 0n }) as AmountRecord
    if (amount === 0n) await db.delete(exposureDays, where)
    else
      await db
        .insert(exposureDays)
        .values({ ...where, amount })
        .onConflictDoUpdate({ amount })
    return
  }
  if (kind === 'claimable') {
    const { shares, assets } = (record ?? { shares: 0n, assets: 0n }) as ClaimableRecord
    const where = { chainId, pool, controller: second as Address }
    await db
      .insert(claimables)
      .values({ ...where, shares, assets })
      .onConflictDoUpdate({ shares, assets })
  }
}

type OfCover = { id: bigint; record: CoverRecord | undefined }

async function projectCover({ chainId, db }: Indexed<unknown>, store: MirrorStore, { id, record }: OfCover) {
  const row = await db.find(covers, { chainId, id })
  // What is placed before it is bought has no row yet; the purchase follows.
  if (!row) return
  if (!record) {
    await db.update(covers, { chainId, id }).set({ amount: 0n, rate: 0n })
    return
  }
  const { account, amount, insured, rate, start, end, changed, group, from, risk } = record
  const used = amount === 0n ? ('exhausted' as const) : ('active' as const)
  const status = row.status === 'cancelled' ? row.status : used
  const edges = await edgesOf(store, record)
  const change = { amount, insured, rate, start, end, changed, group, runsFrom: from, status, ...edges }
  await db.update(covers, { chainId, id }).set({ ...change, account: account as Address, risk: risk as Hex })
}

/** When its premium streams: with the event where its risk is one, else from when it is in force. */
async function edgesOf(store: MirrorStore, cover: CoverRecord): Promise<{ streamStart: bigint; streamEnd: bigint }> {
  const risk = await store.get('risk', `${cover.pool}/${cover.risk}`)
  const listing = await store.get('listing', `${cover.listing}`)
  const keyed = listing?.keyed && risk && risk.keyedEnd !== 0n
  const edges = keyed
    ? { start: risk.keyedStart, end: risk.keyedEnd }
    : streamEdgesUp(cover.start + (listing?.waiting ?? 0n), cover.end)
  return { streamStart: edges.start * day, streamEnd: edges.end * day }
}

const day = 86_400n
