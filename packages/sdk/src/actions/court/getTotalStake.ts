import type { Address, Chain, Client, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getTotalStake} takes. */
export type GetTotalStakeParameters = ReadOptions & {
  /** The address of `Court`. */
  court: Address
  /** Unix seconds in the past. */
  time: bigint
}

/** What {@link getTotalStake} returns. */
export type GetTotalStakeReturnType = bigint

/** What {@link getTotalStake} can fail with. */
export type GetTotalStakeErrorType = ReadErrorType

/**
 * Reads all stake that counted as of a past second.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns grains.
 * @example
 * await getTotalStake(client, { court, time: 1_700_000_000n })
 */
export async function getTotalStake<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetTotalStakeParameters,
): Promise<GetTotalStakeReturnType> {
  const { court, time } = parameters
  return read(client, parameters, {
    abi: courtAbi,
    address: court,
    functionName: 'totalStakeAt',
    args: [time],
  })
}
