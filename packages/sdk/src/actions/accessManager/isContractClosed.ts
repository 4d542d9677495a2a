import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkAccessManagerAbi } from '../../abis/bulwarkAccessManagerAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link isContractClosed} takes. */
export type IsContractClosedParameters = ReadOptions & {
  /** The address of `BulwarkAccessManager`. */
  accessManager: Address
  /** The contract. */
  target: Address
}

/** What {@link isContractClosed} returns. */
export type IsContractClosedReturnType = boolean

/** What {@link isContractClosed} can fail with. */
export type IsContractClosedErrorType = ReadErrorType

/**
 * Reads whether the restricted functions of a contract are closed to everybody.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns whether they are.
 * @example
 * await isContractClosed(client, { accessManager, target: listings })
 */
export async function isContractClosed<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: IsContractClosedParameters,
): Promise<IsContractClosedReturnType> {
  const { accessManager, target } = parameters
  return read(client, parameters, {
    abi: bulwarkAccessManagerAbi,
    address: accessManager,
    functionName: 'isTargetClosed',
    args: [target],
  })
}
