import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'
import type { CapitalReport } from '../../types/pool.ts'

/** What {@link getCapital} takes. */
export type GetCapitalParameters = ReadOptions & {
  /** The pool. */
  pool: Address
}

/** What {@link getCapital} returns. */
export type GetCapitalReturnType = CapitalReport

/** What {@link getCapital} can fail with. */
export type GetCapitalErrorType = ReadErrorType

/**
 * Reads everything about a pool's capital.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @returns every figure as if streams had been accrued, as of the last step.
 * @example
 * const { high, scr, backing } = await getCapital(client, { pool })
 */
export async function getCapital<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetCapitalParameters,
): Promise<GetCapitalReturnType> {
  const { pool } = parameters
  return read(client, parameters, { abi: poolAbi, address: pool, functionName: 'capital', args: [] })
}
