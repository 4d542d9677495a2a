import type { Hex } from 'viem'
import type { Stage } from '../Stage.ts'
import { conclude } from './conclude.ts'
import { fileClaim } from './fileClaim.ts'
import { vote } from './vote.ts'

/** What is asserted of a list of losses. */
export type ListedLosses = {
  listing: string
  pool: string
  /** Who asserts it. */
  who: string
  lossAt: number
  /** Loss ratio, WAD. */
  ratio: bigint
  root: Hex
  /** 1e-18 units of account. */
  lossSum: bigint
  /** Reference of the list and of what shows it. */
  evidence: string
  /** Who judges it, and why he grants it. */
  reasons: Readonly<Record<string, string>>
}

/** Asserts a list of losses against the listing's bond; the court grants it as it was asserted, and nobody appeals. */
export async function judgeList(stage: Stage, { pool, reasons, ...losses }: ListedLosses): Promise<bigint> {
  const incident = await fileClaim(stage, { ...losses, pools: [pool] })
  const votes = Object.entries(reasons).map(([who, reason]) => [who, { percent: 100, reason }])
  await vote(stage, incident, Object.fromEntries(votes))
  await conclude(stage, incident, { listing: losses.listing, pool })
  return incident
}
