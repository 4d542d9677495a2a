import { convertToAssets, getClaimableRedeemRequest, getPendingRedeemRequest, poolAbi } from '@bulwark/sdk'
import type { Address } from 'viem'
import { getBlock, readContract } from 'viem/actions'
import type { Connection } from './connect.ts'
import { getCooldown } from './getCooldown.ts'
import type { Pool } from './pools.ts'
import { scanEvents } from './scanEvents.ts'

/** What an account has on its way out of a pool. */
export type Exits = {
  readonly requests: readonly {
    readonly requestId: bigint
    readonly shares: bigint
    /** Units that they are worth now. */
    readonly assets: bigint
    /** Unix seconds from which on it may be processed. */
    readonly due: bigint
  }[]
  /** Processed, and not collected. */
  readonly claimable: { readonly shares: bigint; readonly assets: bigint }
}

/**
 * Reads what an account has on its way out of a pool.
 *
 * @example
 * const { requests, claimable } = await getExits(connection, pool, alice)
 */
export async function getExits(connection: Connection, pool: Pool, controller: Address): Promise<Exits> {
  const { client } = connection
  const at = { pool: pool.address }
  const scan = { abi: poolAbi, address: pool.address, eventName: 'RedeemRequest', args: { controller } }
  const latest = { ...connection, asOf: { ...connection.asOf, blockNumber: await client.getBlockNumber() } }
  const [asked, shares, assets, cooldown] = await Promise.all([
    scanEvents(latest, scan),
    getClaimableRedeemRequest(client, { ...at, controller }),
    readContract(client, { abi: poolAbi, address: pool.address, functionName: 'maxWithdraw', args: [controller] }),
    getCooldown(connection, pool),
  ])
  const requests = await Promise.all(
    asked.map(async ({ args, blockNumber }) => {
      const requestId = args.requestId as bigint
      const pending = await getPendingRedeemRequest(client, { ...at, requestId, controller })
      const worth = pending === 0n ? 0n : await convertToAssets(client, { ...at, shares: pending })
      const { timestamp } = await getBlock(client, { blockNumber })
      return { requestId, shares: pending, assets: worth, due: timestamp + cooldown }
    }),
  )
  return { requests: requests.filter((request) => request.shares > 0n), claimable: { shares, assets } }
}
