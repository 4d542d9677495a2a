import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { membersAppealAbi } from '../../abis/membersAppealAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getAppealCost} takes. */
export type GetAppealCostParameters = ReadOptions & {
  /** The address of `MembersAppeal`. */
  membersAppeal: Address
  /** Number of the dispute. */
  dispute: bigint
  /** Of no meaning here. */
  extraData: Hex
}

/** What {@link getAppealCost} returns. */
export type GetAppealCostReturnType = bigint

/** What {@link getAppealCost} can fail with. */
export type GetAppealCostErrorType = ReadErrorType

/**
 * Reads the fee of an appeal (ERC-792): more than exists, as there is none.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns wei.
 * @example
 * await getAppealCost(client, { membersAppeal, dispute: 1n, extraData: '0x' })
 */
export async function getAppealCost<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetAppealCostParameters,
): Promise<GetAppealCostReturnType> {
  const { membersAppeal, dispute, extraData } = parameters
  return read(client, parameters, {
    abi: membersAppealAbi,
    address: membersAppeal,
    functionName: 'appealCost',
    args: [dispute, extraData],
  })
}
