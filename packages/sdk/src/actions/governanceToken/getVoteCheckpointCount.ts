import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkTokenAbi } from '../../abis/bulwarkTokenAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getVoteCheckpointCount} takes. */
export type GetVoteCheckpointCountParameters = ReadOptions & {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
  /** The account. */
  account: Address
}

/** What {@link getVoteCheckpointCount} returns. */
export type GetVoteCheckpointCountReturnType = bigint

/** What {@link getVoteCheckpointCount} can fail with. */
export type GetVoteCheckpointCountErrorType = ReadErrorType

/**
 * Reads how many checkpoints the votes of an account have.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns the count.
 * @example
 * await getVoteCheckpointCount(client, { governanceToken, account: alice })
 */
export async function getVoteCheckpointCount<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetVoteCheckpointCountParameters,
): Promise<GetVoteCheckpointCountReturnType> {
  const { governanceToken, account } = parameters
  return read(client, parameters, {
    abi: bulwarkTokenAbi,
    address: governanceToken,
    functionName: 'numCheckpoints',
    args: [account],
  })
}
