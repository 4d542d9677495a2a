import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getMaxDeposit} takes. */
export type GetMaxDepositParameters = ReadOptions & {
  /** The pool. */
  pool: Address
  /** Who would receive the shares. */
  receiver: Address
}

/** What {@link getMaxDeposit} returns. */
export type GetMaxDepositReturnType = bigint

/** What {@link getMaxDeposit} can fail with. */
export type GetMaxDepositErrorType = ReadErrorType

/**
 * Reads the most that can be deposited: zero while the pool is closed, or behind the journal.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns units of the pool's asset.
 * @example
 * const assets = await getMaxDeposit(client, { pool, receiver: alice })
 */
export async function getMaxDeposit<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetMaxDepositParameters,
): Promise<GetMaxDepositReturnType> {
  const { pool, receiver } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'maxDeposit', args: [receiver] })
}
