import type { Address, Chain, Client, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { type CaseOutcome, caseOutcomes } from '../../types/court.ts'

/** What {@link getCaseOutcome} takes. */
export type GetCaseOutcomeParameters = ReadOptions & {
  /** The address of `Court`. */
  court: Address
  /** Number of the incident. */
  incident: bigint
}

/** What {@link getCaseOutcome} returns. */
export type GetCaseOutcomeReturnType = CaseOutcome

/** What {@link getCaseOutcome} can fail with. */
export type GetCaseOutcomeErrorType = ReadErrorType

/**
 * Reads where a case stands and, if decided, its final award.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns both.
 * @throws {UnknownCaseError} if the case was not opened.
 * @example
 * const { outcome, award } = await getCaseOutcome(client, { court, incident: 1n })
 */
export async function getCaseOutcome<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCaseOutcomeParameters,
): Promise<GetCaseOutcomeReturnType> {
  const { court, incident } = parameters
  const [outcome, award] = await read(client, parameters, {
    abi: courtAbi,
    address: court,
    functionName: 'outcomeOf',
    args: [incident],
  })
  return { outcome: caseOutcomes[outcome] ?? 'pending', award }
}
