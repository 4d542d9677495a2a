import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkAccessManagerAbi } from '../../abis/bulwarkAccessManagerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getRoleMembership} takes. */
export type GetRoleMembershipParameters = ReadOptions & {
  /** The address of `BulwarkAccessManager`. */
  accessManager: Address
  /** Number of the role. */
  role: bigint
  /** The account. */
  account: Address
}

/** What {@link getRoleMembership} returns. */
export type GetRoleMembershipReturnType = { isMember: boolean; delay: bigint }

/** What {@link getRoleMembership} can fail with. */
export type GetRoleMembershipErrorType = ReadErrorType

/**
 * Reads whether an account has a role, and how long ahead it has to announce calls.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns whether, and seconds.
 * @example
 * await getRoleMembership(client, { accessManager, role: 3n, account: alice })
 */
export async function getRoleMembership<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetRoleMembershipParameters,
): Promise<GetRoleMembershipReturnType> {
  const { accessManager, role, account } = parameters
  const [isMember, delay] = await read(client, parameters, {
    abi: bulwarkAccessManagerAbi,
    address: accessManager,
    functionName: 'hasRole',
    args: [role, account],
  })
  return { isMember, delay }
}
