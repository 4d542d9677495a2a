import type { Address, Chain, Client, Transport } from 'viem'
import { membersAppealAbi } from '../../abis/membersAppealAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getDisputeVotes} takes. */
export type GetDisputeVotesParameters = ReadOptions & {
  /** The address of `MembersAppeal`. */
  membersAppeal: Address
  /** Number of the dispute. */
  dispute: bigint
  /** One of its choices; 0 to refuse. */
  choice: bigint
}

/** What {@link getDisputeVotes} returns. */
export type GetDisputeVotesReturnType = bigint

/** What {@link getDisputeVotes} can fail with. */
export type GetDisputeVotesErrorType = ReadErrorType

/**
 * Reads how many votes a choice has so far.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns units of the token.
 * @example
 * await getDisputeVotes(client, { membersAppeal, dispute: 1n, choice: 3n })
 */
export async function getDisputeVotes<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetDisputeVotesParameters,
): Promise<GetDisputeVotesReturnType> {
  const { membersAppeal, dispute, choice } = parameters
  return read(client, parameters, {
    abi: membersAppealAbi,
    address: membersAppeal,
    functionName: 'votesFor',
    args: [dispute, choice],
  })
}
