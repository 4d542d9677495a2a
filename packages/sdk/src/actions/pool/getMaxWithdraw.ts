import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getMaxWithdraw} takes. */
export type GetMaxWithdrawParameters = ReadOptions & {
  /** The pool. */
  pool: Address
  /** Who may claim the exit. */
  controller: Address
}

/** What {@link getMaxWithdraw} returns. */
export type GetMaxWithdrawReturnType = bigint

/** What {@link getMaxWithdraw} can fail with. */
export type GetMaxWithdrawErrorType = ReadErrorType

/**
 * Reads what a controller can claim of processed exits, in assets.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns units of the pool's asset.
 * @example
 * const assets = await getMaxWithdraw(client, { pool, controller: alice })
 */
export async function getMaxWithdraw<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetMaxWithdrawParameters,
): Promise<GetMaxWithdrawReturnType> {
  const { pool, controller } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'maxWithdraw', args: [controller] })
}
