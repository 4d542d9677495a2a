import { getQuoteKey } from '@bulwark/sdk'
import { flightsOf } from '../world/flightsOf.ts'
import type { World } from '../world/World.ts'
import { findFalls } from './findFalls.ts'
import type { History, SoldCover } from './readHistory.ts'

/** A payment that is owed: worked out from rounds and reports, not from what was ruled. */
export type Owed = {
  readonly cover: SoldCover
  readonly listing: bigint
  readonly key: string
  readonly lossTime: bigint
  /** From when on anybody can prove it, Unix seconds. */
  readonly shownAt: bigint
  /** The time of loss and what the trigger takes at most, Unix seconds. */
  readonly latest: bigint
  /** Of what is left of the cover, WAD. */
  readonly ratio: bigint
}

const noKey = `0x${'0'.repeat(64)}`
/** Seconds of waiting time of the listing of flights. */
const waiting = 60n

/** Finds what is owed to whom. */
export function findOwed(world: World, { rounds, covers, reports }: History): Owed[] {
  const { template } = world
  const owed: Owed[] = []
  const add = (loss: Omit<Owed, 'cover'>, wait: bigint) => {
    for (const cover of covers) {
      const isMeant = cover.listing === loss.listing && cover.key === loss.key && cover.cancelledAt === undefined
      if (isMeant && cover.start + wait <= loss.lossTime && loss.lossTime < cover.end) owed.push({ ...loss, cover })
    }
  }
  for (const [index, depeg] of template.depegs.entries()) {
    const { listing, worstCase } = depeg
    for (const { lossTime, shownAt, ratio } of findFalls(rounds[index] ?? [], depeg)) {
      add({ listing, key: noKey, lossTime, shownAt, ratio, latest: lossTime + worstCase }, 0n)
    }
  }
  const { listing, worstCase, ratio } = template.flights
  for (const flight of flightsOf(template, world.flightOptions)) {
    const key = getQuoteKey({ ...flight, facts: flight.factsHash })
    const report = reports.find((report) => report.listing === listing && report.key === key)
    if (!report) continue
    const lossTime = flight.begins
    add({ listing, key, lossTime, shownAt: report.standsFrom, ratio, latest: lossTime + worstCase }, waiting)
  }
  return owed
}
