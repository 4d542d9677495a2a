import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkGovernorAbi } from '../../abis/bulwarkGovernorAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getProposalVotes} takes. */
export type GetProposalVotesParameters = ReadOptions & {
  /** The address of `BulwarkGovernor`. */
  governor: Address
  /** Its id. */
  proposal: bigint
}

/** What {@link getProposalVotes} returns. */
export type GetProposalVotesReturnType = { against: bigint; for: bigint; abstain: bigint }

/** What {@link getProposalVotes} can fail with. */
export type GetProposalVotesErrorType = ReadErrorType

/**
 * Reads the votes on a proposal.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns votes, 18 decimals.
 * @example
 * await getProposalVotes(client, { governor, proposal: id })
 */
export async function getProposalVotes<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetProposalVotesParameters,
): Promise<GetProposalVotesReturnType> {
  const { governor, proposal } = parameters
  const [against, inFavour, abstain] = await read(client, parameters, {
    abi: bulwarkGovernorAbi,
    address: governor,
    functionName: 'proposalVotes',
    args: [proposal],
  })
  return { against, for: inFavour, abstain }
}
