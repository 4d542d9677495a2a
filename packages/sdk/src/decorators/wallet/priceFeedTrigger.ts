import type { Account, Chain } from 'viem'
import { advance } from '../../actions/priceFeedTrigger/advance.ts'
import { approach } from '../../actions/priceFeedTrigger/approach.ts'
import { arm } from '../../actions/priceFeedTrigger/arm.ts'
import { armAndProve } from '../../actions/priceFeedTrigger/armAndProve.ts'
import { createTriggerListing } from '../../actions/priceFeedTrigger/createTriggerListing.ts'
import { notePhase } from '../../actions/priceFeedTrigger/notePhase.ts'
import { prove } from '../../actions/priceFeedTrigger/prove.ts'
import { recoverSpan } from '../../actions/priceFeedTrigger/recoverSpan.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/priceFeedTrigger`. */
export const priceFeedTriggerWrites = {
  advance,
  approach,
  arm,
  armAndProve,
  createTriggerListing,
  notePhase,
  prove,
  recoverSpan,
} as const

/** The writes of `actions/priceFeedTrigger`, as methods of a client. */
export type PriceFeedTriggerWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  advance: Bound<typeof advance<chain, account>>
  approach: Bound<typeof approach<chain, account>>
  arm: Bound<typeof arm<chain, account>>
  armAndProve: Bound<typeof armAndProve<chain, account>>
  createTriggerListing: Bound<typeof createTriggerListing<chain, account>>
  notePhase: Bound<typeof notePhase<chain, account>>
  prove: Bound<typeof prove<chain, account>>
  recoverSpan: Bound<typeof recoverSpan<chain, account>>
}
