import type { Address, Chain, Client, Transport } from 'viem'
import { membersAppealAbi } from '../../abis/membersAppealAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getDisputeQuorum} takes. */
export type GetDisputeQuorumParameters = ReadOptions & {
  /** The address of `MembersAppeal`. */
  membersAppeal: Address
  /** Number of the dispute. */
  dispute: bigint
}

/** What {@link getDisputeQuorum} returns. */
export type GetDisputeQuorumReturnType = bigint

/** What {@link getDisputeQuorum} can fail with. */
export type GetDisputeQuorumErrorType = ReadErrorType

/**
 * Reads how many votes a dispute needs to be ruled.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns units of the token.
 * @throws {UnknownDisputeError} if there is none.
 * @example
 * await getDisputeQuorum(client, { membersAppeal, dispute: 1n })
 */
export async function getDisputeQuorum<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetDisputeQuorumParameters,
): Promise<GetDisputeQuorumReturnType> {
  const { membersAppeal, dispute } = parameters
  return read(client, parameters, {
    abi: membersAppealAbi,
    address: membersAppeal,
    functionName: 'quorumOf',
    args: [dispute],
  })
}
