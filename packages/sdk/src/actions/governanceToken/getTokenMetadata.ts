import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkTokenAbi } from '../../abis/bulwarkTokenAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getTokenMetadata} takes. */
export type GetTokenMetadataParameters = ReadOptions & {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
}

/** What {@link getTokenMetadata} returns. */
export type GetTokenMetadataReturnType = { name: string; symbol: string; decimals: number }

/** What {@link getTokenMetadata} can fail with. */
export type GetTokenMetadataErrorType = ReadErrorType

/**
 * Reads name, symbol and decimals of the token.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns name, symbol and decimals.
 * @example
 * await getTokenMetadata(client, { governanceToken })
 */
export async function getTokenMetadata<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetTokenMetadataParameters,
): Promise<GetTokenMetadataReturnType> {
  const { governanceToken } = parameters
  const call = { abi: bulwarkTokenAbi, address: governanceToken, args: [] } as const
  const [name, symbol, decimals] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'name' }),
    read(client, parameters, { ...call, functionName: 'symbol' }),
    read(client, parameters, { ...call, functionName: 'decimals' }),
  ])
  return { name, symbol, decimals }
}
