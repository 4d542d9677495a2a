import { accrueStream, type Stream } from '../../exact/accrueStream.ts'
import { addGain as addedGain } from '../../exact/addGain.ts'
import { day, wad } from '../../exact/constants.ts'
import { mulDivDown } from '../../exact/internal/mulDiv.ts'
import { liftFunding } from '../../exact/liftFunding.ts'
import type { FundingStack } from '../../exact/pushCohort.ts'
import { requirementUp } from '../../exact/requirementUp.ts'
import { settledBacking } from '../../exact/settledBacking.ts'
import { unearnedUnitsUp } from '../../exact/unearnedUnitsUp.ts'
import { unvestedUp } from '../../exact/unvestedUp.ts'
import { MirrorDivergedError } from '../errors.ts'
import type { PoolRecord } from '../records.ts'
import { lessDown, min, scaledUp } from './numbers.ts'
import type { PoolContext } from './PoolContext.ts'

/** The state of a pool's capital at one moment, as `Capital.Figures`. Units, but the requirement: grains. */
export type Figures = {
  /** Gains that still stream in, and Unix seconds at which they have come in. */
  unvested: bigint
  end: bigint
  /** Cash less everything but reserves that are not funded in full. */
  free: bigint
  high: bigint
  low: bigint
  scr: bigint
  /** Backing of the price, settled. */
  b: bigint
}

/** Reads everything of a pool whose stream was accrued to `now`. Twin of `Capital.read`. */
export function readFigures(pool: PoolRecord, now: bigint): Figures {
  const { scale, grain, gainsUpdated: updated, gainsEnd: end, priceBacking: b } = pool
  const unvested = unvestedUp({ unvested: pool.unvested, updated, end, b }, now)
  const claims = scaledUp(pool.owed + pool.full, scale) + unearnedUnitsUp(pool.unearned, grain) + unvested
  const free = lessDown(pool.cash, claims)
  const high = pool.cohorts === 0n ? free : lessDown(free, scaledUp(pool.cohortsHeld, scale))
  const low = lowOf(high, pool.openReserve * grain, pool.cohorts)
  const scr = requirementUp({ s: pool.totalsS, s2: pool.totalsS2 }, pool.r)
  const { cooldown } = pool
  return {
    unvested,
    end,
    free,
    high,
    low,
    scr,
    b: settledBacking({ gains: { b, updated }, high, scr, cooldown, timestamp: now }),
  }
}

/** Low. While any funding is below 1 whatever there is belongs to it. */
function lowOf(high: bigint, open: bigint, cohorts: bigint): bigint {
  return cohorts === 0n ? lessDown(high, open) : 0n
}

/** The stream of a pool, with its changes of rate on some days. */
export function streamOf(pool: PoolRecord, deltas: ReadonlyMap<bigint, bigint>): Stream {
  return { unearned: pool.unearned, rate: pool.streamRate, time: pool.streamTime, deltas }
}

/** Days whose changes of rate it takes to accrue a pool's stream to `now`. */
export function daysToAccrue(pool: PoolRecord, now: bigint): bigint[] {
  if (pool.unearned === 0n) return []
  const days: bigint[] = []
  for (let on = pool.streamTime / day + 1n; on * day <= now; on++) days.push(on)
  return days
}

/** The changes of rate on some days. */
export async function loadDeltas(
  { records, pool }: PoolContext,
  days: readonly bigint[],
): Promise<Map<bigint, bigint>> {
  const deltas = new Map<bigint, bigint>()
  for (const on of days) deltas.set(on, (await records.find('delta', `${pool.pool}/${on}`))?.amount ?? 0n)
  return deltas
}

/** Accrues the premium stream to now: exact, whenever it is done. */
export async function accrueStreams(context: PoolContext): Promise<void> {
  const { pool, now } = context
  if (pool.streamTime >= now) return
  const deltas = await loadDeltas(context, daysToAccrue(pool, now))
  setStream(pool, accrueStream(streamOf(pool, deltas), now))
}

/** Changes the accrued stream with the changes of rate on two days at hand. */
export async function changeStream(
  context: PoolContext,
  days: readonly [bigint, bigint],
  change: (stream: Stream) => Stream,
): Promise<void> {
  const { pool, records } = context
  const before = await loadDeltas(context, days)
  const stream = change(streamOf(pool, before))
  setStream(pool, stream)
  for (const on of days) {
    const amount = stream.deltas.get(on) ?? 0n
    const key = `${pool.pool}/${on}`
    if (amount === 0n) records.remove('delta', key)
    else records.put('delta', key, { amount })
  }
}

function setStream(pool: PoolRecord, { unearned, rate, time }: Stream): void {
  pool.unearned = unearned
  pool.streamRate = rate
  pool.streamTime = time
}

/** Accrues the stream and reads everything, without settling gains or b. */
export async function read(context: PoolContext): Promise<Figures> {
  await accrueStreams(context)
  return readFigures(context.pool, context.now)
}

/** Accrues stream, gains and b up to now, and lifts fundings if any is below 1. Twin of `Capital.accrue`. */
export async function accrue(context: PoolContext): Promise<Figures> {
  const figures = await read(context)
  storeFigures(context, figures)
  if (context.pool.cohorts !== 0n) await lift(context, figures)
  return figures
}

/** Writes gains and b as the figures have them. Twin of `Capital.store`. */
export function storeFigures({ pool, now }: PoolContext, { unvested, end, b }: Figures): void {
  pool.unvested = unvested
  pool.gainsEnd = end
  pool.priceBacking = b
  pool.gainsUpdated = now
}

/** Adds a gain to the figures. Twin of `Capital.addGain`. */
export function addGain({ pool, now }: PoolContext, figures: Figures, gain: bigint): void {
  const { cooldown } = pool
  const added = addedGain({ unvested: figures.unvested, end: figures.end, gain, cooldown, timestamp: now })
  figures.unvested = added.unvested
  figures.end = added.end
}

/** Adds a gain that left own funds, or debts, to what is settled. Twin of `Capital.storeGain`. */
export function storeGain({ pool, now }: PoolContext, gain: bigint): void {
  const { unvested, gainsEnd: end, cooldown } = pool
  if (gain === 0n) return
  const added = addedGain({ unvested, end, gain, cooldown, timestamp: now })
  pool.unvested = added.unvested
  pool.gainsEnd = added.end
  pool.gainsUpdated = now
}

/** The stack of a pool's fundings below 1. */
export async function loadStack({ pool, records }: PoolContext): Promise<FundingStack> {
  const cohorts = []
  for (let place = 0n; place < pool.cohorts; place++) {
    const { reserve, level, id, paid } = await records.load('cohort', `${pool.pool}/${place}`)
    cohorts.push({ reserve, level, id, paid })
  }
  return { nextId: pool.lastCohort, net: pool.cohortsHeld, cohorts }
}

/** Writes the stack of a pool's fundings below 1. */
export function storeStack({ pool, records }: PoolContext, { nextId, net, cohorts }: FundingStack): void {
  for (const [place, cohort] of cohorts.entries()) records.put('cohort', `${pool.pool}/${place}`, { ...cohort })
  for (let place = BigInt(cohorts.length); place < pool.cohorts; place++) {
    records.remove('cohort', `${pool.pool}/${place}`)
  }
  pool.lastCohort = nextId
  pool.cohortsHeld = net
  pool.cohorts = BigInt(cohorts.length)
}

/** Lifts fundings with what is free; updates own funds in the figures. Twin of `Capital.lift`. */
export async function lift(context: PoolContext, figures: Figures): Promise<void> {
  const { pool } = context
  const { scale, grain } = pool
  const { stack, completed } = liftFunding({
    stack: await loadStack(context),
    free: scale === wad ? figures.free : (figures.free * wad) / scale,
    open: (pool.openReserve + pool.openBeyond) * grain,
  })
  storeStack(context, stack)
  pool.full += completed
  figures.free = lessDown(figures.free, scaledUp(completed, scale))
  figures.high = lessDown(figures.free, pool.cohorts === 0n ? 0n : scaledUp(pool.cohortsHeld, scale))
  figures.low = lowOf(figures.high, pool.openReserve * grain, pool.cohorts)
}

/** Latches the ruin of a pool. Twin of `Capital.latchRuin`. */
export function latchRuin({ pool }: PoolContext, { high, unvested }: Figures): void {
  if (pool.ruined || pool.full !== 0n || pool.cohorts !== 0n) return
  const { supply, virtualShares } = pool
  pool.ruined = (high + unvested + 1n) * virtualShares * 1000n < supply + virtualShares
}

/** Writes the ledger down to a balance. Twin of `Capital.writeDown`. */
export function writeDown(context: PoolContext, figures: Figures, balance: bigint, lost: bigint): void {
  const { pool } = context
  if (pool.cash - balance !== lost) {
    throw new MirrorDivergedError({ figure: 'lost', expected: lost, actual: pool.cash - balance })
  }
  pool.cash = balance
  let rest = lessDown(lost, figures.high)
  figures.high = lessDown(figures.high, lost)
  const fromGains = min(rest, figures.unvested)
  figures.unvested -= fromGains
  rest -= fromGains
  const nominal = pool.owed + pool.full + (pool.cohorts === 0n ? 0n : pool.cohortsHeld)
  const debts = scaledUp(nominal, pool.scale)
  if (rest !== 0n && debts !== 0n) {
    const scale = rest < debts ? (pool.scale * (debts - rest)) / debts : 0n
    pool.scale = scale === 0n ? 1n : scale
  }
  storeFigures(context, figures)
  latchRuin(context, figures)
}

/** What new cover may use, rounded down, units. Twin of `Capital.backingDown`. */
export function backingDown({ supply, queued }: PoolRecord, low: bigint): bigint {
  return supply === 0n ? 0n : mulDivDown(low, supply - queued, supply)
}
