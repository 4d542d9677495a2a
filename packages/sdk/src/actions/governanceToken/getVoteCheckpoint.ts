import type { Address, Chain, Client, Transport } from 'viem'
import { bulwarkTokenAbi } from '../../abis/bulwarkTokenAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getVoteCheckpoint} takes. */
export type GetVoteCheckpointParameters = ReadOptions & {
  /** The address of `BulwarkToken`. */
  governanceToken: Address
  /** The account. */
  account: Address
  /** Number of the checkpoint, from 0. */
  position: bigint
}

/** What {@link getVoteCheckpoint} returns. */
export type GetVoteCheckpointReturnType = { _key: bigint; _value: bigint }

/** What {@link getVoteCheckpoint} can fail with. */
export type GetVoteCheckpointErrorType = ReadErrorType

/**
 * Reads a checkpoint of the votes of an account.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns `_key`: unix seconds; `_value`: votes.
 * @example
 * await getVoteCheckpoint(client, { governanceToken, account: alice, position: 0n })
 */
export async function getVoteCheckpoint<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetVoteCheckpointParameters,
): Promise<GetVoteCheckpointReturnType> {
  const { governanceToken, account, position } = parameters
  return read(client, parameters, {
    abi: bulwarkTokenAbi,
    address: governanceToken,
    functionName: 'checkpoints',
    args: [account, position],
  })
}
