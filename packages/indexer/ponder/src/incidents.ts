import { getRiskId } from '@bulwark/sdk'
import { incidentsAbi } from '@bulwark/sdk/abis'
import { type Address, getAddress, zeroAddress } from 'viem'
import { credit } from '../lib/credit.ts'
import { poolOfCover } from '../lib/poolOfCover.ts'
import { register } from '../lib/register.ts'
import { set } from '../lib/settings.ts'
import { settled } from '../lib/settled.ts'
import type { Indexed } from '../lib/types.ts'
import { incidents, listings, recoveries, recoveryShares, rulings, settings } from '../ponder.schema.ts'

/** What a trigger pays to open an incident, as the contract has it. */
const triggerFee = 2_000_000_000_000_000n

register('incidents', incidentsAbi, {
  Collected: async (event) => credit(event, -event.args.amount),
  CoverSettled: async (event) => {
    const { incident, id, to, claim, payout } = event.args
    const payments = [{ to, payout, kind: 'cover' as const }]
    const pool = await settled(event, { incident, cover: id, payments, owed: claim })
    return { pool, account: to, cover: id, incident, amount: payout }
  },
  Credited: async (event) => credit(event, event.args.amount),
  IncidentClosed: async (event) => {
    const { incident } = event.args
    await event.db.update(incidents, key(event)).set({ status: 'closed', closedAt: event.timestamp })
    await note(event, { kind: 'closed', entry: await nextEntry(event) })
    return { incident }
  },
  IncidentDenied: async (event) => {
    const { incident, forfeited } = event.args
    const { adjudicator } = await event.db.update(incidents, key(event)).set({ status: 'denied', forfeited })
    await note(event, { kind: 'denied', entry: await nextEntry(event), adjudicator, forfeited })
    return { incident, account: adjudicator, amount: forfeited }
  },
  IncidentGranted: async (event) => {
    const { incident, eventId, ratio, share } = event.args
    const { chainId, db, timestamp: ruledAt } = event
    const row = await db.find(incidents, key(event))
    const listing = row && (await db.find(listings, { chainId, listing: row.listing }))
    if (!row || !listing) return { incident }
    // Where each ruling is an event of its own, the contract works the share out from the ratio.
    const net = ratio > listing.deductible ? ratio - listing.deductible : 0n
    const granted = listing.eventWindow === 0n ? net : share
    await db.update(incidents, key(event)).set({ status: 'granted', eventId, ratio, share: granted, ruledAt })
    const { adjudicator } = row
    await note(event, { kind: 'granted', entry: await nextEntry(event), adjudicator, eventId, ratio, share })
    return { incident, listing: row.listing, account: adjudicator }
  },
  IncidentLapsed: async (event) => {
    await event.db.update(incidents, key(event)).set({ status: 'lapsed' })
    await note(event, { kind: 'lapsed', entry: await nextEntry(event) })
    return { incident: event.args.incident }
  },
  IncidentOpened: async (event) => {
    const { incident, listing, key, asserter, lossTime, ratio, root, deadline, evidence } = event.args
    const { chainId, db, origin, timestamp } = event
    const terms = await db.find(listings, { chainId, listing })
    const bonded = terms !== null && terms.bond !== 0n
    const bond = bonded
      ? { bond: terms.bond, bondToken: terms.bondToken }
      : { bond: triggerFee, bondToken: zeroAddress }
    const adjudicator = terms?.adjudicator ?? zeroAddress
    await db.insert(incidents).values({
      ...{ chainId, incident, listing, key, asserter, lossTime, ratio, assertedRatio: ratio, root, deadline, evidence },
      ...{ risk: getRiskId({ listing, key }), status: 'open', openedAt: timestamp, share: 0n, ruledAt: 0n },
      ...{ second: false, adjudicator, eventId: 0n, triggered: !bonded, ...bond, forfeited: 0n, lossSum: 0n, most: 0n },
      ...{ claimed: 0n, paid: 0n, coversSettled: 0, ...origin },
    })
    await note(event, { kind: 'opened', entry: await nextEntry(event), adjudicator, ratio, deadline })
    return { incident, listing, account: asserter, amount: bond.bond }
  },
  IncidentPassedOn: async (event) => {
    const { incident, adjudicator, deadline } = event.args
    await event.db.update(incidents, key(event)).set({ second: true, adjudicator, deadline })
    await note(event, { kind: 'passedOn', adjudicator, deadline })
    return { incident, account: adjudicator }
  },
  LeafRecoveryShared: async ({ args, chainId, db, place }) => {
    const { incident, id: cover, account, amount } = args
    await db.insert(recoveryShares).values({ chainId, ...place, incident, cover, account, amount })
    return { pool: await poolOfCover(db, chainId, cover), account, cover, incident, amount }
  },
  LeavesClaimed: async (event) => {
    const { incident, id: cover, claim } = event.args
    // Of the payment that is said next; what is paid is what is claimed where nothing is said.
    await set(event, 'leavesClaimed', claim)
    return { pool: await poolOfCover(event.db, event.chainId, cover), cover, incident, amount: claim }
  },
  LeavesSettled: async (event) => {
    const { incident, id, payments: words } = event.args
    const { chainId, contract, db } = event
    const payments = words.map((word) => ({ to: accountOf(word), payout: word >> 160n, kind: 'leaf' as const }))
    const amount = payments.reduce((sum, { payout }) => sum + payout, 0n)
    const said = await db.find(settings, { chainId, contract, name: 'leavesClaimed' })
    const claimed = typeof said?.value === 'string' ? BigInt(said.value) : amount
    if (said?.value) await set(event, 'leavesClaimed', null)
    const pool = await settled(event, { incident, cover: id, payments, claimed })
    return { pool, cover: id, incident, amount }
  },
  LossesAsserted: async (event) => {
    const { incident, root, lossSum } = event.args
    await event.db.update(incidents, key(event)).set({ root, lossSum })
    return { incident }
  },
  LossesGranted: async (event) => {
    const { incident, root, lossSum, most } = event.args
    await event.db.update(incidents, key(event)).set({ root, lossSum, most })
    return { incident, amount: most }
  },
  Recovered: async ({ args, chainId, db, place }) => {
    const { incident, pool, payer, forHolders, forPool } = args
    await db.insert(recoveries).values({ chainId, ...place, incident, pool, payer, forHolders, forPool })
    return { pool, account: payer, incident, amount: forHolders + forPool }
  },
  RecoveryShared: async ({ args, chainId, db, place }) => {
    const { incident, id: cover, amount } = args
    await db.insert(recoveryShares).values({ chainId, ...place, incident, cover, amount })
    return { pool: await poolOfCover(db, chainId, cover), cover, incident, amount }
  },
})

type OfIncident = Indexed<{ incident: bigint }>

function key({ args, chainId }: OfIncident): { chainId: number; incident: bigint } {
  return { chainId, incident: args.incident }
}

async function note(
  { args, chainId, db, place }: OfIncident,
  ruling: Pick<typeof rulings.$inferInsert, 'kind'> & Partial<typeof rulings.$inferInsert>,
): Promise<void> {
  await db.insert(rulings).values({ chainId, ...place, incident: args.incident, ...ruling })
}

/** Takes the next number in the journal. */
async function nextEntry(event: OfIncident): Promise<bigint> {
  const { chainId, contract, db } = event
  const row = await db.find(settings, { chainId, contract, name: 'journalLength' })
  const entry = BigInt((row?.value as string | undefined) ?? 0)
  await set(event, 'journalLength', entry + 1n)
  return entry
}

/** The lower 160 bits of a word. */
function accountOf(word: bigint): Address {
  return getAddress(`0x${(word & ((1n << 160n) - 1n)).toString(16).padStart(40, '0')}`)
}
