import type { Address, Chain, Client, Transport } from 'viem'
import { membersAppealAbi } from '../../abis/membersAppealAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getCurrentRuling} takes. */
export type GetCurrentRulingParameters = ReadOptions & {
  /** The address of `MembersAppeal`. */
  membersAppeal: Address
  /** Number of the dispute. */
  dispute: bigint
}

/** What {@link getCurrentRuling} returns. */
export type GetCurrentRulingReturnType = bigint

/** What {@link getCurrentRuling} can fail with. */
export type GetCurrentRulingErrorType = ReadErrorType

/**
 * Reads what would be ruled if the vote ended now.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the choice; 0 for a tie or without a quorum.
 * @throws {UnknownDisputeError} if there is none.
 * @example
 * await getCurrentRuling(client, { membersAppeal, dispute: 1n })
 */
export async function getCurrentRuling<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCurrentRulingParameters,
): Promise<GetCurrentRulingReturnType> {
  const { membersAppeal, dispute } = parameters
  return read(client, parameters, {
    abi: membersAppealAbi,
    address: membersAppeal,
    functionName: 'currentRuling',
    args: [dispute],
  })
}
