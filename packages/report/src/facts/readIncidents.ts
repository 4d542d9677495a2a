import { getRiskId, incidentStatuses, incidentsAbi, poolAbi } from '@bulwark/sdk'
import { type Address, encodeEventTopics, type Hex, isAddressEqual, numberToHex, parseEventLogs } from 'viem'
import type { BlockReader } from '../chain/BlockReader.ts'
import { poolStructs, poolVariables } from './poolStorage.ts'
import type { PoolEvents } from './readBooks.ts'
import { StorageView } from './StorageView.ts'
import type { IdentityFacts, IncidentFacts } from './types.ts'

/** The parameters of {@link readIncidents}. */
export type ReadIncidentsParameters = { storage: StorageView; identity: IdentityFacts; events: PoolEvents }

/** How many incidents one filter names: topics have their limits. */
const batch = 100

/**
 * Reads every incident on a risk that the pool had sold when it was opened, and what the pool paid for it.
 *
 * @example
 * const incidents = await readIncidents(reader, { storage, identity, events })
 */
export async function readIncidents(
  reader: BlockReader,
  { storage, identity, events }: ReadIncidentsParameters,
): Promise<IncidentFacts[]> {
  const soldSince = new Map<Hex, bigint>()
  const listings = new Set<Hex>()
  for (const event of events) {
    if (event.eventName !== 'CoverBought') continue
    const risk = getRiskId({ listing: event.args.listing, key: event.args.key })
    if (!soldSince.has(risk)) soldSince.set(risk, BigInt(event.blockNumber ?? 0n))
    listings.add(numberToHex(event.args.listing, { size: 32 }))
  }
  if (listings.size === 0) return []
  const { incidents: contract } = identity.contracts
  const [openedTopic] = encodeEventTopics({ abi: incidentsAbi, eventName: 'IncidentOpened' }) as [Hex]
  const asked = { address: contract.address, fromBlock: identity.createdAtBlock, proves: 'claims.incidents' }
  const logs = await reader.logs({ ...asked, topics: [openedTopic, null, [...listings].sort()] })
  const numbers = parseEventLogs({ abi: incidentsAbi, eventName: 'IncidentOpened', logs }).flatMap((log) => {
    const since = soldSince.get(getRiskId({ listing: log.args.listing, key: log.args.key }))
    return since !== undefined && BigInt(log.blockNumber ?? 0n) >= since ? [log.args.incident] : []
  })
  const [reserves, bookings] = [sumsOf(events, 'ReserveGranted'), sumsOf(events, 'ClaimsPaid')]
  const settlements = await readSettlements(reader, { asked, numbers, identity })
  return Promise.all(
    numbers.map(async (number) => {
      const at = (mapping: bigint) => StorageView.entry(mapping, number)
      const proves = 'claims.incidents'
      const args = [number] as const
      const address = identity.contracts.pool.address
      const [incident, grant, funding, shortfall] = await Promise.all([
        reader.ask({ abi: incidentsAbi, address: contract.address, functionName: 'incidentOf', args, proves }),
        storage.struct(poolStructs.Grant, { slot: at(poolVariables.grants), proves }),
        reader.ask({ abi: poolAbi, address, functionName: 'fundingOf', args, proves }),
        storage.word(at(poolVariables.shortfalls), proves),
      ])
      const { listing, openedAt, lossTime, ruledAt, deadline, eventId, status } = incident
      const { unclaimed, short, cohort, exists, paid } = grant
      const settled = settlements.get(number) ?? nothingPaid
      const lacking = grant.exists !== 0n ? grant.short - grant.paid : shortfall
      return {
        ...incident,
        ...{ number, listing: BigInt(listing), openedAt: BigInt(openedAt), lossTime: BigInt(lossTime) },
        ...{ ruledAt: BigInt(ruledAt), deadline: BigInt(deadline), eventId: BigInt(eventId) },
        status: incidentStatuses[status] ?? 'none',
        grant: { unclaimed, short, cohort, exists: exists !== 0n, paid },
        ...{ reserved: reserves.get(number) ?? 0n, booked: bookings.get(number) ?? 0n, funding, shortfall },
        claimed: settled.paid + lacking,
        ...settled,
      }
    }),
  )
}

/** What the pool's own events say of each incident: reserved, or paid. */
function sumsOf(events: PoolEvents, name: 'ReserveGranted' | 'ClaimsPaid'): Map<bigint, bigint> {
  const sums = new Map<bigint, bigint>()
  for (const event of events) {
    if (event.eventName !== name) continue
    const { incident } = event.args
    const amount = event.eventName === 'ReserveGranted' ? event.args.reserve : event.args.payout
    sums.set(incident, (sums.get(incident) ?? 0n) + amount)
  }
  return sums
}

type Paid = Pick<IncidentFacts, 'paid' | 'recovered' | 'coversPaid' | 'firstPaidAt' | 'lastPaidAt'>

const nothingPaid: Paid = { paid: 0n, recovered: 0n, coversPaid: 0, firstPaidAt: null, lastPaidAt: null }

/** What this pool's covers got, incident by incident. */
async function readSettlements(
  reader: BlockReader,
  parameters: {
    asked: { address: Address; fromBlock: bigint; proves: string }
    numbers: bigint[]
    identity: IdentityFacts
  },
): Promise<Map<bigint, Paid>> {
  const { asked, numbers, identity } = parameters
  const results = new Map<bigint, Paid & { covers: Set<bigint> }>()
  const names = ['CoverSettled', 'LeavesSettled', 'Recovered'] as const
  const topics = names.map((eventName) => encodeEventTopics({ abi: incidentsAbi, eventName })[0] as Hex)
  for (let first = 0; first < numbers.length; first += batch) {
    const some = numbers.slice(first, first + batch).map((number) => numberToHex(number, { size: 32 }))
    const logs = await reader.logs({ ...asked, topics: [topics, some] })
    for (const log of parseEventLogs({ abi: incidentsAbi, eventName: [...names], logs })) {
      const { incident } = log.args
      const result = results.get(incident) ?? { ...nothingPaid, covers: new Set<bigint>() }
      results.set(incident, result)
      if (log.eventName === 'Recovered') {
        if (isAddressEqual(log.args.pool, identity.contracts.pool.address)) result.recovered += log.args.forHolders
        continue
      }
      if (log.args.id >> 40n !== identity.number) continue
      result.covers.add(log.args.id)
      result.lastPaidAt = await reader.time(BigInt(log.blockNumber ?? 0n))
      result.firstPaidAt ??= result.lastPaidAt
      if (log.eventName === 'CoverSettled') result.paid += log.args.payout
      else for (const word of log.args.payments) result.paid += word >> 160n
    }
  }
  return new Map([...results].map(([number, { covers, ...paid }]) => [number, { ...paid, coversPaid: covers.size }]))
}
