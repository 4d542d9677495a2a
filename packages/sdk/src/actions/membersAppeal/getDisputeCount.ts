import type { Address, Chain, Client, Transport } from 'viem'
import { membersAppealAbi } from '../../abis/membersAppealAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getDisputeCount} takes. */
export type GetDisputeCountParameters = ReadOptions & {
  /** The address of `MembersAppeal`. */
  membersAppeal: Address
}

/** What {@link getDisputeCount} returns. */
export type GetDisputeCountReturnType = bigint

/** What {@link getDisputeCount} can fail with. */
export type GetDisputeCountErrorType = ReadErrorType

/**
 * Reads how many disputes there are.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the number of the last one.
 * @example
 * await getDisputeCount(client, { membersAppeal })
 */
export async function getDisputeCount<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetDisputeCountParameters,
): Promise<GetDisputeCountReturnType> {
  const { membersAppeal } = parameters
  return read(client, parameters, {
    abi: membersAppealAbi,
    address: membersAppeal,
    functionName: 'count',
    args: [],
  })
}
