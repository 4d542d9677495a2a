import type { Address, Chain, Client, Transport } from 'viem'
import { membersAppealAbi } from '../../abis/membersAppealAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { MembersDispute } from '../../types/court.ts'

/** What {@link getDispute} takes. */
export type GetDisputeParameters = ReadOptions & {
  /** The address of `MembersAppeal`. */
  membersAppeal: Address
  /** Number of the dispute. */
  dispute: bigint
}

/** What {@link getDispute} returns. */
export type GetDisputeReturnType = MembersDispute

/** What {@link getDispute} can fail with. */
export type GetDisputeErrorType = ReadErrorType

/**
 * Reads a dispute.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the dispute.
 * @throws {UnknownDisputeError} if there is none.
 * @example
 * const { until } = await getDispute(client, { membersAppeal, dispute: 1n })
 */
export async function getDispute<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetDisputeParameters,
): Promise<GetDisputeReturnType> {
  const { membersAppeal, dispute } = parameters
  return read(client, parameters, {
    abi: membersAppealAbi,
    address: membersAppeal,
    functionName: 'disputeOf',
    args: [dispute],
  })
}
