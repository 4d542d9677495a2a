import type { Account, Chain } from 'viem'
import { createVaultLossListing } from '../../actions/vaultLossTrigger/createVaultLossListing.ts'
import type { Bound } from '../../internal/bind.ts'

/** The writes of `actions/vaultLossTrigger`. */
export const vaultLossTriggerWrites = { createVaultLossListing } as const

/** The writes of `actions/vaultLossTrigger`, as methods of a client. */
export type VaultLossTriggerWrites<
  chain extends Chain | undefined = Chain | undefined,
  account extends Account | undefined = Account | undefined,
> = {
  createVaultLossListing: Bound<typeof createVaultLossListing<chain, account>>
}
