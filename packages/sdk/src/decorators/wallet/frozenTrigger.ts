import type { Account, Chain } from 'viem'
import { createFrozenListing } from '../../actions/frozenTrigger/createFrozenListing.ts'
import { proveOutage } from '../../actions/frozenTrigger/proveOutage.ts'
import { thaw } from '../../actions/frozenTrigger/thaw.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/frozenTrigger`. */
export const frozenTriggerWrites = { createFrozenListing, proveOutage, thaw } as const

/** The writes of `actions/frozenTrigger`, as methods of a client. */
export type FrozenTriggerWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  createFrozenListing: Bound<typeof createFrozenListing<chain, account>>
  proveOutage: Bound<typeof proveOutage<chain, account>>
  thaw: Bound<typeof thaw<chain, account>>
}
