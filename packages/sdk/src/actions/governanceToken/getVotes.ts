import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkTokenAbi } from '../../abis/bulwarkTokenAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getVotes} takes. */
export type GetVotesParameters = ReadOptions & {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
  /** The account. */
  account: Address
}

/** What {@link getVotes} returns. */
export type GetVotesReturnType = bigint

/** What {@link getVotes} can fail with. */
export type GetVotesErrorType = ReadErrorType

/**
 * Reads the votes of an account now: what is delegated to it.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns votes, 18 decimals.
 * @example
 * await getVotes(client, { governanceToken, account: alice })
 */
export async function getVotes<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetVotesParameters,
): Promise<GetVotesReturnType> {
  const { governanceToken, account } = parameters
  return read(client, parameters, {
    abi: bulwarkTokenAbi,
    address: governanceToken,
    functionName: 'getVotes',
    args: [account],
  })
}
