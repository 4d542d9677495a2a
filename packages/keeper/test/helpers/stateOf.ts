import { getRiskId } from '@bulwark/sdk'
import type { Address } from 'viem'
import {
  type ChainIndex,
  type CoverIndex,
  emptyIndex,
  type IncidentIndex,
  type ListingIndex,
  type PoolIndex,
} from '../../src/state/ChainIndex.ts'
import type { KeeperState } from '../../src/state/KeeperState.ts'

export const day = 86_400n
export const wad = 10n ** 18n
export const now = 1_700_000_000n

const address = (last: number): Address => `0x${last.toString(16).padStart(40, '0')}`

export const contracts = {
  ...{ listings: address(1), incidents: address(3), lossProofs: address(4), priceFeedTrigger: address(5) },
  ...{ reportTrigger: address(6), court: address(7), optimistic: address(8), membersAppeal: address(9) },
  ...{ vaultLossTrigger: address(10), frozenTrigger: address(11) },
} as const
export const keeper = address(99)
export const asset = address(50)
export const poolAddress = address(40)

/** A state in which nothing has to happen, with what a test changes. */
export function stateOf(changed: Partial<KeeperState> = {}, index: Partial<ChainIndex> = {}): KeeperState {
  return {
    ...{ head: { number: 1_000n, time: now, baseFee: 0n }, keeper, contracts, triggerFee: 2n },
    ...{ settlementWindow: 90n * day, grid: { step: 100n, history: 8_191n }, decimals: new Map([[asset, 6]]) },
    ...{ cursors: new Map([[poolAddress, 0n]]), verdicts: new Map(), levels: new Map(), feeds: [], readings: [] },
    ...{ outages: [], reports: [], cases: [], rates: [], pace: { riseTime: day, fallTime: day }, reveals: [] },
    index: { ...emptyIndex(), ...index },
    ...changed,
  }
}

export function listingOf(changed: Partial<ListingIndex> = {}): ListingIndex {
  return {
    ...{ number: 1n, adjudicator: address(70), secondAdjudicator: address(0), lossProof: 'none', keyed: false },
    ...{ waiting: day, grace: 7n * day, deductible: 0n, eventWindow: 0n },
    ...changed,
  }
}

export function coverOf(number: number, changed: Partial<CoverIndex> = {}): CoverIndex {
  const id = (1n << 40n) | BigInt(number)
  return { id, start: now - 10n * day, end: now + 20n * day, amount: 1_000_000n, cancelled: false, ...changed }
}

/** A pool that has sold covers on listing 1. */
export function poolOf(covers: readonly CoverIndex[], changed: Partial<PoolIndex> = {}): PoolIndex {
  const risk = getRiskId({ listing: 1n })
  const sold = { risk, listing: 1n, key: `0x${'00'.repeat(32)}` as const, releasedAt: now }
  return {
    ...{ address: poolAddress, number: 1n, asset, cooldown: 7n * day, riskOf: new Map() },
    risks: new Map([[risk, { ...sold, covers: new Map(covers.map((cover) => [cover.id, cover])) }]]),
    ...{ exits: new Map(), reserves: new Map(), kept: new Map(), soldAt: 0n, feesAt: now },
    ...changed,
  }
}

export function incidentOf(changed: Partial<IncidentIndex> = {}): IncidentIndex {
  return {
    ...{ number: 1n, listing: 1n, key: `0x${'00'.repeat(32)}`, risk: getRiskId({ listing: 1n }), asserter: keeper },
    ...{ openedAt: now - day, lossTime: now - 2n * day, status: 'granted', deadline: now + day, second: false },
    ...{ ruledAt: now - 3_600n, ratio: wad / 2n, share: wad / 2n, eventId: 1n, closedAt: 0n, settled: new Map() },
    ...changed,
  }
}

/** The parts of an index that hang together: listing 1, one pool, and incidents on it with a reserve each. */
export function indexOf(
  covers: readonly CoverIndex[],
  incidents: readonly IncidentIndex[] = [],
  { listing = {}, pool = {} }: { listing?: Partial<ListingIndex>; pool?: Partial<PoolIndex> } = {},
): Partial<ChainIndex> {
  const reserves = new Map(
    incidents
      .filter(({ status }) => status === 'granted' || status === 'closed')
      .map(({ number }) => [number, { incident: number, finalUntil: undefined, released: false }]),
  )
  return {
    listings: new Map([[1n, listingOf(listing)]]),
    pools: new Map([[poolAddress, poolOf(covers, { reserves, ...pool })]]),
    incidents: new Map(incidents.map((incident) => [incident.number, incident])),
  }
}
