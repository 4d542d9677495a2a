import type { Address, Chain, Client, Transport } from 'viem'
import { frozenTriggerAbi } from '../../abis/frozenTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { Outage } from '../../types/reading.ts'

/** What {@link getOutages} takes. */
export type GetOutagesParameters = ReadOptions & {
  /** The address of `FrozenTrigger`. */
  frozenTrigger: Address
  /** Listing number. */
  listing: bigint
}

/** What {@link getOutages} returns. */
export type GetOutagesReturnType = readonly Outage[]

/** What {@link getOutages} can fail with. */
export type GetOutagesErrorType = ReadErrorType

/**
 * Reads the outages of a listing that were ruled.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns when each began and ended.
 * @example
 * const outages = await getOutages(client, { frozenTrigger, listing: 1n })
 */
export async function getOutages<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetOutagesParameters,
): Promise<GetOutagesReturnType> {
  const { frozenTrigger, listing } = parameters
  return read(client, parameters, {
    abi: frozenTriggerAbi,
    address: frozenTrigger,
    functionName: 'outagesOf',
    args: [listing],
  })
}
