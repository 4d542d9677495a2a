import { wad } from '../../exact/constants.ts'
import { exitValueDown } from '../../exact/exitValueDown.ts'
import { mulDivDown } from '../../exact/internal/mulDiv.ts'
import { MirrorDivergedError } from '../errors.ts'
import { accrue, addGain, lift, read, storeFigures, storeGain } from './capital.ts'
import type { PoolContext } from './PoolContext.ts'
import { payDebt } from './payouts.ts'

/** Books a deposit. Twin of `Pool.takeIn`. */
export async function deposit(context: PoolContext, assets: bigint, shares: bigint): Promise<void> {
  await accrue(context)
  context.pool.cash += assets
  context.pool.supply += shares
}

/** Takes assets for nothing. Twin of `Underwriting.contribute`. */
export async function contribute(context: PoolContext, assets: bigint): Promise<void> {
  const { pool } = context
  const figures = await accrue(context)
  const { high } = figures
  pool.cash += assets
  figures.free += assets
  // Who is paid short comes first; what own funds gain by the rest streams in.
  if (pool.cohorts !== 0n) await lift(context, figures)
  else figures.high = figures.free
  if (figures.high > high) storeGain(context, figures.high - high)
}

/** Books a request. Twin of `Underwriting.request`. */
export async function request(
  context: PoolContext,
  asked: { requestId: bigint; controller: string; shares: bigint },
): Promise<void> {
  const { pool, records, now } = context
  const { requestId, controller, shares } = asked
  // Fundings below 1 take what they may of High first.
  const { high: funds } = pool.cohorts === 0n ? await read(context) : await accrue(context)
  const value = exitValueDown({ shares, funds, supply: pool.supply, virtualShares: pool.virtualShares })
  pool.tail = requestId + 1n
  pool.queued += shares
  records.put('request', `${pool.pool}/${requestId}`, { controller, value, shares, askedAt: now })
}

/** Cancels a request. Twin of `Underwriting.cancel`. */
export async function cancelRequest(
  context: PoolContext,
  cancelled: { requestId: bigint; shares: bigint; returned: bigint },
): Promise<void> {
  const { pool, records } = context
  const { requestId, shares, returned } = cancelled
  const key = `${pool.pool}/${requestId}`
  await records.load('request', key)
  records.remove('request', key)
  const figures = await accrue(context)
  const { supply, virtualShares } = pool
  addGain(context, figures, exitValueDown({ shares: shares - returned, funds: figures.high, supply, virtualShares }))
  storeFigures(context, figures)
  pool.queued -= shares
  pool.supply -= shares - returned
}

/** Serves a request, one of those of one call. Twin of `Underwriting.serve`. */
export async function serve(
  context: PoolContext,
  served: { requestId: bigint; controller: string; shares: bigint; assets: bigint; sharesLeft: bigint },
): Promise<void> {
  const { pool, records } = context
  const { requestId, controller, shares, assets, sharesLeft } = served
  await startServing(context)
  const { supply, virtualShares } = pool
  const leaving = exitValueDown({ shares, funds: pool.servingHigh, supply, virtualShares })
  pool.servingHigh -= leaving
  pool.servingAssets += assets
  pool.supply -= shares
  pool.queued -= shares
  storeGain(context, leaving - assets)

  const key = `${pool.pool}/${requestId}`
  const open = await records.load('request', key)
  if (sharesLeft === 0n) records.remove('request', key)
  else {
    open.value = mulDivDown(open.value, sharesLeft, open.shares)
    open.shares = sharesLeft
  }
  const claimable = await records.ensure('claimable', `${pool.pool}/${controller}`, { shares: 0n, assets: 0n })
  claimable.shares += shares
  claimable.assets += (assets * wad) / pool.scale
}

/** Own funds are accrued once, before the first request of a call is served. */
async function startServing(context: PoolContext): Promise<void> {
  const { pool } = context
  if (pool.serving) return
  pool.serving = true
  pool.servingHigh = (await accrue(context)).high
  pool.servingAssets = 0n
}

/** Moves what was served in one call from own funds to the debts. Twin of `Underwriting.setAside`. */
export async function setAside(context: PoolContext, head: bigint, assets: bigint): Promise<void> {
  const { pool } = context
  await startServing(context)
  const { servingAssets } = pool
  if (assets !== servingAssets) {
    throw new MirrorDivergedError({ figure: 'assets set aside', expected: assets, actual: servingAssets })
  }
  pool.owed += (assets * wad) / pool.scale
  pool.head = head
  Object.assign(pool, { serving: false, servingHigh: 0n, servingAssets: 0n })
}

/** Pays what a controller claims; nominal. Twin of `Pool.claim`. */
export async function claimExit(
  context: PoolContext,
  claimed: { controller: string; shares: bigint; assets: bigint },
): Promise<void> {
  const { pool, records } = context
  const { controller, shares, assets } = claimed
  const claimable = await records.load('claimable', `${pool.pool}/${controller}`)
  // Where a write-down reached the debts the nominal amount was named before.
  const nominal = pool.scale === wad ? assets : pool.nominal
  pool.nominal = 0n
  claimable.shares -= shares
  claimable.assets -= nominal
  payDebt(context, nominal)
}
