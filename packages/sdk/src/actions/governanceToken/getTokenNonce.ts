import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkTokenAbi } from '../../abis/bulwarkTokenAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getTokenNonce} takes. */
export type GetTokenNonceParameters = ReadOptions & {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
  /** The account. */
  account: Address
}

/** What {@link getTokenNonce} returns. */
export type GetTokenNonceReturnType = bigint

/** What {@link getTokenNonce} can fail with. */
export type GetTokenNonceErrorType = ReadErrorType

/**
 * Reads the next nonce of an account: permits and delegations count together.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the nonce.
 * @example
 * await getTokenNonce(client, { governanceToken, account: alice })
 */
export async function getTokenNonce<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetTokenNonceParameters,
): Promise<GetTokenNonceReturnType> {
  const { governanceToken, account } = parameters
  return read(client, parameters, {
    abi: bulwarkTokenAbi,
    address: governanceToken,
    functionName: 'nonces',
    args: [account],
  })
}
