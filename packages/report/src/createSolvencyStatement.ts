import type { Address, Client, Transport } from 'viem'
import { getBlock } from 'viem/actions'
import { explainFailure } from './chain/explainFailure.ts'
import { UnknownPoolError } from './errors.ts'
import { readPoolFacts } from './facts/readPoolFacts.ts'
import { composeStatement } from './statement/composeStatement.ts'
import type { SolvencyStatement } from './types.ts'

/** The parameters of {@link createSolvencyStatement}. */
export type CreateSolvencyStatementParameters = {
  pool: Address
  /** The address of `Covers` of the deployment. */
  covers: Address
  /** The block. @default the newest that is final; the newest where none is, or the pool is younger */
  blockNumber?: bigint | undefined
  /** The first block to look for the pool's creation in: the start block of the deployment. @default 0n */
  fromBlock?: bigint | undefined
}

/**
 * Makes the solvency statement of a pool at a block, from nothing but what a node answers.
 *
 * @throws {UnknownBlockError} if the node has no such block.
 * @throws {UnknownPoolError} if there was no such pool.
 * @throws {PrunedStateError} if the node has thrown the block's state away.
 * @throws {ReorganisedError} if the block was replaced while it was read.
 * @throws {NodeError} if the node does not answer.
 * @example
 * const statement = await createSolvencyStatement(client, { pool, covers, blockNumber: 17_000_000n })
 */
export async function createSolvencyStatement(
  client: Client<Transport>,
  parameters: CreateSolvencyStatementParameters,
): Promise<SolvencyStatement> {
  const { blockNumber } = parameters
  if (blockNumber !== undefined) return composeStatement(await readPoolFacts(client, { ...parameters, blockNumber }))
  const newest = await newestBlock(client)
  const final = await finalBlock(client)
  try {
    return composeStatement(await readPoolFacts(client, { ...parameters, blockNumber: final ?? newest }))
  } catch (error) {
    // A pool that is younger than what is final, as on a local chain.
    if (!(error instanceof UnknownPoolError) || final === undefined) throw error
    return composeStatement(await readPoolFacts(client, { ...parameters, blockNumber: newest }))
  }
}

async function newestBlock(client: Client<Transport>): Promise<bigint> {
  try {
    return (await getBlock(client, { blockTag: 'latest' })).number
  } catch (error) {
    throw explainFailure(error, { asked: 'its newest block', blockNumber: 0n })
  }
}

/** Not every chain knows finality by that name. */
async function finalBlock(client: Client<Transport>): Promise<bigint | undefined> {
  try {
    return (await getBlock(client, { blockTag: 'finalized' })).number
  } catch {
    return undefined
  }
}
