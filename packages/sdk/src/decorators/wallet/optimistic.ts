import type { Account, Chain } from 'viem'
import { assertTruth } from '../../actions/optimistic/assertTruth.ts'
import { createOptimisticListing } from '../../actions/optimistic/createOptimisticListing.ts'
import { noteRefusal } from '../../actions/optimistic/noteRefusal.ts'
import { settleAssertion } from '../../actions/optimistic/settleAssertion.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/optimistic`. */
export const optimisticWrites = { assertTruth, createOptimisticListing, noteRefusal, settleAssertion } as const

/** The writes of `actions/optimistic`, as methods of a client. */
export type OptimisticWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  assertTruth: Bound<typeof assertTruth<chain, account>>
  createOptimisticListing: Bound<typeof createOptimisticListing<chain, account>>
  noteRefusal: Bound<typeof noteRefusal<chain, account>>
  settleAssertion: Bound<typeof settleAssertion<chain, account>>
}
