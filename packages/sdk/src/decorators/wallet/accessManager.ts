import type { Account, Chain } from 'viem'
import { cancelCall } from '../../actions/accessManager/cancelCall.ts'
import { scheduleCall } from '../../actions/accessManager/scheduleCall.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/accessManager`. */
export const accessManagerWrites = { cancelCall, scheduleCall } as const

/** The writes of `actions/accessManager`, as methods of a client. */
export type AccessManagerWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  cancelCall: Bound<typeof cancelCall<chain, account>>
  scheduleCall: Bound<typeof scheduleCall<chain, account>>
}
