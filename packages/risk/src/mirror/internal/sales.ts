import { closeStream } from '../../exact/closeStream.ts'
import { bps, day, streamPrecision } from '../../exact/constants.ts'
import { addDelta } from '../../exact/internal/addDelta.ts'
import { divUp } from '../../exact/internal/mulDiv.ts'
import { openStream } from '../../exact/openStream.ts'
import { streamEdgesUp } from '../../exact/streamEdgesUp.ts'
import { streamRateDown } from '../../exact/streamRateDown.ts'
import type { CoverRecord, ListingRecord, RiskRecord } from '../records.ts'
import {
  addRunOff,
  isKeyed,
  levelNow,
  lowerExposure,
  moveCurve,
  moveNet,
  noRisk,
  removeRunOff,
  requirementOf,
} from './books.ts'
import { addGain, changeStream, type Figures, read, storeFigures } from './capital.ts'
import { dayUp, min } from './numbers.ts'
import type { PoolContext } from './PoolContext.ts'

const noAccount = `0x${'00'.repeat(20)}`

/** What was sold, as the pool's events tell it. Units and Unix seconds. */
type Bought = {
  id: bigint
  listing: bigint
  risk: string
  amount: bigint
  end: bigint
  premium: bigint
  fees: bigint
}

/** Books a new cover. Twin of `Sales.book`. */
export async function buy(context: PoolContext, bought: Bought): Promise<void> {
  const { pool, records, now } = context
  const terms = await records.load('listing', `${bought.listing}`)
  const backing = await records.load('backing', `${pool.pool}/${bought.listing}`)
  const risk = await records.ensure('risk', `${pool.pool}/${bought.risk}`, { ...noRisk })
  const cover = await records.ensure('cover', `${bought.id}`, {
    pool: pool.pool,
    listing: bought.listing,
    risk: bought.risk,
    account: noAccount,
    amount: 0n,
    insured: 0n,
    rate: 0n,
    start: now,
    end: bought.end,
    changed: 0n,
    group: risk.exposure === 0n ? (backing.class << 56n) | backing.group : risk.group,
    from: now + terms.waiting,
  })
  const figures = await read(context)
  await bookFees(context, bought)
  const { start, end } = streamEdgesUp(cover.from, bought.end)
  const rate = streamRateDown({ amount: bought.premium, grain: pool.grain, start, end })
  await changeStream(context, [start, end], (stream) => openStream({ stream, rate, start, end }))
  // While nothing is required b follows High; from this sale on it has to rise by itself.
  if (figures.scr === 0n) storeFigures(context, figures)
  if (terms.keyed) Object.assign(risk, { keyedRate: risk.keyedRate + rate, keyedStart: start, keyedEnd: end })

  const grains = bought.amount / pool.grain
  Object.assign(cover, { listing: bought.listing, risk: bought.risk, end: bought.end, start: now })
  Object.assign(cover, { amount: grains, insured: grains, rate })
  pool.covers += 1n
  await bookExposure(context, { figures, terms, cover, risk, grains })
}

/** Takes what is sold into the books. Twin of `Sales.bookExposure`. */
async function bookExposure(
  context: PoolContext,
  sale: { figures: Figures; terms: ListingRecord; cover: CoverRecord; risk: RiskRecord; grains: bigint },
): Promise<void> {
  const { pool, records, now } = context
  const { figures, terms, cover, risk, grains } = sale
  const level = levelNow(pool, now)
  if (risk.unsettled !== 0n) {
    risk.base += grains
    // Several events may have been granted more than was exposed: nothing sold now hides behind that.
    risk.granted = min(risk.granted, risk.exposure)
  }
  await addRunOff(context, cover.risk, risk, grains, dayUp(cover.end + terms.grace))
  risk.listing = cover.listing
  risk.group = cover.group
  if (isKeyed(cover.risk)) (await records.load('backing', `${pool.pool}/${cover.listing}`)).exposure += grains
  const adjudicator = await records.load('adjudicator', `${pool.pool}/${terms.adjudicator}`)
  adjudicator.exposure += grains
  const group = await records.ensure('group', `${pool.pool}/${risk.group}`, { net: 0n, gross: 0n, limit: 0n })
  group.gross += grains
  // Whatever incidents of the past still hold for this risk is not for what is sold now.
  await moveNet(context, risk.group, group.net, group.net + grains)
  moveCurve(context, level, requirementOf(pool), figures.b / pool.grain)
}

/** Takes a premium into the ledger and the fees owed. Twin of `Selling.bookPremium`. */
async function bookFees({ pool, records }: PoolContext, sale: { premium: bigint; fees: bigint }): Promise<void> {
  const { protocolFee } = await records.load('protocol', '')
  pool.cash += sale.premium + sale.fees
  if (sale.fees === 0n) return
  pool.owed += sale.fees
  pool.protocolFees += divUp(sale.premium * protocolFee, bps)
  pool.curatorFees += divUp(sale.premium * pool.curatorFee, bps)
}

/** Leaves behind what a loss has taken of a cover. Twin of `Policies.dropLost`. */
export function dropLost(cover: CoverRecord): void {
  if (cover.amount === cover.insured) return
  cover.rate = (cover.rate * cover.amount) / cover.insured
  cover.insured = cover.amount
}

/** Days on which the premium of a cover starts and ends to flow. Twin of `Policies.edgesOf`. */
export function edgesOf(cover: CoverRecord, risk: RiskRecord, waiting: bigint): { start: bigint; end: bigint } {
  if (!isKeyed(cover.risk) || risk.keyedEnd === 0n) return streamEdgesUp(cover.start + waiting, cover.end)
  return { start: risk.keyedStart, end: risk.keyedEnd }
}

/** The records that a change of a cover is about. */
async function loadCover(context: PoolContext, id: bigint) {
  const { pool, records } = context
  const cover = await records.load('cover', `${id}`)
  const risk = await records.load('risk', `${pool.pool}/${cover.risk}`)
  const terms = await records.load('listing', `${cover.listing}`)
  dropLost(cover)
  return { cover, risk, terms }
}

/** Streams what is paid for a change, and what was unearned before, until the cover's end. Twin of `Selling.stream`. */
async function streamChange(
  context: PoolContext,
  change: { premium: bigint; unearned: bigint; start: bigint; end: bigint },
): Promise<bigint> {
  const { pool, now } = context
  const { premium, unearned, start, end } = change
  const sum = unearned + premium * (streamPrecision / pool.grain)
  const flows = start * day <= now
  const rate = sum / (end * day - (flows ? now : start * day))
  await changeStream(context, [start, end], (stream) => {
    if (!flows) return openStream({ stream, rate, start, end })
    const deltas = addDelta(stream.deltas, end, -rate)
    return { ...stream, rate: stream.rate + rate, unearned: stream.unearned + rate * (end * day - now), deltas }
  })
  return rate
}

/** Sells more under a cover. Twin of `Sales.increase`. */
export async function increase(
  context: PoolContext,
  change: { id: bigint; amount: bigint; premium: bigint; fees: bigint },
): Promise<void> {
  const { pool, now } = context
  const { cover, risk, terms } = await loadCover(context, change.id)
  const figures = await read(context)
  await bookFees(context, change)
  const edges = edgesOf(cover, risk, terms.waiting)
  const rate = await streamChange(context, { ...edges, premium: change.premium, unearned: 0n })
  if (figures.scr === 0n) storeFigures(context, figures)
  if (terms.keyed) risk.keyedRate += rate
  const grains = change.amount / pool.grain
  cover.rate += rate
  cover.amount += grains
  cover.insured += grains
  cover.changed = now
  cover.group = risk.group
  await bookExposure(context, { figures, terms, cover, risk, grains })
}

/** Extends a cover. Twin of `Extensions.extend`. */
export async function extend(
  context: PoolContext,
  change: { id: bigint; end: bigint; premium: bigint; fees: bigint },
): Promise<void> {
  const { pool, now } = context
  const { cover, risk, terms } = await loadCover(context, change.id)
  const figures = await read(context)
  await bookFees(context, change)
  const { start, end: oldEnd } = edgesOf(cover, risk, terms.waiting)
  let unearned = 0n
  await changeStream(context, [start, oldEnd], (stream) => {
    const closed = closeStream({ stream, rate: cover.rate, start, end: oldEnd })
    unearned = closed.remaining
    return closed.stream
  })
  const oldDay = dayUp(cover.end + terms.grace)
  cover.end = change.end
  const { end } = edgesOf(cover, risk, terms.waiting)
  cover.rate = await streamChange(context, { start, end, premium: change.premium, unearned })
  if (figures.scr === 0n) storeFigures(context, figures)
  cover.changed = now
  await removeRunOff(context, cover.risk, risk, cover.amount, oldDay)
  await addRunOff(context, cover.risk, risk, cover.amount, dayUp(cover.end + terms.grace))
  moveCurve(context, levelNow(pool, now), figures.scr, figures.b / pool.grain)
}

/** Gives up a part of a cover, or all of it. Twin of `Refunds.book`. */
export async function giveUp(
  context: PoolContext,
  change: { id: bigint; amount: bigint | undefined; refund: bigint; fee: bigint },
): Promise<void> {
  const { pool, records, now } = context
  const { cover, risk, terms } = await loadCover(context, change.id)
  const figures = await read(context)
  const grains = change.amount === undefined ? cover.amount : change.amount / pool.grain
  const { start, end } = edgesOf(cover, risk, terms.waiting)
  const rate = (cover.rate * grains) / cover.insured
  await changeStream(context, [start, end], (stream) => closeStream({ stream, rate, start, end }).stream)
  if (terms.keyed) risk.keyedRate -= rate
  pool.cash -= change.refund
  addGain(context, figures, change.fee)
  storeFigures(context, figures)

  const level = levelNow(pool, now)
  const before = risk.exposure
  await removeRunOff(context, cover.risk, risk, grains, dayUp(cover.end + terms.grace))
  await moveNet(context, risk.group, before, risk.exposure)
  await lowerExposure(context, cover.risk, risk, grains)
  moveCurve(context, level, requirementOf(pool), figures.b / pool.grain)
  if (change.amount === undefined) {
    records.remove('cover', `${change.id}`)
    return
  }
  cover.amount -= grains
  cover.insured -= grains
  cover.rate -= rate
  cover.changed = now
}
