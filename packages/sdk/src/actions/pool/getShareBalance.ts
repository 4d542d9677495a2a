import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getShareBalance} takes. */
export type GetShareBalanceParameters = ReadOptions & {
  /** The pool. */
  pool: Address
  /** Who holds the shares. */
  owner: Address
}

/** What {@link getShareBalance} returns. */
export type GetShareBalanceReturnType = bigint

/** What {@link getShareBalance} can fail with. */
export type GetShareBalanceErrorType = ReadErrorType

/**
 * Reads how many shares of a pool an account holds.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns shares, 18 decimals.
 * @example
 * const shares = await getShareBalance(client, { pool, owner: alice })
 */
export async function getShareBalance<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetShareBalanceParameters,
): Promise<GetShareBalanceReturnType> {
  const { pool, owner } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'balanceOf', args: [owner] })
}
