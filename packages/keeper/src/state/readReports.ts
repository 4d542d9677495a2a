import {
  getQuoteKey,
  getReportBounds,
  getReportConfig,
  getReportRatio,
  getReportRecord,
  type ReportConfig,
} from '@bulwark/sdk'
import type { Hex } from 'viem'
import type { KnownEvent } from '../config/eventsFile.ts'
import type { ReportState } from './KeeperState.ts'
import type { ReadContext } from './StateReader.ts'
import { soldListings } from './soldListings.ts'

/** Reads the records of insured events that are over and were sold. */
export class ReportReader {
  private readonly published: readonly KnownEvent[]
  private readonly configs = new Map<bigint, ReportConfig>()
  private retryTime: bigint | undefined

  constructor(published: readonly KnownEvent[]) {
    this.published = published
  }

  /** Those on which something may be left to do. */
  async read({ client, contracts, index, blockNumber, now }: ReadContext): Promise<readonly ReportState[]> {
    const { reportTrigger } = contracts
    if (!reportTrigger) return []
    const listings = new Set(soldListings(index, reportTrigger).map(({ number }) => number))
    if (listings.size === 0) return []
    this.retryTime ??= (await getReportBounds(client, { reportTrigger })).retryTime
    const retryTime = this.retryTime

    const known = new Map<string, Pick<ReportState, 'listing' | 'key' | 'event' | 'facts'>>()
    for (const { listing, key, event, ruled } of index.requested.values()) {
      if (!ruled) known.set(`${listing}:${key}`, { listing, key, event, facts: undefined })
    }
    for (const { listing, event, facts } of this.published) {
      const key = getQuoteKey(event)
      if (!index.requested.get(`${listing}:${key}`)?.ruled)
        known.set(`${listing}:${key}`, { listing, key, event, facts })
    }
    const sold = soldKeys(index)
    const due = [...known.values()].filter(({ listing, key, event }) => {
      return listings.has(listing) && sold.has(`${listing}:${key}`) && event.ends <= now
    })
    const states = due.map(async (event): Promise<ReportState | undefined> => {
      const { listing, key } = event
      const config = this.configs.get(listing) ?? (await getReportConfig(client, { reportTrigger, listing }))
      this.configs.set(listing, config)
      const record = await getReportRecord(client, { reportTrigger, listing, key, blockNumber })
      if (record.state === 'ruled') return undefined
      const isReported = record.state === 'reported'
      const report = { ...record, time: event.event.ends }
      const ratio = isReported ? await getReportRatio(client, { reportTrigger, listing, report, blockNumber }) : 0n
      const isFunctions = config.source === 'functions'
      return { ...event, isFunctions, window: config.window, retryTime, record, ratio }
    })
    return (await Promise.all(states)).filter((state) => state !== undefined)
  }
}

function soldKeys({ pools }: ReadContext['index']): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const { risks } of pools.values()) {
    for (const { listing, key } of risks.values()) keys.add(`${listing}:${key as Hex}`)
  }
  return keys
}
