import { day } from '../../exact/constants.ts'
import { driftedLevel } from '../../exact/driftedLevel.ts'
import { divUp } from '../../exact/internal/mulDiv.ts'
import { moveExposure } from '../../exact/moveExposure.ts'
import { requirementUp } from '../../exact/requirementUp.ts'
import { utilisationDown } from '../../exact/utilisationDown.ts'
import type { PoolRecord, RiskRecord } from '../records.ts'
import { lessDown, max, min } from './numbers.ts'
import type { PoolContext } from './PoolContext.ts'

/** A risk that was never sold. */
export const noRisk: RiskRecord = {
  listing: 0n,
  group: 0n,
  exposure: 0n,
  cursor: 0n,
  open: 0n,
  granted: 0n,
  base: 0n,
  openCount: 0n,
  unsettled: 0n,
  frozenUntil: 0n,
  most: 0n,
  raised: 0n,
  first: 0n,
  last: 0n,
  window: 0n,
  keyedRate: 0n,
  keyedStart: 0n,
  keyedEnd: 0n,
}

/** Is this the id of a risk with a key? Twin of `RiskId.isKeyed`. */
export function isKeyed(risk: string): boolean {
  return BigInt(risk) > 0xffff_ffffn
}

/** What the requirement counts of a risk, grains. Twin of `Capital.netOf`. */
function netOf(exposure: bigint, { open, granted }: RiskRecord): bigint {
  return lessDown(exposure, max(open, granted))
}

/** What the open incidents of a risk may take beyond what is granted, grains. Twin of `Reserving.openGrains`. */
function openGrains({ open, granted }: RiskRecord): bigint {
  return lessDown(open, granted)
}

/** What they may be granted beyond that, grains. Twin of `Reserving.beyondGrains`. */
function beyondGrains(exposure: bigint, risk: RiskRecord): bigint {
  if (risk.openCount === 0n) return 0n
  let sum = min(max(risk.most, risk.open), exposure) * risk.openCount
  if (risk.window !== 0n) {
    const events = max(1n, divUp(risk.last - risk.first, risk.window))
    sum = min(sum, lessDown(events * risk.most, risk.raised))
  }
  return lessDown(sum, openGrains(risk))
}

/** Books what follows from a risk's changed reserve or exposure. Twin of `Reserving.setReserve`. */
export async function setReserve(context: PoolContext, risk: RiskRecord, old: RiskRecord): Promise<void> {
  const { pool } = context
  // Covers that another incident has paid can claim no more than what is left of them.
  risk.open = min(risk.open, risk.exposure)
  pool.openReserve += openGrains(risk) - openGrains(old)
  pool.openBeyond += beyondGrains(risk.exposure, risk) - beyondGrains(old.exposure, old)
  await moveNet(context, risk.group, netOf(old.exposure, old), netOf(risk.exposure, risk))
}

/** Moves what the requirement counts of a group. Twin of `Reserving.moveNet`. */
export async function moveNet(context: PoolContext, group: bigint, before: bigint, afterwards: bigint): Promise<void> {
  const { pool, records } = context
  if (before === afterwards) return
  const book = await records.load('group', `${pool.pool}/${group}`)
  const next = book.net + afterwards - before
  const sums = await records.load('class', `${pool.pool}/${group >> 56n}`)
  const { exposureClass, totals } = moveExposure({
    exposureClass: sums,
    totals: { s: pool.totalsS, s2: pool.totalsS2 },
    before: book.net,
    afterwards: next,
  })
  book.net = next
  sums.q = exposureClass.q
  sums.a = exposureClass.a
  pool.totalsS = totals.s
  pool.totalsS2 = totals.s2
}

/** Takes exposure off the books of group, listing and adjudicator, grains. Twin of `Reserving.lowerExposure`. */
export async function lowerExposure(
  { pool, records }: PoolContext,
  id: string,
  risk: RiskRecord,
  amount: bigint,
): Promise<void> {
  if (amount === 0n) return
  const group = await records.load('group', `${pool.pool}/${risk.group}`)
  group.gross -= amount
  if (isKeyed(id)) (await records.load('backing', `${pool.pool}/${risk.listing}`)).exposure -= amount
  const { adjudicator } = await records.load('listing', `${risk.listing}`)
  const book = await records.load('adjudicator', `${pool.pool}/${adjudicator}`)
  book.exposure -= amount
}

/** Adds exposure that runs off on a day. Twin of `ExposureBook.add`. */
export async function addRunOff(
  { pool, records, now }: PoolContext,
  id: string,
  risk: RiskRecord,
  amount: bigint,
  on: bigint,
): Promise<void> {
  if (risk.exposure === 0n) risk.cursor = now / day
  risk.exposure += amount
  const runOff = await records.ensure('runOff', `${pool.pool}/${id}/${on}`, { amount: 0n })
  runOff.amount += amount
}

/** Takes exposure away that would have run off on a day. Twin of `ExposureBook.remove`. */
export async function removeRunOff(
  { pool, records }: PoolContext,
  id: string,
  risk: RiskRecord,
  amount: bigint,
  on: bigint,
): Promise<void> {
  if (amount === 0n) return
  risk.exposure -= amount
  const key = `${pool.pool}/${id}/${on}`
  const runOff = await records.load('runOff', key)
  runOff.amount -= amount
  if (runOff.amount === 0n) records.remove('runOff', key)
}

/** The level of k, drifted up to now. Twin of `Policies.levelOf`. */
export function levelNow({ level, utilisation, moved }: PoolRecord, now: bigint): bigint {
  return driftedLevel({ level, utilisation, elapsed: now - moved })
}

/** Lets k drift on from here. Twin of `Policies.moveCurve`. */
export function moveCurve({ pool, now }: PoolContext, level: bigint, scr: bigint, b: bigint): void {
  pool.level = level
  pool.moved = now
  pool.utilisation = utilisationDown(scr, b)
}

/** The requirement now, grains. */
export function requirementOf({ totalsS: s, totalsS2: s2, r }: PoolRecord): bigint {
  return requirementUp({ s, s2 }, r)
}
