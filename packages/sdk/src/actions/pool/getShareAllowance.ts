import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getShareAllowance} takes. */
export type GetShareAllowanceParameters = ReadOptions & {
  /** The pool. */
  pool: Address
  /** Who holds the shares. */
  owner: Address
  /** Who may take them. */
  spender: Address
}

/** What {@link getShareAllowance} returns. */
export type GetShareAllowanceReturnType = bigint

/** What {@link getShareAllowance} can fail with. */
export type GetShareAllowanceErrorType = ReadErrorType

/**
 * Reads how many shares a spender may take from their owner.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns shares, 18 decimals.
 * @example
 * const shares = await getShareAllowance(client, { pool, owner: alice, spender: bob })
 */
export async function getShareAllowance<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetShareAllowanceParameters,
): Promise<GetShareAllowanceReturnType> {
  const { pool, owner, spender } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'allowance', args: [owner, spender] })
}
