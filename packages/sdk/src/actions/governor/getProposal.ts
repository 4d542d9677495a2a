import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkGovernorAbi } from '../../abis/bulwarkGovernorAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getProposal} takes. */
export type GetProposalParameters = ReadOptions & {
  /** The address of `BulwarkGovernor`. */
  governor: Address
  /** Its id. */
  proposal: bigint
}

/** What {@link getProposal} returns. */
export type GetProposalReturnType = {
  /** Unix seconds whose votes count. */
  snapshot: bigint
  /** Unix seconds at which voting ends. */
  deadline: bigint
  /** Unix seconds from which it can be executed; zero: not queued. */
  eta: bigint
  proposer: Address
  /** Does it go through the timelock? */
  needsQueuing: boolean
}

/** What {@link getProposal} can fail with. */
export type GetProposalErrorType = ReadErrorType

/**
 * Reads the times of a proposal and who made it.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns its times.
 * @example
 * await getProposal(client, { governor, proposal: id })
 */
export async function getProposal<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetProposalParameters,
): Promise<GetProposalReturnType> {
  const { governor, proposal } = parameters
  const call = { abi: bulwarkGovernorAbi, address: governor, args: [proposal] } as const
  const [snapshot, deadline, eta, proposer, needsQueuing] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'proposalSnapshot' }),
    read(client, parameters, { ...call, functionName: 'proposalDeadline' }),
    read(client, parameters, { ...call, functionName: 'proposalEta' }),
    read(client, parameters, { ...call, functionName: 'proposalProposer' }),
    read(client, parameters, { ...call, functionName: 'proposalNeedsQueuing' }),
  ])
  return { snapshot, deadline, eta, proposer, needsQueuing }
}
