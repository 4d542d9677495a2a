import type { Address, Chain, Client, Transport } from 'viem'
import { membersAppealAbi } from '../../abis/membersAppealAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getMembersAppealBounds} takes. */
export type GetMembersAppealBoundsParameters = ReadOptions & {
  /** The address of `MembersAppeal`. */
  membersAppeal: Address
}

/** What {@link getMembersAppealBounds} returns. */
export type GetMembersAppealBoundsReturnType = {
  /** The token whose holders vote. */
  token: Address
  /** Receives the fees. */
  treasury: Address
  /** Fee of a dispute, wei. */
  fee: bigint
  /** Length of a vote, seconds. */
  votingPeriod: bigint
  /** Part of all votes that must be cast, basis points. */
  quorum: bigint
  /** Most choices of a dispute. */
  maxChoices: bigint
}

/** What {@link getMembersAppealBounds} can fail with. */
export type GetMembersAppealBoundsErrorType = ReadErrorType

/**
 * Reads what is fixed for every dispute.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns each of them.
 * @example
 * const { fee } = await getMembersAppealBounds(client, { membersAppeal })
 */
export async function getMembersAppealBounds<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetMembersAppealBoundsParameters,
): Promise<GetMembersAppealBoundsReturnType> {
  const call = { abi: membersAppealAbi, address: parameters.membersAppeal, args: [] } as const
  const [token, treasury, fee, votingPeriod, quorum, maxChoices] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'TOKEN' }),
    read(client, parameters, { ...call, functionName: 'TREASURY' }),
    read(client, parameters, { ...call, functionName: 'FEE' }),
    read(client, parameters, { ...call, functionName: 'VOTING_PERIOD' }),
    read(client, parameters, { ...call, functionName: 'QUORUM' }),
    read(client, parameters, { ...call, functionName: 'MAX_CHOICES' }),
  ])
  return { token, treasury, fee, votingPeriod, quorum, maxChoices }
}
