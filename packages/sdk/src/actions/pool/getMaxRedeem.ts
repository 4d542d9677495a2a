import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getMaxRedeem} takes. */
export type GetMaxRedeemParameters = ReadOptions & {
  /** The pool. */
  pool: Address
  /** Who may claim the exit. */
  controller: Address
}

/** What {@link getMaxRedeem} returns. */
export type GetMaxRedeemReturnType = bigint

/** What {@link getMaxRedeem} can fail with. */
export type GetMaxRedeemErrorType = ReadErrorType

/**
 * Reads what a controller can claim of processed exits, in shares.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns shares.
 * @example
 * const shares = await getMaxRedeem(client, { pool, controller: alice })
 */
export async function getMaxRedeem<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetMaxRedeemParameters,
): Promise<GetMaxRedeemReturnType> {
  const { pool, controller } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'maxRedeem', args: [controller] })
}
