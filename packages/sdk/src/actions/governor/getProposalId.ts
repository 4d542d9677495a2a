import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkGovernorAbi } from '../../abis/bulwarkGovernorAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import { type ProposalCall, splitCalls } from '../../internal/splitCalls.ts'

/** What {@link getProposalId} takes. */
export type GetProposalIdParameters = ReadOptions & {
  /** The address of `BulwarkGovernor`. */
  governor: Address
  /** What it does, in order; any `prepare…` makes one. */
  calls: readonly ProposalCall[]
  /** Its text, part of its id. */
  description: string
}

/** What {@link getProposalId} returns. */
export type GetProposalIdReturnType = bigint

/** What {@link getProposalId} can fail with. */
export type GetProposalIdErrorType = ReadErrorType

/**
 * Reads the id that a proposal has, or would have.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the id.
 * @example
 * await getProposalId(client, { governor, calls: [prepareSetProtocolFee({ listings, fee: 300 })], description: 'Lower the fee' })
 */
export async function getProposalId<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetProposalIdParameters,
): Promise<GetProposalIdReturnType> {
  const { governor, calls, description } = parameters
  const { targets, values, calldatas, descriptionHash } = splitCalls(calls, description)
  return read(client, parameters, {
    abi: bulwarkGovernorAbi,
    address: governor,
    functionName: 'getProposalId',
    args: [targets, values, calldatas, descriptionHash],
  })
}
