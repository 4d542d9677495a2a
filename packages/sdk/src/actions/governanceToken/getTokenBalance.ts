import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkTokenAbi } from '../../abis/bulwarkTokenAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getTokenBalance} takes. */
export type GetTokenBalanceParameters = ReadOptions & {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
  /** The account. */
  account: Address
}

/** What {@link getTokenBalance} returns. */
export type GetTokenBalanceReturnType = bigint

/** What {@link getTokenBalance} can fail with. */
export type GetTokenBalanceErrorType = ReadErrorType

/**
 * Reads how many tokens an account has.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns units, 18 decimals.
 * @example
 * await getTokenBalance(client, { governanceToken, account: alice })
 */
export async function getTokenBalance<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetTokenBalanceParameters,
): Promise<GetTokenBalanceReturnType> {
  const { governanceToken, account } = parameters
  return read(client, parameters, {
    abi: bulwarkTokenAbi,
    address: governanceToken,
    functionName: 'balanceOf',
    args: [account],
  })
}
