import type { Account, Chain } from 'viem'
import { cancelOperation } from '../../actions/timelock/cancelOperation.ts'
import { executeOperation } from '../../actions/timelock/executeOperation.ts'
import { scheduleOperation } from '../../actions/timelock/scheduleOperation.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/timelock`. */
export const timelockWrites = { cancelOperation, executeOperation, scheduleOperation } as const

/** The writes of `actions/timelock`, as methods of a client. */
export type TimelockWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  cancelOperation: Bound<typeof cancelOperation<chain, account>>
  executeOperation: Bound<typeof executeOperation<chain, account>>
  scheduleOperation: Bound<typeof scheduleOperation<chain, account>>
}
