import type { Address, Chain, Client, Transport } from 'viem'
import { coversAbi } from '../../abis/coversAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link isCoverOperator} takes. */
export type IsCoverOperatorParameters = ReadOptions & {
  /** The address of `Covers`. */
  covers: Address
  /** The owner. */
  owner: Address
  /** The operator. */
  operator: Address
}

/** What {@link isCoverOperator} returns. */
export type IsCoverOperatorReturnType = boolean

/** What {@link isCoverOperator} can fail with. */
export type IsCoverOperatorErrorType = ReadErrorType

/**
 * Reads whether an operator is approved for all covers of an owner.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns true if it is.
 * @example
 * const approved = await isCoverOperator(client, { covers, owner: alice, operator: bob })
 */
export async function isCoverOperator<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: IsCoverOperatorParameters,
): Promise<IsCoverOperatorReturnType> {
  const { covers, owner, operator } = parameters
  return read(client, parameters, {
    abi: coversAbi,
    address: covers,
    functionName: 'isApprovedForAll',
    args: [owner, operator],
  })
}
