import type { Address, Chain, Client, Transport } from 'viem'
import { membersAppealAbi } from '../../abis/membersAppealAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getDisputeStatus} takes. */
export type GetDisputeStatusParameters = ReadOptions & {
  /** The address of `MembersAppeal`. */
  membersAppeal: Address
  /** Number of the dispute. */
  dispute: bigint
}

/** What {@link getDisputeStatus} returns. */
export type GetDisputeStatusReturnType = number

/** What {@link getDisputeStatus} can fail with. */
export type GetDisputeStatusErrorType = ReadErrorType

/**
 * Reads where a dispute stands (ERC-792).
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns 0 waiting, 2 solved.
 * @throws {UnknownDisputeError} if there is none.
 * @example
 * await getDisputeStatus(client, { membersAppeal, dispute: 1n })
 */
export async function getDisputeStatus<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetDisputeStatusParameters,
): Promise<GetDisputeStatusReturnType> {
  const { membersAppeal, dispute } = parameters
  return read(client, parameters, {
    abi: membersAppealAbi,
    address: membersAppeal,
    functionName: 'disputeStatus',
    args: [dispute],
  })
}
