import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkGovernorAbi } from '../../abis/bulwarkGovernorAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getVoteNonce} takes. */
export type GetVoteNonceParameters = ReadOptions & {
  /** The address of `BulwarkGovernor`. */
  governor: Address
  /** The account. */
  account: Address
}

/** What {@link getVoteNonce} returns. */
export type GetVoteNonceReturnType = bigint

/** What {@link getVoteNonce} can fail with. */
export type GetVoteNonceErrorType = ReadErrorType

/**
 * Reads the next nonce of the votes that an account signs.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the nonce.
 * @example
 * await getVoteNonce(client, { governor, account: alice })
 */
export async function getVoteNonce<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetVoteNonceParameters,
): Promise<GetVoteNonceReturnType> {
  const { governor, account } = parameters
  return read(client, parameters, {
    abi: bulwarkGovernorAbi,
    address: governor,
    functionName: 'nonces',
    args: [account],
  })
}
