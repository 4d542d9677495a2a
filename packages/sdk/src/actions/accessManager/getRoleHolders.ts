import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkAccessManagerAbi } from '../../abis/bulwarkAccessManagerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getRoleHolders} takes. */
export type GetRoleHoldersParameters = ReadOptions & {
  /** The address of `BulwarkAccessManager`. */
  accessManager: Address
}

/** What {@link getRoleHolders} returns. */
export type GetRoleHoldersReturnType = { timelock: Address; deployer: Address }

/** What {@link getRoleHolders} can fail with. */
export type GetRoleHoldersErrorType = ReadErrorType

/**
 * Reads who holds ADMIN and REGISTRAR, and whether the deployer has handed over.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the timelock; the deployer, zero once it has handed over.
 * @example
 * await getRoleHolders(client, { accessManager })
 */
export async function getRoleHolders<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetRoleHoldersParameters,
): Promise<GetRoleHoldersReturnType> {
  const { accessManager } = parameters
  const call = { abi: bulwarkAccessManagerAbi, address: accessManager, args: [] } as const
  const [timelock, deployer] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'timelock' }),
    read(client, parameters, { ...call, functionName: 'deployer' }),
  ])
  return { timelock, deployer }
}
