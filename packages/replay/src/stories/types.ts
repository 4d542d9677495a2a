import type { Bulwark, Deployed } from '@bulwark/testkit'
import type { Stage } from './Stage.ts'

/** A story: what happened, what was insured, and what should be paid, worked out from its facts alone. */
export type Story = {
  name: string
  /** One line for the list. */
  what: string
  /** What went wrong, in two or three words. */
  risk: string
  /** Who or what decided, and by which proof. */
  decidedBy: string
  /** What a newcomer must know first: what is real, what is invented, what is covered. */
  told: readonly string[]
  /** When it begins, unix seconds. */
  begins: number
  /** Does the vote decide already? @default the launch council */
  launched?: boolean
  /** UMA's own oracle and vote are deployed, and `Optimistic`, which rules by them. @default false */
  usesUma?: boolean
  /** Blocks from one whose state counts for proofs of holdings to the next. @default that of a deployment on mainnet */
  grid?: bigint
  /** What each cover should be paid, by its name, in units of its pool's asset. Reads no contract. */
  expected(): Readonly<Record<string, bigint>>
  /** Runs while the deployer is admin: registries that the timelock guards afterwards. */
  configure?: (bulwark: Bulwark) => Promise<void>
  /** Plays it on the chain. */
  play(stage: Stage): Promise<void>
}

/** A pool of a story. */
export type PoolPlan = {
  name: string
  /** Symbol of its asset, one that was made with `token`. */
  asset: string
  /** What each underwriter deposits. */
  deposits: Readonly<Record<string, bigint>>
  /** Names of the listings that it backs; each is a group of its own. */
  backs: readonly string[]
}

/** A cover that somebody wants. */
export type Purchase = {
  /** Its name; by default the holder's. */
  cover?: string
  who: string
  pool: string
  listing: string
  amount: bigint
  /** What it is cover on, in the story's words. @default the listing */
  on?: string
  /** Protected account, where payouts are capped to a proven loss. @default none */
  account?: `0x${string}`
  /** How long; a keyed cover ends with its event. */
  days?: number
  event?: InsuredEvent
}

/** One event that a keyed cover is about, as quotes and reports name it. */
export type InsuredEvent = { facts: `0x${string}`; zone: bigint; begins: number; ends: number; lastSale: number }

/** What was sold and what came of it. */
export type SoldCover = Purchase & {
  cover: string
  id: bigint
  holder: `0x${string}`
  paid: bigint
  /** When it was bought, and from when until when it is in force; unix seconds. */
  boughtAt: number
  since: number
  until: number
  /** Longest time from a loss to its money, hours, and what the listing promises at worst. */
  hours: number | null
  worstHours: number
}

/** What a story found out. Amounts are units of the pool's asset. */
export type StoryReport = {
  name: string
  risk: string
  decidedBy: string
  /** The longest time from a loss to the money. */
  hoursToMoney: number
  /** What the listing of that payment promises at worst. */
  worstCaseHours: number
  covers: readonly { cover: string; pool: string; amount: bigint; expected: bigint; paid: bigint }[]
  /** Sales that were refused, and covers that were rightly not paid. */
  denied: number
  /** Payments that took longer than their listing promises. */
  late: number
}

/** How a listing is made. */
export type ListParameters = {
  trigger: Deployed
  /** What the trigger watches, or who hears a court's appeals; none where a listing is all that there is. */
  config?: Record<string, unknown>
  /** What readers of ERC-1497 show beside a dispute: of a court's listing alone. */
  metaEvidence?: string
  wording: string
  /** What is told of it. @default the wording */
  summary?: string
  /** Technical rate, WAD per year; of a keyed listing the probability that its quotes state. */
  rate: bigint
  /** What differs from the terms that all stories share. */
  terms?: Record<string, unknown>
  keyed?: boolean
}
