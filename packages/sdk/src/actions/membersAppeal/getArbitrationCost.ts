import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { membersAppealAbi } from '../../abis/membersAppealAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getArbitrationCost} takes. */
export type GetArbitrationCostParameters = ReadOptions & {
  /** The address of `MembersAppeal`. */
  membersAppeal: Address
  /** Of no meaning here. */
  extraData: Hex
}

/** What {@link getArbitrationCost} returns. */
export type GetArbitrationCostReturnType = bigint

/** What {@link getArbitrationCost} can fail with. */
export type GetArbitrationCostErrorType = ReadErrorType

/**
 * Reads the fee of a dispute (ERC-792).
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns wei.
 * @example
 * await getArbitrationCost(client, { membersAppeal, extraData: '0x' })
 */
export async function getArbitrationCost<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetArbitrationCostParameters,
): Promise<GetArbitrationCostReturnType> {
  const { membersAppeal, extraData } = parameters
  return read(client, parameters, {
    abi: membersAppealAbi,
    address: membersAppeal,
    functionName: 'arbitrationCost',
    args: [extraData],
  })
}
