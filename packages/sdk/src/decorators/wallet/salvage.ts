import type { Account, Chain } from 'viem'
import { assignClaim } from '../../actions/salvage/assignClaim.ts'
import { collectAssigned } from '../../actions/salvage/collectAssigned.ts'
import { handOver } from '../../actions/salvage/handOver.ts'
import { reportStuck } from '../../actions/salvage/reportStuck.ts'
import { takeLot } from '../../actions/salvage/takeLot.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/salvage`. */
export const salvageWrites = { assignClaim, collectAssigned, handOver, reportStuck, takeLot } as const

/** The writes of `actions/salvage`, as methods of a client. */
export type SalvageWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  assignClaim: Bound<typeof assignClaim<chain, account>>
  collectAssigned: Bound<typeof collectAssigned<chain, account>>
  handOver: Bound<typeof handOver<chain, account>>
  reportStuck: Bound<typeof reportStuck<chain, account>>
  takeLot: Bound<typeof takeLot<chain, account>>
}
