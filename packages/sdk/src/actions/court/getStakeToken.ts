import type { Address, Chain, Client, Transport } from 'viem'
import { courtAbi } from '../../abis/courtAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getStakeToken} takes. */
export type GetStakeTokenParameters = ReadOptions & {
  /** The address of `Court`. */
  court: Address
}

/** What {@link getStakeToken} returns. */
export type GetStakeTokenReturnType = Address

/** What {@link getStakeToken} can fail with. */
export type GetStakeTokenErrorType = ReadErrorType

/**
 * Reads which token assessors stake.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns its address.
 * @example
 * await getStakeToken(client, { court })
 */
export async function getStakeToken<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetStakeTokenParameters,
): Promise<GetStakeTokenReturnType> {
  const { court } = parameters
  return read(client, parameters, {
    abi: courtAbi,
    address: court,
    functionName: 'STAKE_TOKEN',
    args: [],
  })
}
