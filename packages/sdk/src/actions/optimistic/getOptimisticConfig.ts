import type { Address, Chain, Client, Transport } from 'viem'
import { optimisticAbi } from '../../abis/optimisticAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { OptimisticConfig } from '../../types/optimistic.ts'

/** What {@link getOptimisticConfig} takes. */
export type GetOptimisticConfigParameters = ReadOptions & {
  /** The address of `Optimistic`. */
  optimistic: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getOptimisticConfig} returns. */
export type GetOptimisticConfigReturnType = OptimisticConfig

/** What {@link getOptimisticConfig} can fail with. */
export type GetOptimisticConfigErrorType = ReadErrorType

/**
 * Reads how UMA is asked under a listing.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns how UMA is asked.
 * @throws {NotConfiguredError} if the listing was not created through `Optimistic`.
 * @example
 * const { currency, liveness } = await getOptimisticConfig(client, { optimistic, listing: 1n })
 */
export async function getOptimisticConfig<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetOptimisticConfigParameters,
): Promise<GetOptimisticConfigReturnType> {
  const { optimistic, listing } = parameters
  return read(client, parameters, {
    abi: optimisticAbi,
    address: optimistic,
    functionName: 'configOf',
    args: [listing],
  })
}
