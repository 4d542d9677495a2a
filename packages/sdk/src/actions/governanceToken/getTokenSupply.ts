import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkTokenAbi } from '../../abis/bulwarkTokenAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getTokenSupply} takes. */
export type GetTokenSupplyParameters = ReadOptions & {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
}

/** What {@link getTokenSupply} returns. */
export type GetTokenSupplyReturnType = bigint

/** What {@link getTokenSupply} can fail with. */
export type GetTokenSupplyErrorType = ReadErrorType

/**
 * Reads how many tokens there are.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns units, 18 decimals.
 * @example
 * await getTokenSupply(client, { governanceToken })
 */
export async function getTokenSupply<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetTokenSupplyParameters,
): Promise<GetTokenSupplyReturnType> {
  const { governanceToken } = parameters
  return read(client, parameters, {
    abi: bulwarkTokenAbi,
    address: governanceToken,
    functionName: 'totalSupply',
    args: [],
  })
}
