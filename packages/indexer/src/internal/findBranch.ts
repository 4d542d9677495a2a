import type { Client } from 'pg'
import { BlockNotFoundError, type Client as NodeClient } from 'viem'
import { getBlock } from 'viem/actions'
import { readProgress } from '../readProgress.ts'

/**
 * Whether the chain still has the block that the tables hold for good. Later ones Ponder takes back itself; if that
 * one is gone, the chain was reorganised deeper than it can.
 */
export async function findBranch({
  client,
  node,
  schema,
}: {
  client: Client
  node: NodeClient
  schema: string
}): Promise<'same' | 'gone'> {
  const progress = await readProgress(client, schema)
  if (!progress) return 'same'
  const { rows } = await client.query(
    `select number, hash from "${schema}".blocks where number <= $1 order by number desc limit 1`,
    [progress.finalized.toString()],
  )
  const [kept] = rows
  if (!kept) return 'same'
  try {
    const { hash } = await getBlock(node, { blockNumber: BigInt(kept.number) })
    return hash === kept.hash ? 'same' : 'gone'
  } catch (error) {
    if (error instanceof BlockNotFoundError) return 'gone'
    throw error
  }
}
