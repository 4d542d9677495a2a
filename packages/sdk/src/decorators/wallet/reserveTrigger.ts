import type { Account, Chain } from 'viem'
import { createReserveListing } from '../../actions/reserveTrigger/createReserveListing.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/reserveTrigger`. */
export const reserveTriggerWrites = { createReserveListing } as const

/** The writes of `actions/reserveTrigger`, as methods of a client. */
export type ReserveTriggerWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  createReserveListing: Bound<typeof createReserveListing<chain, account>>
}
