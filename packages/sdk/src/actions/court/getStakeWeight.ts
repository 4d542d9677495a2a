import type { Address, Chain, Client, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getStakeWeight} takes. */
export type GetStakeWeightParameters = ReadOptions & {
  /** The address of `Court`. */
  court: Address
  /** The assessor. */
  assessor: Address
  /** Unix seconds in the past. */
  time: bigint
}

/** What {@link getStakeWeight} returns. */
export type GetStakeWeightReturnType = bigint

/** What {@link getStakeWeight} can fail with. */
export type GetStakeWeightErrorType = ReadErrorType

/**
 * Reads an assessor's weight as of a past second.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns grains.
 * @example
 * await getStakeWeight(client, { court, assessor: bob, time: 1_700_000_000n })
 */
export async function getStakeWeight<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetStakeWeightParameters,
): Promise<GetStakeWeightReturnType> {
  const { court, assessor, time } = parameters
  return read(client, parameters, {
    abi: courtAbi,
    address: court,
    functionName: 'weightAt',
    args: [assessor, time],
  })
}
