import {
  courtAbi,
  type Deployment,
  frozenTriggerAbi,
  incidentsAbi,
  listingsAbi,
  lossProofsAbi,
  membersAppealAbi,
  optimisticAbi,
  poolAbi,
  poolFactoryAbi,
  priceFeedTriggerAbi,
  readingTriggerAbi,
  reportTriggerAbi,
} from '@bulwark/sdk'
import { type Abi, type AbiEvent, type Address, type Hex, toEventSelector } from 'viem'

/** What kind of contract an event is of: names of events are not unique. */
export type Source =
  | ('factory' | 'listings' | 'incidents' | 'pool' | 'lossProofs' | 'priceFeedTrigger' | 'readingTrigger')
  | ('reportTrigger' | 'court' | 'membersAppeal' | 'optimistic')

/** An event as the keeper folds it. */
export type KeeperEvent = {
  readonly source: Source
  readonly name: string
  readonly address: Address
  readonly args: Readonly<Record<string, unknown>>
  readonly blockNumber: bigint
  readonly blockHash: Hex
  readonly logIndex: number
  /** Unix seconds of the block. */
  readonly time: bigint
}

const pick = (abi: Abi, ...names: readonly string[]): AbiEvent[] =>
  abi.filter((item): item is AbiEvent => item.type === 'event' && names.includes(item.name))

const events: { readonly [source in Source]: readonly AbiEvent[] } = {
  listings: pick(listingsAbi, 'ListingCreated', 'RatePosted'),
  factory: pick(poolFactoryAbi, 'PoolCreated'),
  incidents: [
    ...pick(incidentsAbi, 'IncidentOpened', 'IncidentGranted', 'IncidentDenied', 'IncidentPassedOn', 'IncidentLapsed'),
    ...pick(incidentsAbi, 'IncidentClosed', 'CoverSettled', 'Credited', 'Collected'),
  ],
  pool: [
    ...pick(poolAbi, 'CoverBought', 'CoverExtended', 'CoverIncreased', 'CoverDecreased', 'CoverCancelled'),
    ...pick(poolAbi, 'RedeemRequest', 'RedeemProcessed', 'RedeemCancelled', 'ExposureReleased', 'ReserveGranted'),
    ...pick(poolAbi, 'ReserveReleased', 'LevelFinal', 'PayoutKept', 'PayoutCollected', 'FeesCollected'),
  ],
  lossProofs: pick(lossProofsAbi, 'BlockRecorded', 'ConsentGiven'),
  priceFeedTrigger: pick(priceFeedTriggerAbi, 'TriggerListed', 'Armed'),
  readingTrigger: [
    ...pick(readingTriggerAbi, 'Armed', 'Proven', 'SpanEnded'),
    ...pick(frozenTriggerAbi, 'FoundFree', 'FoundFrozen', 'Thawed', 'OutageProven'),
  ],
  reportTrigger: pick(reportTriggerAbi, 'ReportListed', 'ReportRequested', 'Proven'),
  court: [
    ...pick(courtAbi, 'CaseOpened', 'PoolCounted', 'Committed', 'Revealed', 'CaseSettled', 'Slashed'),
    ...pick(courtAbi, 'Credited', 'Collected'),
  ],
  membersAppeal: pick(membersAppealAbi, 'VoteStarted', 'Executed'),
  optimistic: pick(optimisticAbi, 'TruthAsserted', 'TruthResolved'),
}

const bySelector = Object.fromEntries(
  Object.entries(events).map(([source, items]) => [
    source,
    new Map(items.map((item) => [toEventSelector(item) as Hex, item])),
  ]),
) as unknown as { readonly [source in Source]: ReadonlyMap<Hex, AbiEvent> }

/** The first topics of everything that the keeper folds. */
export const topics: readonly Hex[] = [...new Set(Object.values(bySelector).flatMap((map) => [...map.keys()]))]

/** The event of a source that a first topic stands for; none if the keeper does not fold it. */
export function eventOf(source: Source, topic: Hex): AbiEvent | undefined {
  return bySelector[source].get(topic)
}

/** Which addresses are which contract, by address in lower case; pools are found later. */
export function sourcesOf({ contracts }: Deployment): Map<Address, Source> {
  const sources = new Map<Address, Source>()
  const add = (source: Source, address: Address | undefined) => {
    if (address) sources.set(address.toLowerCase() as Address, source)
  }
  const plain = ['factory', 'listings', 'incidents', 'lossProofs', 'priceFeedTrigger'] as const
  for (const source of [...plain, 'reportTrigger', 'court', 'membersAppeal', 'optimistic'] as const)
    add(source, contracts[source]?.address)
  for (const trigger of ['vaultLossTrigger', 'deficitTrigger', 'reserveTrigger', 'frozenTrigger'] as const) {
    add('readingTrigger', contracts[trigger]?.address)
  }
  return sources
}
