import { day, wad } from '../../exact/constants.ts'
import { findCohort } from '../../exact/findCohort.ts'
import { divUp } from '../../exact/internal/mulDiv.ts'
import { MirrorDivergedError } from '../errors.ts'
import type { CoverRecord } from '../records.ts'
import { lowerExposure, moveNet, removeRunOff, setReserve } from './books.ts'
import { accrue, loadStack, storeStack } from './capital.ts'
import { dayUp, min } from './numbers.ts'
import type { PoolContext } from './PoolContext.ts'

/** What the first cover of a batch finds: fundings lifted. Twin of `Payouts.fund`. */
export async function fund(context: PoolContext, incident: bigint): Promise<void> {
  const { pool } = context
  if (pool.paying === incident) return
  pool.paying = incident
  if (pool.cohorts !== 0n) await accrue(context)
}

/** Takes what a cover claimed under an incident off its amount, and off the exposure of its risk; units. */
export async function claimOnCover(
  context: PoolContext,
  parameters: { incident: bigint; id: bigint; cover: CoverRecord; claim: bigint },
): Promise<void> {
  const { pool, records } = context
  const { incident, id, cover, claim } = parameters
  const { eventId } = await records.load('incident', `${incident}`)
  const { lossProof, grace } = await records.load('listing', `${cover.listing}`)
  let grains = divUp(claim, pool.grain)
  if (lossProof !== 'none') {
    // What is proven in parts takes no more grains of the cover than at once.
    const taken = await records.ensure('taken', `${eventId}/${id}`, { amount: 0n })
    const before = divUp(taken.amount, pool.grain)
    taken.amount += claim
    grains = divUp(taken.amount, pool.grain) - before
  }
  if (grains === 0n) return
  cover.amount -= grains
  const risk = await records.load('risk', `${pool.pool}/${cover.risk}`)
  await removeRunOff(context, cover.risk, risk, grains, dayUp(cover.end + grace))
  pool.payingGrains += grains
}

/** What a batch took, units. */
type Batch = { incident: bigint; claim: bigint; settled: bigint; paid: bigint; payout: bigint }

/** Takes a batch out of the reserve, the exposure and the ledger. Twin of `Payouts.bookPayments`. */
export async function bookPayments(context: PoolContext, batch: Batch): Promise<void> {
  const { pool, records } = context
  await fund(context, batch.incident)
  const { risk: id } = await records.load('incident', `${batch.incident}`)
  const risk = await records.load('risk', `${pool.pool}/${id}`)
  const { payingGrains } = pool
  const old = { ...risk, exposure: risk.exposure + payingGrains }
  pool.paying = 0n
  pool.payingGrains = 0n
  risk.granted -= min(risk.granted, await take(context, batch))
  await setReserve(context, risk, old)
  await lowerExposure(context, id, risk, payingGrains)
  pool.cash -= (batch.payout * pool.scale) / wad
}

/** Takes a batch out of the incident's reserve and out of its funding. Twin of `Payouts.take`. */
async function take(context: PoolContext, { incident, claim, settled, paid, payout }: Batch): Promise<bigint> {
  const { pool, records } = context
  const granted = await records.load('grant', `${pool.pool}/${incident}`)
  const before = granted.unclaimed / pool.grain
  granted.unclaimed -= claim
  const stack = await loadStack(context)
  const place = granted.cohort === 0n ? 0 : findCohort(stack, granted.cohort)
  const cohort = stack.cohorts[place - 1]
  if (cohort) {
    granted.short += claim
    granted.paid += payout
    const rest = { ...cohort, paid: cohort.paid + payout }
    storeStack(context, { ...stack, net: stack.net - payout, cohorts: stack.cohorts.with(place - 1, rest) })
  } else {
    granted.short -= settled
    granted.paid -= paid
    pool.full -= payout
  }
  return before - granted.unclaimed / pool.grain
}

/** Keeps what could not be pushed; nominal. Twin of the end of `Payouts.push`. */
export async function keep({ pool, records }: PoolContext, account: string, nominal: bigint): Promise<void> {
  pool.cash += (nominal * pool.scale) / wad
  pool.owed += nominal
  const kept = await records.ensure('kept', `${pool.pool}/${account}`, { amount: 0n })
  kept.amount += nominal
}

/** Pays a nominal debt. Twin of `Pool.payDebt`. */
export function payDebt({ pool }: PoolContext, nominal: bigint): void {
  pool.owed -= nominal
  pool.cash -= pool.scale === wad ? nominal : (nominal * pool.scale) / wad
}

/** Frees the exposure of a risk that has run off. Twin of `Payouts.release`. */
export async function release(context: PoolContext, id: string, released: bigint): Promise<void> {
  const { pool, records, now } = context
  const risk = await records.load('risk', `${pool.pool}/${id}`)
  const before = risk.exposure
  const today = now / day
  let gone = 0n
  for (let on = risk.cursor + 1n; on <= today && gone < before; on++) {
    const key = `${pool.pool}/${id}/${on}`
    const runOff = await records.find('runOff', key)
    if (!runOff) continue
    gone += runOff.amount
    records.remove('runOff', key)
  }
  if (gone !== released) throw new MirrorDivergedError({ figure: 'released', expected: released, actual: gone })
  risk.cursor = today
  risk.exposure -= gone
  await moveNet(context, risk.group, before, risk.exposure)
  await lowerExposure(context, id, risk, gone)
}
