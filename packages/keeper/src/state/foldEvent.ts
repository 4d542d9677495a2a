import { getRiskId, type InsuredEvent, lossProofKinds } from '@bulwark/sdk'
import type { Address, Hex } from 'viem'
import type { KeeperEvent } from '../chain/events.ts'
import type { ChainIndex, IncidentIndex, IncidentIndexStatus } from './ChainIndex.ts'
import { foldPoolEvent } from './foldPoolEvent.ts'

const lower = (address: unknown): Address => (address as string).toLowerCase() as Address
const keyOf = (...parts: readonly unknown[]): string => parts.map((part) => String(part).toLowerCase()).join(':')

/** Takes an event into an index, which it changes. */
export function foldEvent(index: ChainIndex, event: KeeperEvent): void {
  if (event.source === 'pool') foldPoolEvent(index, event)
  else if (event.source === 'incidents') foldIncidentEvent(index, event)
  else if (event.source === 'court') foldCourtEvent(index, event)
  else if (event.source === 'readingTrigger') foldReadingEvent(index, event)
  else if (event.name === 'ListingCreated') foldListing(index, event.args)
  else if (event.name === 'RatePosted') index.rated.add(event.args.listing as bigint)
  else foldOther(index, event)
}

function foldOther(index: ChainIndex, event: KeeperEvent): void {
  const { args } = event
  const { pools, armed, requested } = index
  switch (event.name) {
    case 'PoolCreated': {
      const { asset, cooldown } = args.parameters as { asset: Address; cooldown: number }
      const address = lower(args.pool)
      pools.set(address, {
        ...{ address, number: args.number as bigint, asset: lower(asset), cooldown: BigInt(cooldown) },
        ...{
          risks: new Map(),
          riskOf: new Map(),
          exits: new Map(),
          reserves: new Map(),
          kept: new Map(),
        },
        ...{ soldAt: 0n, feesAt: event.time },
      })
      return
    }
    case 'BlockRecorded':
      index.recordedBlocks.add(args.number as bigint)
      return
    case 'Armed': {
      const { incident, listing, firstRound } = args as { incident: bigint; listing: bigint; firstRound: bigint }
      armed.set(keyOf(listing, firstRound), { incident, listing, firstRound })
      return
    }
    case 'ReportRequested': {
      const { listing, key, insured } = args as { listing: bigint; key: Hex; insured: Record<string, bigint | Hex> }
      const { facts, zone, begins, ends, lastSale } = insured
      const times = { begins: BigInt(begins ?? 0), ends: BigInt(ends ?? 0), lastSale: BigInt(lastSale ?? 0) }
      const named: InsuredEvent = { facts: facts as Hex, zone: BigInt(zone ?? 0), ...times }
      requested.set(keyOf(listing, key), { listing, key, event: named, ruled: false })
      return
    }
    case 'Proven': {
      const known = requested.get(keyOf(args.listing, args.key))
      if (known) known.ruled = true
      return
    }
    case 'VoteStarted':
      index.disputes.set(args.disputeID as bigint, args.until as bigint)
      return
    case 'Executed':
      index.disputes.delete(args.disputeID as bigint)
      return
    case 'TruthAsserted':
      index.truths.set(args.incident as bigint, event.time)
      return
    case 'TruthResolved':
      index.truths.delete(args.incident as bigint)
      return
  }
}

function foldListing({ listings }: ChainIndex, args: KeeperEvent['args']): void {
  const { listing: number, terms } = args as { listing: bigint; terms: Record<string, number | bigint | boolean> }
  listings.set(number, {
    number,
    adjudicator: lower(terms.adjudicator),
    secondAdjudicator: lower(terms.secondAdjudicator),
    lossProof: lossProofKinds[Number(terms.lossProof)] ?? 'none',
    keyed: terms.keyed as boolean,
    waiting: BigInt(terms.waiting ?? 0),
    grace: BigInt(terms.grace ?? 0),
    deductible: BigInt(terms.deductible ?? 0),
    eventWindow: BigInt(terms.eventWindow ?? 0),
  })
}

function foldIncidentEvent(index: ChainIndex, { name, args, time, address }: KeeperEvent): void {
  if (name === 'Credited' || name === 'Collected') {
    foldCredit(index, { name, args, address })
    return
  }
  const { incidents, journal } = index
  const number = args.incident as bigint
  if (name === 'IncidentOpened') {
    const { listing, key, lossTime, ratio, deadline } = args as Record<string, bigint> & { key: Hex }
    const risk = getRiskId({ listing: listing as bigint, key })
    incidents.set(number, {
      ...{ number, listing: listing as bigint, key, risk, openedAt: time, lossTime: lossTime as bigint },
      ...{ asserter: lower(args.asserter), status: 'open', deadline: deadline as bigint, second: false, ruledAt: 0n },
      ...{ ratio: ratio as bigint, share: 0n, eventId: 0n, closedAt: 0n, settled: new Map() },
    })
    journal.push({ incident: number, risk })
    return
  }
  const incident = incidents.get(number)
  if (!incident) return
  const end = (status: IncidentIndexStatus, changed: Partial<IncidentIndex> = {}) => {
    Object.assign(incident, { status, ...changed })
    journal.push({ incident: number, risk: incident.risk })
  }
  const { ratio, share, eventId, deadline, id, claim, payout } = args as Record<string, bigint>
  switch (name) {
    case 'IncidentGranted':
      end('granted', { ruledAt: time, ratio: ratio as bigint, share: share as bigint, eventId: eventId as bigint })
      return
    case 'IncidentDenied':
      end('denied')
      return
    case 'IncidentLapsed':
      end('lapsed')
      return
    case 'IncidentClosed':
      end('closed', { closedAt: time })
      return
    case 'IncidentPassedOn':
      incident.second = true
      incident.deadline = deadline as bigint
      return
    case 'CoverSettled': {
      const before = incident.settled.get(id as bigint)?.paid ?? 0n
      incident.settled.set(id as bigint, { claim: claim as bigint, paid: before + (payout as bigint) })
    }
  }
}

function foldCredit({ credits }: ChainIndex, { name, args, address }: Pick<KeeperEvent, 'name' | 'args' | 'address'>) {
  const [token, account] = [lower(args.token), lower(args.account)]
  const key = keyOf(address, token, account)
  if (name === 'Collected') {
    credits.delete(key)
    return
  }
  const amount = (credits.get(key)?.amount ?? 0n) + (args.amount as bigint)
  credits.set(key, { at: address, token, account, amount })
}

function foldCourtEvent(index: ChainIndex, { name, args, address }: KeeperEvent): void {
  if (name === 'Credited' || name === 'Collected') {
    foldCredit(index, { name, args, address })
    return
  }
  const incident = args.incident as bigint
  if (name === 'CaseOpened') {
    const counted = new Set([lower(args.pool)])
    const votes = { committed: new Set<Address>(), revealed: new Set<Address>(), slashed: new Set<Address>() }
    index.cases.set(incident, { incident, counted, ...votes, settled: false })
    return
  }
  const open = index.cases.get(incident)
  if (!open) return
  if (name === 'PoolCounted') open.counted.add(lower(args.pool))
  else if (name === 'Committed') open.committed.add(lower(args.assessor))
  else if (name === 'Revealed') open.revealed.add(lower(args.assessor))
  else if (name === 'Slashed') open.slashed.add(lower(args.assessor))
  else if (name === 'CaseSettled') open.settled = true
}

function foldReadingEvent({ spent, incidents, outages }: ChainIndex, { name, args, time }: KeeperEvent): void {
  if (name === 'FoundFree') spent.set(args.listing as bigint, time)
  else if (name === 'FoundFrozen') spent.set(args.listing as bigint, 0n)
  else if (name === 'Thawed') spent.delete(args.listing as bigint)
  else if (name === 'Proven' || name === 'OutageProven') {
    const listing = incidents.get(args.incident as bigint)?.listing
    if (listing === undefined) return
    if (name === 'Proven') spent.set(listing, 0n)
    else {
      const rounds = outages.get(listing) ?? new Set<bigint>()
      outages.set(listing, rounds.add(args.round as bigint))
    }
  }
}
