import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkGovernorAbi } from '../../abis/bulwarkGovernorAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getGovernorBounds} takes. */
export type GetGovernorBoundsParameters = ReadOptions & {
  /** The address of `BulwarkGovernor`. */
  governor: Address
}

/** What {@link getGovernorBounds} returns. */
export type GetGovernorBoundsReturnType = Record<
  | 'minVotingDelay'
  | 'maxVotingDelay'
  | 'minVotingPeriod'
  | 'maxVotingPeriod'
  | 'maxProposalThreshold'
  | 'minQuorum'
  | 'maxQuorum'
  | 'minLateExtension'
  | 'maxLateExtension',
  bigint
>

/** What {@link getGovernorBounds} can fail with. */
export type GetGovernorBoundsErrorType = ReadErrorType

/**
 * Reads the bounds of the settings of the governor.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns times in seconds, the quorum in hundredths of the supply, the threshold in votes.
 * @example
 * await getGovernorBounds(client, { governor })
 */
export async function getGovernorBounds<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetGovernorBoundsParameters,
): Promise<GetGovernorBoundsReturnType> {
  const { governor } = parameters
  const call = { abi: bulwarkGovernorAbi, address: governor, args: [] } as const
  const [
    minVotingDelay,
    maxVotingDelay,
    minVotingPeriod,
    maxVotingPeriod,
    maxProposalThreshold,
    minQuorum,
    maxQuorum,
    minLateExtension,
    maxLateExtension,
  ] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'MIN_VOTING_DELAY' }),
    read(client, parameters, { ...call, functionName: 'MAX_VOTING_DELAY' }),
    read(client, parameters, { ...call, functionName: 'MIN_VOTING_PERIOD' }),
    read(client, parameters, { ...call, functionName: 'MAX_VOTING_PERIOD' }),
    read(client, parameters, { ...call, functionName: 'MAX_PROPOSAL_THRESHOLD' }),
    read(client, parameters, { ...call, functionName: 'MIN_QUORUM' }),
    read(client, parameters, { ...call, functionName: 'MAX_QUORUM' }),
    read(client, parameters, { ...call, functionName: 'MIN_LATE_EXTENSION' }),
    read(client, parameters, { ...call, functionName: 'MAX_LATE_EXTENSION' }),
  ])
  return {
    minVotingDelay,
    maxVotingDelay,
    minVotingPeriod,
    maxVotingPeriod,
    maxProposalThreshold,
    minQuorum,
    maxQuorum,
    minLateExtension,
    maxLateExtension,
  }
}
