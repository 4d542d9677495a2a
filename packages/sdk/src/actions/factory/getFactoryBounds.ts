import type { Address, Chain, Client, Transport } from 'viem'
import { poolFactoryAbi } from '../../abis/poolFactoryAbi.ts'
import { type ReadErrorType, type ReadOptions, read } from '../../internal/read.ts'

/** What {@link getFactoryBounds} takes. */
export type GetFactoryBoundsParameters = ReadOptions & {
  /** The address of `PoolFactory`. */
  factory: Address
}

/** What {@link getFactoryBounds} returns. */
export type GetFactoryBoundsReturnType = {
  /** Shortest cooldown, seconds. */
  minCooldown: bigint
  /** Longest cooldown, seconds. */
  maxCooldown: bigint
  /** Least correlation within a class, WAD. */
  minRho: bigint
  /** Least correlation across classes, WAD. */
  minR: bigint
  /** Lowest that the bound of the loss probabilities can be set to, WAD. */
  minLossProbability: bigint
  /** Largest charge on the amount insured, WAD per year. */
  maxKappa: bigint
  /** The most classes. */
  maxClasses: bigint
}

/** What {@link getFactoryBounds} can fail with. */
export type GetFactoryBoundsErrorType = ReadErrorType

/**
 * Reads the bounds of what a pool can be created with.
 *
 * @param client a viem client.
 * @param parameters the contract.
 * @example
 * const { minCooldown } = await getFactoryBounds(client, { factory })
 */
export async function getFactoryBounds<chain extends Chain | undefined>(
  client: Client<Transport, chain>,
  parameters: GetFactoryBoundsParameters,
): Promise<GetFactoryBoundsReturnType> {
  const call = { abi: poolFactoryAbi, address: parameters.factory, args: [] } as const
  const [minCooldown, maxCooldown, minRho, minR, minLossProbability, maxKappa, maxClasses] = await Promise.all([
    read(client, parameters, { ...call, functionName: 'MIN_COOLDOWN' }),
    read(client, parameters, { ...call, functionName: 'MAX_COOLDOWN' }),
    read(client, parameters, { ...call, functionName: 'MIN_RHO' }),
    read(client, parameters, { ...call, functionName: 'MIN_R' }),
    read(client, parameters, { ...call, functionName: 'MIN_LOSS_PROBABILITY' }),
    read(client, parameters, { ...call, functionName: 'MAX_KAPPA' }),
    read(client, parameters, { ...call, functionName: 'MAX_CLASSES' }),
  ])
  return { minCooldown, maxCooldown, minRho, minR, minLossProbability, maxKappa, maxClasses }
}
