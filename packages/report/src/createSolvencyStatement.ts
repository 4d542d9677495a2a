import type { Address, Client, Transport } from 'viem'
import { getBlock } from 'viem/actions'
import { explainFailure } from './chain/explainFailure.ts'
import { readPoolFacts } from './facts/readPoolFacts.ts'
import { composeStatement } from './statement/composeStatement.ts'
import type { SolvencyStatement } from './types.ts'

/** The parameters of {@link createSolvencyStatement}. */
export type CreateSolvencyStatementParameters = {
  pool: Address
  /** The address of `Covers` of the deployment. */
  covers: Address
  /** The block. @default the newest that is final, or the newest where the node knows of none */
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
  const blockNumber = parameters.blockNumber ?? (await finalBlock(client))
  return composeStatement(await readPoolFacts(client, { ...parameters, blockNumber }))
}

async function finalBlock(client: Client<Transport>): Promise<bigint> {
  try {
    return (await getBlock(client, { blockTag: 'finalized' })).number
  } catch {
    // Not every chain knows finality by that name.
    const { number } = await getBlock(client, { blockTag: 'latest' }).catch((error: unknown) => {
      throw explainFailure(error, { asked: 'its newest block', blockNumber: 0n })
    })
    return number
  }
}
