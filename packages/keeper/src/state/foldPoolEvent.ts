import { getRiskId } from '@bulwark/sdk'
import type { Address, Hex } from 'viem'
import type { KeeperEvent } from '../chain/events.ts'
import type { ChainIndex, CoverIndex, PoolIndex } from './ChainIndex.ts'

/** Takes an event of a pool into an index, which it changes. */
export function foldPoolEvent({ pools }: ChainIndex, { name, args, address, time }: KeeperEvent): void {
  const pool = pools.get(address)
  if (!pool) return
  const { id, listing, amount, end, requestId, shares, sharesLeft, incident, until } = args as Record<string, bigint>
  switch (name) {
    case 'CoverBought': {
      const key = args.key as Hex
      const risk = getRiskId({ listing: listing as bigint, key })
      const known = pool.risks.get(risk)
      const sold = known ?? { risk, listing: listing as bigint, key, covers: new Map(), releasedAt: time }
      if (!known) pool.risks.set(risk, sold)
      const bought = { id: id as bigint, start: time, end: end as bigint, amount: amount as bigint }
      pool.soldAt = time
      pool.riskOf.set(id as bigint, risk)
      sold.covers.set(id as bigint, { ...bought, cancelled: false })
      return
    }
    case 'CoverExtended':
      change(pool, id as bigint, { end: end as bigint })
      return
    case 'CoverIncreased':
    case 'CoverDecreased':
      change(pool, id as bigint, { amount: amount as bigint })
      return
    case 'CoverCancelled':
      change(pool, id as bigint, { cancelled: true })
      return
    case 'ExposureReleased': {
      const risk = pool.risks.get(args.risk as Hex)
      if (risk) risk.releasedAt = time
      return
    }
    case 'FeesCollected':
      pool.feesAt = time
      return
    case 'RedeemRequest':
      pool.exits.set(requestId as bigint, { id: requestId as bigint, askedAt: time, shares: shares as bigint })
      return
    case 'RedeemProcessed':
    case 'RedeemCancelled': {
      const exit = pool.exits.get(requestId as bigint)
      if (!exit) return
      exit.shares = sharesLeft ?? exit.shares - (shares ?? 0n)
      if (exit.shares <= 0n) pool.exits.delete(requestId as bigint)
      return
    }
    case 'ReserveGranted':
      pool.reserves.set(incident as bigint, { incident: incident as bigint, finalUntil: undefined, released: false })
      return
    case 'LevelFinal': {
      const reserve = pool.reserves.get(incident as bigint)
      if (reserve) reserve.finalUntil = until as bigint
      return
    }
    case 'ReserveReleased': {
      const reserve = pool.reserves.get(incident as bigint)
      if (reserve) reserve.released = true
      return
    }
    case 'PayoutKept':
    case 'PayoutCollected': {
      const account = (args.account as Address).toLowerCase() as Address
      const kept = (pool.kept.get(account) ?? 0n) + (name === 'PayoutKept' ? (amount as bigint) : -(amount as bigint))
      if (kept > 0n) pool.kept.set(account, kept)
      else pool.kept.delete(account)
    }
  }
}

function change({ risks, riskOf }: PoolIndex, id: bigint, changed: Partial<CoverIndex>): void {
  const cover = risks.get(riskOf.get(id) as Hex)?.covers.get(id)
  if (cover) Object.assign(cover, changed)
}
