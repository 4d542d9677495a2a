import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getCommitment} takes. */
export type GetCommitmentParameters = ReadOptions & {
  /** The address of `Court`. */
  court: Address
  /** Number of the incident. */
  incident: bigint
  /** The assessor. */
  assessor: Address
}

/** What {@link getCommitment} returns. */
export type GetCommitmentReturnType = Hex

/** What {@link getCommitment} can fail with. */
export type GetCommitmentErrorType = ReadErrorType

/**
 * Reads what an assessor committed himself to.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the commitment; zero if none or revealed, one if he is barred.
 * @example
 * await getCommitment(client, { court, incident: 1n, assessor: bob })
 */
export async function getCommitment<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCommitmentParameters,
): Promise<GetCommitmentReturnType> {
  const { court, incident, assessor } = parameters
  return read(client, parameters, {
    abi: courtAbi,
    address: court,
    functionName: 'commitmentBy',
    args: [incident, assessor],
  })
}
