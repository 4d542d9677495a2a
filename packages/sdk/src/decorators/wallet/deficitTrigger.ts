import type { Account, Chain } from 'viem'
import { createDeficitListing } from '../../actions/deficitTrigger/createDeficitListing.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/deficitTrigger`. */
export const deficitTriggerWrites = { createDeficitListing } as const

/** The writes of `actions/deficitTrigger`, as methods of a client. */
export type DeficitTriggerWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  createDeficitListing: Bound<typeof createDeficitListing<chain, account>>
}
