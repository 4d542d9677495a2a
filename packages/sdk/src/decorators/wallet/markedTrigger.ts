import type { Account, Chain } from 'viem'
import { observeMark } from '../../actions/markedTrigger/observeMark.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/markedTrigger`. */
export const markedTriggerWrites = { observeMark } as const

/** The writes of `actions/markedTrigger`, as methods of a client. */
export type MarkedTriggerWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  observeMark: Bound<typeof observeMark<chain, account>>
}
