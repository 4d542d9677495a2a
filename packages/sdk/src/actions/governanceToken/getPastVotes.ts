import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkTokenAbi } from '../../abis/bulwarkTokenAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getPastVotes} takes. */
export type GetPastVotesParameters = ReadOptions & {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
  /** The account. */
  account: Address
  /** Unix seconds, in the past. */
  timepoint: bigint
}

/** What {@link getPastVotes} returns. */
export type GetPastVotesReturnType = bigint

/** What {@link getPastVotes} can fail with. */
export type GetPastVotesErrorType = ReadErrorType

/**
 * Reads the votes of an account at a time.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns votes, 18 decimals.
 * @throws {ERC5805FutureLookupError} if the time has not passed.
 * @example
 * await getPastVotes(client, { governanceToken, account: alice, timepoint: 1_700_000_000n })
 */
export async function getPastVotes<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetPastVotesParameters,
): Promise<GetPastVotesReturnType> {
  const { governanceToken, account, timepoint } = parameters
  return read(client, parameters, {
    abi: bulwarkTokenAbi,
    address: governanceToken,
    functionName: 'getPastVotes',
    args: [account, timepoint],
  })
}
