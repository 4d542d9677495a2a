import { getGrain, poolAbi } from '@bulwark/sdk'
import type { Connection } from './connect.ts'
import type { Pool } from './pools.ts'
import { scanEvents } from './scanEvents.ts'

/** What a pool's curator allows under a listing. */
export type Backing = {
  readonly listing: bigint
  readonly class: number
  readonly group: bigint
  /** Units of the pool's asset. */
  readonly limit: bigint
}

/**
 * Reads what a pool backs, by the last word of its curator on each listing.
 *
 * @example
 * const backings = await getBackings(connection, pool)
 */
export async function getBackings(connection: Connection, pool: Pool): Promise<readonly Backing[]> {
  const events = await scanEvents(connection, { abi: poolAbi, address: pool.address, eventName: 'BackingSet' })
  const grain = getGrain(pool.asset.decimals)
  const last = new Map<bigint, Backing>()
  for (const { args } of events) {
    const { listing, class: number, group, limit } = args as Record<string, bigint>
    last.set(listing as bigint, {
      ...{ listing: listing as bigint, class: Number(number), group: BigInt(group ?? 0n) },
      limit: (limit as bigint) * grain,
    })
  }
  return [...last.values()].filter(({ limit }) => limit > 0n)
}
