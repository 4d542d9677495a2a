import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkGovernorAbi } from '../../abis/bulwarkGovernorAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getVotingPower} takes. */
export type GetVotingPowerParameters = ReadOptions & {
  /** The address of `BulwarkGovernor`. */
  governor: Address
  /** The account. */
  account: Address
  /** Unix seconds, in the past. */
  timepoint: bigint
}

/** What {@link getVotingPower} returns. */
export type GetVotingPowerReturnType = bigint

/** What {@link getVotingPower} can fail with. */
export type GetVotingPowerErrorType = ReadErrorType

/**
 * Reads the votes that an account has in a vote which began at a time.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns votes, 18 decimals.
 * @example
 * await getVotingPower(client, { governor, account: alice, timepoint: 1_700_000_000n })
 */
export async function getVotingPower<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetVotingPowerParameters,
): Promise<GetVotingPowerReturnType> {
  const { governor, account, timepoint } = parameters
  return read(client, parameters, {
    abi: bulwarkGovernorAbi,
    address: governor,
    functionName: 'getVotes',
    args: [account, timepoint],
  })
}
