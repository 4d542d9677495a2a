import type { Address, Chain, Client, Transport } from 'viem'
import { poolAbi } from '../../abis/poolAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getPoolBounds} takes. */
export type GetPoolBoundsParameters = ReadOptions & {
  /** The pool. */
  pool: Address
}

/** What {@link getPoolBounds} returns. */
export type GetPoolBoundsReturnType = {
  /** Journal entries that an operation steps through by itself; more need `step`. */
  maxSteps: bigint
  /** Fewest shares that a deposit may mint. */
  minShares: bigint
  /** What the curator's delay exceeds the cooldown by, seconds. */
  curatorMargin: bigint
}

/** What {@link getPoolBounds} can fail with. */
export type GetPoolBoundsErrorType = ReadErrorType

/**
 * Reads the bounds that are written in the code of every pool.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @example
 * const { maxSteps } = await getPoolBounds(client, { pool })
 */
export async function getPoolBounds<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetPoolBoundsParameters,
): Promise<GetPoolBoundsReturnType> {
  const call = { abi: poolAbi, address: parameters.pool, args: [] } as const
  const [maxSteps, minShares, curatorMargin] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'MAX_STEPS' }),
    read(client, parameters, { ...call, functionName: 'MIN_SHARES' }),
    read(client, parameters, { ...call, functionName: 'CURATOR_MARGIN' }),
  ])
  return { maxSteps, minShares, curatorMargin }
}
