import { closeStream } from '../../exact/closeStream.ts'
import { day, streamPrecision, wad } from '../../exact/constants.ts'
import { findCohort } from '../../exact/findCohort.ts'
import { heldUp } from '../../exact/heldUp.ts'
import { mulDivDown, mulDivUp } from '../../exact/internal/mulDiv.ts'
import { pushCohort } from '../../exact/pushCohort.ts'
import { unearnedUnitsUp } from '../../exact/unearnedUnitsUp.ts'
import type { GrantRecord, JournalRecord, RiskRecord } from '../records.ts'
import { setReserve } from './books.ts'
import {
  accrue,
  changeStream,
  type Figures,
  latchRuin,
  lift,
  loadStack,
  read,
  storeGain,
  storeStack,
} from './capital.ts'
import { dayUp, max, min } from './numbers.ts'
import type { PoolContext } from './PoolContext.ts'

/** How long holders who were paid short can be topped up once the level is final, seconds. */
const longestIncident = 730n * day
const maxGrains = (1n << 64n) - 1n

/** Steps through the journal up to an entry. Twin of `Claims.step`. */
export async function step(context: PoolContext, cursor: bigint): Promise<void> {
  const { pool, records } = context
  while (pool.cursor < cursor) {
    const entry = await records.load('journal', `${pool.cursor}`)
    pool.cursor += 1n
    if (entry.kind === 'opened') await opened(context, entry)
    else if (entry.kind === 'closed') await closed(context, entry)
    else await ruled(context, entry)
  }
}

async function opened(context: PoolContext, entry: JournalRecord): Promise<void> {
  const { pool, records } = context
  const risk = await records.find('risk', `${pool.pool}/${entry.risk}`)
  if (!risk || risk.exposure === 0n) return
  const { exposure } = risk
  const old = { ...risk }
  const thawed = risk.openCount === 0n && risk.unsettled === 0n
  if (thawed || risk.base < exposure) risk.base = exposure
  if (risk.openCount++ === 0n) pool.openRisks += 1n
  risk.open = max(risk.open, mulDivUp(exposure, entry.share, wad))
  noteEvent(risk, entry, thawed)
  await setReserve(context, risk, old)
}

/** Twin of `Claims.noteEvent`. */
function noteEvent(risk: RiskRecord, { share, time, window }: JournalRecord, thawed: boolean): void {
  if (thawed) Object.assign(risk, { most: 0n, raised: 0n, first: 0n, last: 0n })
  if (window === 0n && risk.base === risk.exposure) return
  risk.most = max(risk.most, mulDivUp(risk.base, share, wad))
  if (window === 0n) return
  risk.window = window
  if (risk.first === 0n || risk.first > time) risk.first = time
  risk.last = max(risk.last, time)
}

async function ruled(context: PoolContext, entry: JournalRecord): Promise<void> {
  const { pool, records } = context
  const risk = await records.find('risk', `${pool.pool}/${entry.risk}`)
  if (!risk || risk.openCount === 0n) return
  // Before the open reserve shrinks: money is shared with those that are still open.
  const figures = pool.cohorts === 0n ? await read(context) : await accrue(context)
  const old = { ...risk }
  risk.openCount -= 1n
  if (risk.openCount === 0n) {
    risk.open = 0n
    pool.openRisks -= 1n
  }
  risk.frozenUntil = max(risk.frozenUntil, dayUp(entry.time))

  let granted = 0n
  if (entry.kind === 'granted') {
    granted = min(mulDivUp(risk.base * pool.grain, entry.share, wad), risk.exposure * pool.grain)
    if (entry.most !== 0n) granted = min(granted, entry.most)
  }
  if (granted !== 0n) {
    risk.granted = min(risk.granted + granted / pool.grain, maxGrains)
    risk.unsettled += 1n
    if (risk.window !== 0n) risk.raised = min(risk.raised + granted / pool.grain, maxGrains)
  }
  await setReserve(context, risk, old)
  if (granted !== 0n) await grant(context, figures, entry, risk, granted)
  else if (pool.cohorts !== 0n) await lift(context, figures)
}

/** Fixes the reserve of a granted incident, at the level that the money allows. Twin of `Claims.grant`. */
async function grant(
  context: PoolContext,
  figures: Figures,
  entry: JournalRecord,
  risk: RiskRecord,
  amount: bigint,
): Promise<void> {
  const { pool, records } = context
  await earnKeyed(context, figures, risk, amount)
  const key = `${pool.pool}/${entry.incident}`
  const first = { unclaimed: 0n, short: 0n, paid: 0n, cohort: 0n, closedAt: 0n, finalAt: 0n }
  const granted = await records.ensure('grant', key, first)
  granted.unclaimed = amount

  const others = (pool.openReserve + pool.openBeyond) * pool.grain
  if (pool.cohorts === 0n && pool.scale === wad && amount + others <= figures.free) {
    pool.full += amount
    figures.free -= amount
    figures.high = figures.free
  } else {
    const { stack, id } = pushCohort(await loadStack(context), amount)
    storeStack(context, stack)
    granted.cohort = id
    await lift(context, figures)
  }
}

/** Of a keyed risk's remaining premium as much as its reserve is earned first. Twin of `Claims.earnKeyed`. */
async function earnKeyed(context: PoolContext, figures: Figures, risk: RiskRecord, amount: bigint): Promise<void> {
  const { pool, now } = context
  const { keyedRate, keyedStart: start, keyedEnd: end } = risk
  if (keyedRate === 0n || end * day <= now) return
  const left = keyedRate * (end * day - max(start * day, now))
  const wanted = amount * (streamPrecision / pool.grain)
  const rate = wanted >= left ? keyedRate : mulDivUp(keyedRate, wanted, left)

  risk.keyedRate -= rate
  const before = unearnedUnitsUp(pool.unearned, pool.grain)
  await changeStream(context, [start, end], (stream) => closeStream({ stream, rate, start, end }).stream)
  const earned = before - unearnedUnitsUp(pool.unearned, pool.grain)
  figures.free += earned
  figures.high += earned
  figures.low += earned
}

async function closed(context: PoolContext, entry: JournalRecord): Promise<void> {
  const { pool, records, now } = context
  const granted = await records.find('grant', `${pool.pool}/${entry.incident}`)
  if (!granted) return
  const figures = await accrue(context)
  const final = await isFinal(context, granted)
  if (final && granted.short === 0n) {
    await finish(context, figures, entry.incident)
    return
  }
  granted.closedAt = now
  if (final) granted.finalAt = now
}

/** Finishes a closed incident, or fixes its level. Twin of `Claims.finishClosing`. */
export async function finishClosing(context: PoolContext, incident: bigint, granted: GrantRecord): Promise<void> {
  const figures = await accrue(context)
  if (granted.finalAt === 0n && granted.short !== 0n) granted.finalAt = context.now
  else await finish(context, figures, incident)
}

/** No level is final while it is below 1 and an incident of the pool is open that was so at the closing. */
async function isFinal(context: PoolContext, granted: GrantRecord): Promise<boolean> {
  if (context.pool.openRisks === 0n || (await levelOf(context, granted.cohort)) === wad) return true
  return granted.closedAt !== 0n && context.now >= granted.closedAt + longestIncident
}

/** The level of a grant that entered with a cohort, WAD. Twin of `Reserving.levelOf`. */
export async function levelOf(context: PoolContext, cohort: bigint): Promise<bigint> {
  if (cohort === 0n) return wad
  const stack = await loadStack(context)
  return stack.cohorts[findCohort(stack, cohort) - 1]?.level ?? wad
}

/** What is left of a reserve streams back to the pool. Twin of `Claims.finish`. */
async function finish(context: PoolContext, figures: Figures, incident: bigint): Promise<void> {
  const { pool, records } = context
  const key = `${pool.pool}/${incident}`
  const granted = await records.load('grant', key)
  records.remove('grant', key)
  if (granted.short > granted.paid) records.put('shortfall', key, { amount: granted.short - granted.paid })
  const { high } = figures
  const wasShort = pool.cohorts !== 0n
  await unfund(context, figures, granted)

  const { risk: id } = await records.load('incident', `${incident}`)
  const risk = await records.load('risk', `${pool.pool}/${id}`)
  const old = { ...risk }
  risk.unsettled -= 1n
  risk.granted -= min(risk.granted, granted.unclaimed / pool.grain)
  await setReserve(context, risk, old)

  // What is left lifts the fundings that are below 1; what own funds gain by the rest streams in.
  if (wasShort) await lift(context, figures)
  else figures.high = figures.free
  if (figures.high > high) storeGain(context, figures.high - high)
  latchRuin(context, figures)
}

/** Takes what is left of a grant out of its funding. Twin of `Claims.unfund`. */
async function unfund(context: PoolContext, figures: Figures, granted: GrantRecord): Promise<void> {
  const { pool } = context
  const reserve = granted.unclaimed + granted.short
  const stack = await loadStack(context)
  const place = granted.cohort === 0n ? 0 : findCohort(stack, granted.cohort)
  const cohort = stack.cohorts[place - 1]
  if (!cohort) {
    const left = reserve - granted.paid
    pool.full -= left
    figures.free += mulDivDown(left, pool.scale, wad)
    return
  }
  const held = heldUp(cohort)
  const rest = { ...cohort, reserve: cohort.reserve - reserve, paid: cohort.paid - granted.paid }
  const left = held - min(held, heldUp(rest))
  storeStack(context, { ...stack, net: stack.net - left, cohorts: stack.cohorts.with(place - 1, rest) })
}
