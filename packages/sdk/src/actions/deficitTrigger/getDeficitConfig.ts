import type { Address, Chain, Client, Transport } from 'viem'
import { deficitTriggerAbi } from '../../abis/deficitTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { DeficitConfig } from '../../types/reading.ts'

/** What {@link getDeficitConfig} takes. */
export type GetDeficitConfigParameters = ReadOptions & {
  /** The address of `DeficitTrigger`. */
  deficitTrigger: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getDeficitConfig} returns. */
export type GetDeficitConfigReturnType = DeficitConfig

/** What {@link getDeficitConfig} can fail with. */
export type GetDeficitConfigErrorType = ReadErrorType

/**
 * Reads what a `DeficitTrigger` watches for a listing.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns what it watches.
 * @throws {NotConfiguredError} if the listing was not created through the trigger.
 * @example
 * const { market, offset } = await getDeficitConfig(client, { deficitTrigger, listing: 1n })
 */
export async function getDeficitConfig<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetDeficitConfigParameters,
): Promise<GetDeficitConfigReturnType> {
  const { deficitTrigger, listing } = parameters
  return read(client, parameters, {
    abi: deficitTriggerAbi,
    address: deficitTrigger,
    functionName: 'configOf',
    args: [listing],
  })
}
