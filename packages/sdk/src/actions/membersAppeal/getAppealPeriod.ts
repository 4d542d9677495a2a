import type { Address, Chain, Client, Transport } from 'viem'
import { membersAppealAbi } from '../../abis/membersAppealAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getAppealPeriod} takes. */
export type GetAppealPeriodParameters = ReadOptions & {
  /** The address of `MembersAppeal`. */
  membersAppeal: Address
  /** Number of the dispute. */
  dispute: bigint
}

/** What {@link getAppealPeriod} returns. */
export type GetAppealPeriodReturnType = { start: bigint; end: bigint }

/** What {@link getAppealPeriod} can fail with. */
export type GetAppealPeriodErrorType = ReadErrorType

/**
 * Reads when a ruling can be appealed (ERC-792): never.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns both zero.
 * @example
 * await getAppealPeriod(client, { membersAppeal, dispute: 1n })
 */
export async function getAppealPeriod<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetAppealPeriodParameters,
): Promise<GetAppealPeriodReturnType> {
  const { membersAppeal, dispute } = parameters
  const [start, end] = await read(client, parameters, {
    abi: membersAppealAbi,
    address: membersAppeal,
    functionName: 'appealPeriod',
    args: [dispute],
  })
  return { start, end }
}
