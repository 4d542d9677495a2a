import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkTokenAbi } from '../../abis/bulwarkTokenAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getTokenAllowance} takes. */
export type GetTokenAllowanceParameters = ReadOptions & {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
  /** Whose tokens they are. */
  owner: Address
  /** Who may take them. */
  spender: Address
}

/** What {@link getTokenAllowance} returns. */
export type GetTokenAllowanceReturnType = bigint

/** What {@link getTokenAllowance} can fail with. */
export type GetTokenAllowanceErrorType = ReadErrorType

/**
 * Reads how many tokens a spender may take.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns units, 18 decimals.
 * @example
 * await getTokenAllowance(client, { governanceToken, owner: alice, spender: bob })
 */
export async function getTokenAllowance<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetTokenAllowanceParameters,
): Promise<GetTokenAllowanceReturnType> {
  const { governanceToken, owner, spender } = parameters
  return read(client, parameters, {
    abi: bulwarkTokenAbi,
    address: governanceToken,
    functionName: 'allowance',
    args: [owner, spender],
  })
}
