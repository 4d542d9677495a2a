import type { PreparedCall } from '@bulwark/sdk'
import type { Address } from 'viem'

/** What the keeper does, as it is counted and logged. */
export type Job =
  | ('arm' | 'advance' | 'prove' | 'recover' | 'notePhase' | 'observe' | 'read' | 'thaw' | 'requestReport')
  | ('rule' | 'lapse' | 'step' | 'settle' | 'close' | 'finish' | 'exit' | 'release' | 'record')
  | ('openCase' | 'countPool' | 'reveal' | 'settleCase' | 'settleSilent' | 'settleTruth' | 'executeDispute')
  | ('collect' | 'rates')

/**
 * How much a delay may cost the holders, which says what the keeper pays for gas: `urgent` (a payout or a proof waits, or
 * a deadline is near) up to the whole cap, `soon` up to half of it, `idle` up to a quarter.
 */
export const urgencies = ['urgent', 'soon', 'idle'] as const

/** How much a delay may cost the holders. */
export type Urgency = (typeof urgencies)[number]

/** What is to be sent. What depends on gas, or on what a node has to be asked for, is made when it is executed. */
export type Task =
  | { readonly kind: 'call'; readonly call: PreparedCall }
  | {
      readonly kind: 'settle'
      readonly incidents: Address
      readonly pool: Address
      readonly incident: bigint
      /** A later grant of the same event by which these covers are paid. */
      readonly raise: bigint | undefined
      readonly ids: readonly bigint[]
    }
  | { readonly kind: 'record'; readonly lossProofs: Address; readonly block: bigint }

/** Something that has to happen on chain, and that anybody may do. */
export type Action = {
  /** The same for the same thing, in every tick and in every keeper. */
  readonly id: string
  readonly job: Job
  readonly urgency: Urgency
  /** What an hour's delay costs the holders, 1e-18 units of a pool's asset: orders actions of one urgency. */
  readonly delayCost: bigint
  readonly task: Task
}
