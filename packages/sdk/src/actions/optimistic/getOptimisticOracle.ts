import type { Address, Chain, Client, Transport } from 'viem'
import { optimisticAbi } from '../../abis/optimisticAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getOptimisticOracle} takes. */
export type GetOptimisticOracleParameters = ReadOptions & {
  /** The address of `Optimistic`. */
  optimistic: Address
}

/** What {@link getOptimisticOracle} returns. */
export type GetOptimisticOracleReturnType = Address

/** What {@link getOptimisticOracle} can fail with. */
export type GetOptimisticOracleErrorType = ReadErrorType

/**
 * Reads where UMA's Optimistic Oracle V3 is.
 *
 * @param client a viem client.
 * @param parameters the contract, and what to ask it for.
 * @returns its address.
 * @example
 * const oracle = await getOptimisticOracle(client, { optimistic })
 */
export async function getOptimisticOracle<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetOptimisticOracleParameters,
): Promise<GetOptimisticOracleReturnType> {
  const { optimistic } = parameters
  return read(client, parameters, {
    abi: optimisticAbi,
    address: optimistic,
    functionName: 'ORACLE',
    args: [],
  })
}
