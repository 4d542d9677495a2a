import type { Address, Chain, Client, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { CaseTally } from '../../types/court.ts'

/** What {@link getCaseTally} takes. */
export type GetCaseTallyParameters = ReadOptions & {
  /** The address of `Court`. */
  court: Address
  /** Number of the incident. */
  incident: bigint
}

/** What {@link getCaseTally} returns. */
export type GetCaseTallyReturnType = CaseTally

/** What {@link getCaseTally} can fail with. */
export type GetCaseTallyErrorType = ReadErrorType

/**
 * Reads what the votes revealed so far say.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the tally.
 * @throws {UnknownCaseError} if the case was not opened.
 * @example
 * const { quorate, award } = await getCaseTally(client, { court, incident: 1n })
 */
export async function getCaseTally<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCaseTallyParameters,
): Promise<GetCaseTallyReturnType> {
  const { court, incident } = parameters
  return read(client, parameters, {
    abi: courtAbi,
    address: court,
    functionName: 'tallyOf',
    args: [incident],
  })
}
