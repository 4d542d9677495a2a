import type { MirrorEventArguments, MirrorEventName } from '../events.ts'
import type { ListingRecord } from '../records.ts'
import { createPool } from './createPool.ts'
import { grantIncident, lapseIncident, noteIncident, openIncident } from './incidents.ts'
import { claimOnCover, fund } from './payouts.ts'
import type { Transition } from './Transition.ts'

/** What an event does that no pool emitted. */
type Handler<name extends MirrorEventName> = (records: Transition, args: MirrorEventArguments[name]) => unknown

const lossProofs: readonly ListingRecord['lossProof'][] = ['none', 'leaves', 'holdings']

/** The events of `Listings`, `PoolFactory` and `Incidents`, and what they do. */
export const protocolEvents: { [name in MirrorEventName]?: Handler<name> } = {
  ListingCreated: (records, { listing, terms }) => {
    records.put('listing', `${listing}`, {
      adjudicator: terms.adjudicator.toLowerCase(),
      lossProof: lossProofs[Number(terms.lossProof)] ?? 'none',
      keyed: terms.keyed,
      personal: terms.personal,
      maxRatio: BigInt(terms.maxRatio),
      deductible: BigInt(terms.deductible),
      waiting: BigInt(terms.waiting),
      grace: BigInt(terms.grace),
      eventWindow: BigInt(terms.eventWindow),
      minPeriod: BigInt(terms.minPeriod),
      maxPeriod: BigInt(terms.maxPeriod),
    })
  },
  ProtocolFeeSet: async (records, { fee }) => {
    const protocol = await records.ensure('protocol', '', { journalLength: 0n, protocolFee: 0n })
    protocol.protocolFee = BigInt(fee)
  },
  PoolAsset: (records, { asset, decimals }) => {
    records.put('token', asset.toLowerCase(), { decimals: BigInt(decimals) })
  },
  PoolCreated: (records, { pool, number, curator, parameters }) =>
    createPool(records, {
      pool: pool.toLowerCase(),
      number: BigInt(number),
      curator: curator.toLowerCase(),
      asset: parameters.asset.toLowerCase(),
      r: BigInt(parameters.r),
      kappa: BigInt(parameters.kappa),
      cooldown: BigInt(parameters.cooldown),
      classes: parameters.classes.map(({ rho, maxLossProbability }) => {
        return { rho: BigInt(rho), maxLossProbability: BigInt(maxLossProbability) }
      }),
    }),

  IncidentOpened: (records, { incident, listing, key, lossTime }) =>
    openIncident(records, { incident: BigInt(incident), listing: BigInt(listing), key, lossTime: BigInt(lossTime) }),
  LossesGranted: async (records, { incident, most }) => {
    const record = await records.load('incident', `${incident}`)
    record.most = BigInt(most)
  },
  IncidentGranted: (records, { incident, eventId, share }) =>
    grantIncident(records, { incident: BigInt(incident), eventId: BigInt(eventId), share: BigInt(share) }),
  IncidentDenied: (records, { incident }) => noteIncident(records, 'dismissed', BigInt(incident)),
  IncidentLapsed: (records, { incident }) => lapseIncident(records, BigInt(incident)),
  IncidentClosed: (records, { incident }) => noteIncident(records, 'closed', BigInt(incident)),

  CoverSettled: async (records, { incident, id, claim: all, payout }) => {
    const key = `${incident}/${id}`
    const before = await records.find('settlement', key)
    const claim = BigInt(all) - (before?.claim ?? 0n)
    const paid = (before?.paid ?? 0n) + BigInt(payout)
    const context = await payingContext(records, BigInt(incident), BigInt(id))
    if (!context) return
    const { lossProof } = await records.load('listing', `${context.cover.listing}`)
    // What leaves are paid in full at once is not kept as a claim: a later event starts anew.
    if (before || lossProof !== 'leaves' || paid !== claim) records.put('settlement', key, { claim: BigInt(all), paid })
    await claimOnCover(context, { incident: BigInt(incident), id: BigInt(id), cover: context.cover, claim })
  },
  LeavesClaimed: async (records, { incident, id, claim }) => {
    const context = await payingContext(records, BigInt(incident), BigInt(id))
    if (!context) return
    const { cover } = context
    context.pool.leavesClaimed = true
    await claimOnCover(context, { incident: BigInt(incident), id: BigInt(id), cover, claim: BigInt(claim) })
  },
  LeavesSettled: async (records, { incident, id, payments }) => {
    const context = await payingContext(records, BigInt(incident), BigInt(id))
    if (!context) return
    const { cover, pool } = context
    if (!pool.leavesClaimed) {
      const claim = payments.reduce((sum, payment) => sum + (payment >> 160n), 0n)
      await claimOnCover(context, { incident: BigInt(incident), id: BigInt(id), cover, claim })
    }
    pool.leavesClaimed = false
  },
}

/** The pool of a cover, its fundings lifted before anything of the batch is booked; undefined if it was given up. */
async function payingContext(records: Transition, incident: bigint, id: bigint) {
  const pool = await records.load('pool', (await records.load('poolNumber', `${id >> 40n}`)).pool)
  if (pool.diverged) return undefined
  const cover = await records.load('cover', `${id}`)
  const context = { records, pool, now: records.timestamp, cover }
  await fund(context, incident)
  return context
}
