import type { Account, Chain } from 'viem'
import { armReading } from '../../actions/readingTrigger/armReading.ts'
import { proveReading } from '../../actions/readingTrigger/proveReading.ts'
import { takeReading } from '../../actions/readingTrigger/takeReading.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/readingTrigger`. */
export const readingTriggerWrites = { armReading, proveReading, takeReading } as const

/** The writes of `actions/readingTrigger`, as methods of a client. */
export type ReadingTriggerWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  armReading: Bound<typeof armReading<chain, account>>
  proveReading: Bound<typeof proveReading<chain, account>>
  takeReading: Bound<typeof takeReading<chain, account>>
}
