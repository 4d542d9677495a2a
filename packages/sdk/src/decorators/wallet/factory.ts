import type { Account, Chain } from 'viem'
import { createPool } from '../../actions/factory/createPool.ts'
import { setNewPoolBounds } from '../../actions/factory/setNewPoolBounds.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/factory`. */
export const factoryWrites = { createPool, setNewPoolBounds } as const

/** The writes of `actions/factory`, as methods of a client. */
export type FactoryWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  createPool: Bound<typeof createPool<chain, account>>
  setNewPoolBounds: Bound<typeof setNewPoolBounds<chain, account>>
}
