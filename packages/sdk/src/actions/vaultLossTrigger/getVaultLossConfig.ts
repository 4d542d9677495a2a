import type { Address, Chain, Client, Transport } from 'viem'
import { vaultLossTriggerAbi } from '../../abis/vaultLossTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { VaultLossConfig } from '../../types/reading.ts'

/** What {@link getVaultLossConfig} takes. */
export type GetVaultLossConfigParameters = ReadOptions & {
  /** The address of `VaultLossTrigger`. */
  vaultLossTrigger: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getVaultLossConfig} returns. */
export type GetVaultLossConfigReturnType = VaultLossConfig

/** What {@link getVaultLossConfig} can fail with. */
export type GetVaultLossConfigErrorType = ReadErrorType

/**
 * Reads what a `VaultLossTrigger` watches for a listing.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns what it watches.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @example
 * const { vault, levels } = await getVaultLossConfig(client, { vaultLossTrigger, listing: 1n })
 */
export async function getVaultLossConfig<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetVaultLossConfigParameters,
): Promise<GetVaultLossConfigReturnType> {
  const { vaultLossTrigger, listing } = parameters
  return read(client, parameters, {
    abi: vaultLossTriggerAbi,
    address: vaultLossTrigger,
    functionName: 'configOf',
    args: [listing],
  })
}
