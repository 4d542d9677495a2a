import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkGovernorAbi } from '../../abis/bulwarkGovernorAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getQuorum} takes. */
export type GetQuorumParameters = ReadOptions & {
  /** The address of `BulwarkGovernor`. */
  governor: Address
  /** Unix seconds, in the past. */
  timepoint: bigint
}

/** What {@link getQuorum} returns. */
export type GetQuorumReturnType = bigint

/** What {@link getQuorum} can fail with. */
export type GetQuorumErrorType = ReadErrorType

/**
 * Reads how many votes must take part in a vote that began at a time.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns votes, 18 decimals.
 * @example
 * await getQuorum(client, { governor, timepoint: 1_700_000_000n })
 */
export async function getQuorum<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetQuorumParameters,
): Promise<GetQuorumReturnType> {
  const { governor, timepoint } = parameters
  return read(client, parameters, {
    abi: bulwarkGovernorAbi,
    address: governor,
    functionName: 'quorum',
    args: [timepoint],
  })
}
