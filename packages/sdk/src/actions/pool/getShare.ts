import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getShare} takes. */
export type GetShareParameters = ReadOptions & {
  /** The pool. */
  pool: Address
}

/** What {@link getShare} returns. */
export type GetShareReturnType = Address

/** What {@link getShare} can fail with. */
export type GetShareErrorType = ReadErrorType

/**
 * Reads which token the shares of a pool are: the pool itself (ERC-7575).
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns the address of the ERC-20.
 * @example
 * await getShare(client, { pool })
 */
export async function getShare<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetShareParameters,
): Promise<GetShareReturnType> {
  const { pool } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'share', args: [] })
}
