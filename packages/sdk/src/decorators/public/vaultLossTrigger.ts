import { simulateCreateVaultLossListing } from '../../actions/vaultLossTrigger/createVaultLossListing.ts'
import { getVaultLossConfig } from '../../actions/vaultLossTrigger/getVaultLossConfig.ts'

/** The reads and simulations of `actions/vaultLossTrigger`. */
export const vaultLossTriggerReads = { getVaultLossConfig, simulateCreateVaultLossListing } as const
