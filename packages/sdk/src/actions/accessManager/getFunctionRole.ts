import type { Address, Chain, Client, Hex, Transport } from 'viem'
import { bulwarkAccessManagerAbi } from '../../abis/bulwarkAccessManagerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getFunctionRole} takes. */
export type GetFunctionRoleParameters = ReadOptions & {
  /** The address of `BulwarkAccessManager`. */
  accessManager: Address
  /** The contract. */
  target: Address
  /** Selector of the function. */
  selector: Hex
}

/** What {@link getFunctionRole} returns. */
export type GetFunctionRoleReturnType = bigint

/** What {@link getFunctionRole} can fail with. */
export type GetFunctionRoleErrorType = ReadErrorType

/**
 * Reads which role a restricted function needs.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns number of the role.
 * @example
 * await getFunctionRole(client, { accessManager, target: listings, selector: dataHash })
 */
export async function getFunctionRole<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetFunctionRoleParameters,
): Promise<GetFunctionRoleReturnType> {
  const { accessManager, target, selector } = parameters
  return read(client, parameters, {
    abi: bulwarkAccessManagerAbi,
    address: accessManager,
    functionName: 'getTargetFunctionRole',
    args: [target, selector],
  })
}
