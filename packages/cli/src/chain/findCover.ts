import { type Cover, getCover, getCoverOwner, getCoverPool } from '@bulwark/sdk'
import type { Address } from 'viem'
import { NotFoundError } from '../errors.ts'
import { parseCount } from '../parse/parseCount.ts'
import type { Connection } from './connect.ts'
import { findPool, type Pool } from './pools.ts'

/** A cover, its owner and its pool. */
export type FoundCover = { readonly id: bigint; readonly cover: Cover; readonly owner: Address; readonly pool: Pool }

/**
 * Finds a cover by its id.
 *
 * @throws {UsageError} if it is no id.
 * @throws {NotFoundError} if there is no such cover, or no longer.
 * @example
 * const { cover, pool } = await findCover(connection, '1099511627777')
 */
export async function findCover(connection: Connection, text: string): Promise<FoundCover> {
  const id = parseCount(text, { what: 'cover', least: 1n })
  const { client, core } = connection
  const at = { covers: core.covers, id }
  const [owner, cover, address] = await Promise.all([
    getCoverOwner(client, at).catch(() => undefined),
    getCover(client, at).catch(() => undefined),
    getCoverPool(client, at).catch(() => undefined),
  ])
  if (owner === undefined || cover === undefined || address === undefined) {
    const advice = '`bulwark covers` lists yours.'
    throw new NotFoundError(`There is no cover ${id}.`, { advice })
  }
  return { id, cover, owner, pool: await findPool(connection, address) }
}
