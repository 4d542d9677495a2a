import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkGovernorAbi } from '../../abis/bulwarkGovernorAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getGovernorSettings} takes. */
export type GetGovernorSettingsParameters = ReadOptions & {
  /** The address of `BulwarkGovernor`. */
  governor: Address
}

/** What {@link getGovernorSettings} returns. */
export type GetGovernorSettingsReturnType = {
  /** Seconds from a proposal to the vote. */
  votingDelay: bigint
  /** Seconds of the vote. */
  votingPeriod: bigint
  /** Votes that a proposer needs. */
  proposalThreshold: bigint
  /** Parts of the supply that must take part. */
  quorum: bigint
  /** Parts of the whole. */
  quorumOf: bigint
  /** Seconds left when the quorum is reached late. */
  lateExtension: bigint
}

/** What {@link getGovernorSettings} can fail with. */
export type GetGovernorSettingsErrorType = ReadErrorType

/**
 * Reads the settings of the governor.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the settings.
 * @example
 * await getGovernorSettings(client, { governor })
 */
export async function getGovernorSettings<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetGovernorSettingsParameters,
): Promise<GetGovernorSettingsReturnType> {
  const { governor } = parameters
  const call = { abi: bulwarkGovernorAbi, address: governor, args: [] } as const
  const [votingDelay, votingPeriod, proposalThreshold, quorum, quorumOf, lateExtension] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'votingDelay' }),
    read(client, parameters, { ...call, functionName: 'votingPeriod' }),
    read(client, parameters, { ...call, functionName: 'proposalThreshold' }),
    read(client, parameters, { ...call, functionName: 'quorumNumerator' }),
    read(client, parameters, { ...call, functionName: 'quorumDenominator' }),
    read(client, parameters, { ...call, functionName: 'lateQuorumVoteExtension' }),
  ])
  return { votingDelay, votingPeriod, proposalThreshold, quorum, quorumOf, lateExtension }
}
