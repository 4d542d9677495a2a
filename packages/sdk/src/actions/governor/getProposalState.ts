import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkGovernorAbi } from '../../abis/bulwarkGovernorAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { type ProposalState, proposalStates } from '../../types/governance.ts'

/** What {@link getProposalState} takes. */
export type GetProposalStateParameters = ReadOptions & {
  /** The address of `BulwarkGovernor`. */
  governor: Address
  /** Its id. */
  proposal: bigint
}

/** What {@link getProposalState} returns. */
export type GetProposalStateReturnType = ProposalState

/** What {@link getProposalState} can fail with. */
export type GetProposalStateErrorType = ReadErrorType

/**
 * Reads where a proposal stands.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns its state.
 * @throws {GovernorNonexistentProposalError} if there is none of this id.
 * @example
 * await getProposalState(client, { governor, proposal: id })
 */
export async function getProposalState<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetProposalStateParameters,
): Promise<GetProposalStateReturnType> {
  const { governor, proposal } = parameters
  const code = await read(client, parameters, {
    abi: bulwarkGovernorAbi,
    address: governor,
    functionName: 'state',
    args: [proposal],
  })
  return proposalStates[code] as ProposalState
}
