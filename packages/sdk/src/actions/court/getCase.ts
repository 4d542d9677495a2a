import type { Address, Chain, Client, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { Case } from '../../types/court.ts'

/** What {@link getCase} takes. */
export type GetCaseParameters = ReadOptions & {
  /** The address of `Court`. */
  court: Address
  /** Number of the incident. */
  incident: bigint
}

/** What {@link getCase} returns. */
export type GetCaseReturnType = Case

/** What {@link getCase} can fail with. */
export type GetCaseErrorType = ReadErrorType

/**
 * Reads the case of an incident.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the case.
 * @throws {UnknownCaseError} if the case was not opened.
 * @example
 * const { commitFrom } = await getCase(client, { court, incident: 1n })
 */
export async function getCase<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCaseParameters,
): Promise<GetCaseReturnType> {
  const { court, incident } = parameters
  return read(client, parameters, {
    abi: courtAbi,
    address: court,
    functionName: 'caseOf',
    args: [incident],
  })
}
