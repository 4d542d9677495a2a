import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkTimelockAbi } from '../../abis/bulwarkTimelockAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link hasTimelockRole} takes. */
export type HasTimelockRoleParameters = ReadOptions & {
  /** The address of `BulwarkTimelock`. */
  timelock: Address
  /** The role. */
  role: 'proposer' | 'canceller' | 'executor' | 'admin'
  /** The account. */
  account: Address
}

/** What {@link hasTimelockRole} returns. */
export type HasTimelockRoleReturnType = boolean

/** What {@link hasTimelockRole} can fail with. */
export type HasTimelockRoleErrorType = ReadErrorType

/**
 * Reads whether an account has a role in the timelock.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns whether it has.
 * @example
 * await hasTimelockRole(client, { timelock, role: 'proposer', account: alice })
 */
export async function hasTimelockRole<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: HasTimelockRoleParameters,
): Promise<HasTimelockRoleReturnType> {
  const { timelock, role, account } = parameters
  const roles = {
    proposer: 'PROPOSER_ROLE',
    canceller: 'CANCELLER_ROLE',
    executor: 'EXECUTOR_ROLE',
    admin: 'DEFAULT_ADMIN_ROLE',
  } as const
  const call = { abi: bulwarkTimelockAbi, address: timelock } as const
  const id = await read(client, parameters, { ...call, functionName: roles[role], args: [] })
  return read(client, parameters, { ...call, functionName: 'hasRole', args: [id, account] })
}
