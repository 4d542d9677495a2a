import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkGovernorAbi } from '../../abis/bulwarkGovernorAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link hasVoted} takes. */
export type HasVotedParameters = ReadOptions & {
  /** The address of `BulwarkGovernor`. */
  governor: Address
  /** Its id. */
  proposal: bigint
  /** The account. */
  account: Address
}

/** What {@link hasVoted} returns. */
export type HasVotedReturnType = boolean

/** What {@link hasVoted} can fail with. */
export type HasVotedErrorType = ReadErrorType

/**
 * Reads whether an account has voted on a proposal.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns whether it has.
 * @example
 * await hasVoted(client, { governor, proposal: id, account: alice })
 */
export async function hasVoted<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: HasVotedParameters,
): Promise<HasVotedReturnType> {
  const { governor, proposal, account } = parameters
  return read(client, parameters, {
    abi: bulwarkGovernorAbi,
    address: governor,
    functionName: 'hasVoted',
    args: [proposal, account],
  })
}
