import { getAsset, getPoolByNumber, getPoolCount, getPoolNumber } from '@bulwark/sdk'
import { type Address, getAddress, isAddress } from 'viem'
import { NotFoundError } from '../errors.ts'
import { parseAddress } from '../parse/parseAddress.ts'
import { parseCount } from '../parse/parseCount.ts'
import type { Connection } from './connect.ts'
import { getToken, type Token } from './tokens.ts'

/** A pool, and what it counts in. */
export type Pool = { readonly number: bigint; readonly address: Address; readonly asset: Token }

/**
 * Finds a pool by its number or its address.
 *
 * @throws {UsageError} if it is written as neither.
 * @throws {NotFoundError} if there is none.
 * @example
 * const pool = await findPool(connection, '1')
 */
export async function findPool(connection: Connection, text: string): Promise<Pool> {
  const { client, core } = connection
  if (/^#?\d+$/.test(text)) {
    const number = parseCount(text, { what: 'pool', least: 1n, most: 2n ** 32n - 1n })
    const address = await getPoolByNumber(client, { covers: core.covers, number })
    if (BigInt(address) === 0n) throw noPool(text)
    return describe(connection, number, address)
  }
  const address = parseAddress(text, 'pool')
  const number = await getPoolNumber(client, { covers: core.covers, pool: address })
  if (number === 0n) throw noPool(text)
  return describe(connection, number, address)
}

/**
 * Lists all pools, in the order in which they were made; those of one asset if it is named by symbol or address.
 *
 * @throws {NotFoundError} if no pool has that asset.
 * @example
 * for (const { address } of await listPools(connection, 'USDC')) console.log(address)
 */
export async function listPools(connection: Connection, asset?: string | undefined): Promise<readonly Pool[]> {
  const { client, core } = connection
  const count = Number(await getPoolCount(client, { factory: core.factory }))
  const pools = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const number = BigInt(index + 1)
      return describe(connection, number, await getPoolByNumber(client, { covers: core.covers, number }))
    }),
  )
  if (asset === undefined) return pools
  const wanted = asset.toLowerCase()
  const found = pools.filter(({ asset: { symbol, address } }) =>
    isAddress(asset, { strict: false }) ? address === getAddress(asset) : symbol.toLowerCase() === wanted,
  )
  if (found.length === 0) {
    const symbols = [...new Set(pools.map((pool) => pool.asset.symbol))].join(', ') || 'none at all'
    throw new NotFoundError(`No pool counts in ${JSON.stringify(asset)}.`, { advice: `There are pools in ${symbols}.` })
  }
  // Anybody may name a token as he likes: the same symbol may be another thing.
  if (new Set(found.map((pool) => pool.asset.address)).size > 1) {
    const advice = `Name it by address: ${[...new Set(found.map((pool) => pool.asset.address))].join(', ')}.`
    throw new NotFoundError(`Several assets are called ${asset}.`, { advice })
  }
  return found
}

async function describe(connection: Connection, number: bigint, address: Address): Promise<Pool> {
  const asset = await getAsset(connection.client, { pool: address })
  return { number, address, asset: await getToken(connection, asset) }
}

function noPool(text: string): NotFoundError {
  return new NotFoundError(`There is no pool ${text}.`, { advice: '`bulwark pools` lists those that there are.' })
}
