import type { Address, Chain, Client, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { Assessor } from '../../types/court.ts'

/** What {@link getAssessor} takes. */
export type GetAssessorParameters = ReadOptions & {
  /** The address of `Court`. */
  court: Address
  /** The assessor. */
  assessor: Address
}

/** What {@link getAssessor} returns. */
export type GetAssessorReturnType = Assessor

/** What {@link getAssessor} can fail with. */
export type GetAssessorErrorType = ReadErrorType

/**
 * Reads what an assessor has at stake.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns it, in grains.
 * @example
 * const { staked } = await getAssessor(client, { court, assessor: bob })
 */
export async function getAssessor<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetAssessorParameters,
): Promise<GetAssessorReturnType> {
  const { court, assessor } = parameters
  return read(client, parameters, {
    abi: courtAbi,
    address: court,
    functionName: 'assessorOf',
    args: [assessor],
  })
}
