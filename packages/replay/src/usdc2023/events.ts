import type { Round } from '@bulwark/testkit'
import type { KeeperMove } from '../FeedKeeper.ts'
import type { Action } from './plan.ts'
import type { World } from './world.ts'

/** A pool after something happened: its own funds and SCR, units, and what it paid in it. */
export type PoolFigures = {
  pool: string
  high: bigint
  scr: bigint
  /** What was paid to the holders of how many covers, and the level of funding, WAD. */
  settled?: { paid: bigint; covers: number; funding: bigint }
}

/** What came of an action. */
export type Outcome = {
  /** What was deposited, paid as a premium, asked for, set aside or taken out: units. */
  amount?: bigint
  /** Name of the error that a purchase was refused with. */
  refusal?: string
}

/** Something that happened, told as it happens. `pools` are those that it concerns. */
export type StoryEvent =
  | { kind: 'world'; world: World; rounds: readonly Round[] }
  | { kind: 'round'; at: number; round: Round }
  | { kind: 'keeper'; at: number; move: KeeperMove; pools: readonly PoolFigures[] }
  | { kind: 'action'; at: number; action: Action; outcome: Outcome; pools: readonly PoolFigures[] }
