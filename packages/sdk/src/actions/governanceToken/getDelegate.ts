import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkTokenAbi } from '../../abis/bulwarkTokenAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getDelegate} takes. */
export type GetDelegateParameters = ReadOptions & {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
  /** The account. */
  account: Address
}

/** What {@link getDelegate} returns. */
export type GetDelegateReturnType = Address

/** What {@link getDelegate} can fail with. */
export type GetDelegateErrorType = ReadErrorType

/**
 * Reads who votes with the tokens of an account; the zero address if nobody does.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the address.
 * @example
 * await getDelegate(client, { governanceToken, account: alice })
 */
export async function getDelegate<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetDelegateParameters,
): Promise<GetDelegateReturnType> {
  const { governanceToken, account } = parameters
  return read(client, parameters, {
    abi: bulwarkTokenAbi,
    address: governanceToken,
    functionName: 'delegates',
    args: [account],
  })
}
