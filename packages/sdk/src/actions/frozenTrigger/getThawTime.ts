import type { Address, Chain, Client, Transport } from 'viem'
import { frozenTriggerAbi } from '../../abis/frozenTriggerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getThawTime} takes. */
export type GetThawTimeParameters = ReadOptions & {
  /** The address of `FrozenTrigger`. */
  frozenTrigger: Address
}

/** What {@link getThawTime} returns. */
export type GetThawTimeReturnType = bigint

/** What {@link getThawTime} can fail with. */
export type GetThawTimeErrorType = ReadErrorType

/**
 * Reads how long lies between the two readings that show that a freeze has ended.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns seconds.
 * @example
 * const seconds = await getThawTime(client, { frozenTrigger })
 */
export async function getThawTime<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetThawTimeParameters,
): Promise<GetThawTimeReturnType> {
  const { frozenTrigger } = parameters
  return read(client, parameters, {
    abi: frozenTriggerAbi,
    address: frozenTrigger,
    functionName: 'THAW_TIME',
    args: [],
  })
}
