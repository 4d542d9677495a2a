import type { Address, Chain, Client, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { CaseVote } from '../../types/court.ts'

/** What {@link getCaseVotes} takes. */
export type GetCaseVotesParameters = ReadOptions & {
  /** The address of `Court`. */
  court: Address
  /** Number of the incident. */
  incident: bigint
}

/** What {@link getCaseVotes} returns. */
export type GetCaseVotesReturnType = readonly CaseVote[]

/** What {@link getCaseVotes} can fail with. */
export type GetCaseVotesErrorType = ReadErrorType

/**
 * Reads the revealed votes of a case, by seat.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the votes.
 * @throws {UnknownCaseError} if the case was not opened.
 * @example
 * const [first] = await getCaseVotes(client, { court, incident: 1n })
 */
export async function getCaseVotes<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCaseVotesParameters,
): Promise<GetCaseVotesReturnType> {
  const { court, incident } = parameters
  return read(client, parameters, {
    abi: courtAbi,
    address: court,
    functionName: 'votesOf',
    args: [incident],
  })
}
