import { poolFactoryAbi } from '@bulwark/sdk'
import type { Connection } from './connect.ts'
import type { Pool } from './pools.ts'
import { scanEvents } from './scanEvents.ts'

/**
 * How long an exit from a pool takes at least, seconds: fixed when the pool was made.
 *
 * @example
 * const cooldown = await getCooldown(connection, pool)
 */
export async function getCooldown(connection: Connection, pool: Pool): Promise<bigint> {
  const [created] = await scanEvents(connection, {
    ...{ abi: poolFactoryAbi, address: connection.core.factory, eventName: 'PoolCreated' },
    args: { pool: pool.address },
  })
  const { cooldown = 0 } = (created?.args.parameters ?? {}) as { cooldown?: number }
  return BigInt(cooldown)
}
