import type { Address, Chain, Client, Transport } from 'viem'
import { membersAppealAbi } from '../../abis/membersAppealAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link hasVotedOnDispute} takes. */
export type HasVotedOnDisputeParameters = ReadOptions & {
  /** The address of `MembersAppeal`. */
  membersAppeal: Address
  /** Number of the dispute. */
  dispute: bigint
  /** A member. */
  voter: Address
}

/** What {@link hasVotedOnDispute} returns. */
export type HasVotedOnDisputeReturnType = boolean

/** What {@link hasVotedOnDispute} can fail with. */
export type HasVotedOnDisputeErrorType = ReadErrorType

/**
 * Reads whether a member voted on a dispute.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns true if he did.
 * @example
 * await hasVotedOnDispute(client, { membersAppeal, dispute: 1n, voter: bob })
 */
export async function hasVotedOnDispute<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: HasVotedOnDisputeParameters,
): Promise<HasVotedOnDisputeReturnType> {
  const { membersAppeal, dispute, voter } = parameters
  return read(client, parameters, {
    abi: membersAppealAbi,
    address: membersAppeal,
    functionName: 'hasVoted',
    args: [dispute, voter],
  })
}
