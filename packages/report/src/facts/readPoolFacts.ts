import { incidentsAbi, poolAbi } from '@bulwark/sdk'
import { type Address, type Client, erc20Abi, getAddress, type Hash, parseEventLogs, type Transport } from 'viem'
import { getBlock } from 'viem/actions'
import { BlockReader } from '../chain/BlockReader.ts'
import { explainFailure } from '../chain/explainFailure.ts'
import { ReorganisedError } from '../errors.ts'
import { readBooks } from './readBooks.ts'
import { readIdentity } from './readIdentity.ts'
import { readIncidents } from './readIncidents.ts'
import { readRates } from './readRates.ts'
import { StorageView } from './StorageView.ts'
import type { PoolFacts } from './types.ts'

/** The parameters of {@link readPoolFacts}. */
export type ReadPoolFactsParameters = {
  pool: Address
  /** The address of `Covers`, where every pool of the deployment is registered. */
  covers: Address
  blockNumber: bigint
  /** The first block to look for the pool's creation in. @default 0n */
  fromBlock?: bigint | undefined
}

/**
 * Reads everything that a node says of a pool at a block: its storage, its events, the answers of its views.
 *
 * @throws {UnknownBlockError} if the node has no such block.
 * @throws {UnknownPoolError} if there was no such pool.
 * @throws {PrunedStateError} if the node has thrown the block's state away.
 * @throws {ReorganisedError} if the block was replaced while it was read.
 * @throws {NodeError} if the node does not answer.
 * @example
 * const facts = await readPoolFacts(client, { pool, covers, blockNumber: 17_000_000n })
 */
export async function readPoolFacts(
  client: Client<Transport>,
  parameters: ReadPoolFactsParameters,
): Promise<PoolFacts> {
  const { blockNumber, fromBlock = 0n } = parameters
  const [pool, covers] = [getAddress(parameters.pool), getAddress(parameters.covers)]
  const reader = new BlockReader(client, blockNumber)
  const block = await readBlock(client, blockNumber)
  const identity = await readIdentity(reader, { pool, covers, fromBlock, block })
  const storage = new StorageView(reader, pool)
  const logs = await reader.logs({ address: pool, fromBlock: identity.createdAtBlock, proves: 'evidence' })
  const events = parseEventLogs({ abi: poolAbi, logs })
  const token = { abi: erc20Abi, address: identity.asset.address, args: [pool] as const }
  const ownShares = { ...token, address: pool, proves: 'ownFunds.queuedShares' }
  const [balance, supply, queued, capital, journalLength, books, incidents] = await Promise.all([
    reader.ask({ ...token, functionName: 'balanceOf', proves: 'assets.balance' }),
    reader.ask({ abi: erc20Abi, address: pool, functionName: 'totalSupply', proves: 'ownFunds.shares' }),
    reader.ask({ ...ownShares, functionName: 'balanceOf' }),
    reader.ask({ abi: poolAbi, address: pool, functionName: 'capital', proves: 'answers' }),
    reader.ask({
      ...{ abi: incidentsAbi, address: identity.contracts.incidents.address, functionName: 'journalLength' },
      proves: 'pool.journal',
    }),
    readBooks(storage, { identity, events }),
    readIncidents(reader, { storage, identity, events }),
  ])
  const rates = await readRates(reader, { identity, listings: books.backings.map(({ listing }) => listing) })
  const { hash } = await readBlock(client, blockNumber)
  if (hash !== block.hash) throw new ReorganisedError({ blockNumber, expected: block.hash, actual: hash })
  const { evidence } = reader
  return { identity, balance, supply, queued, journalLength, capital, books, incidents, rates, evidence }
}

async function readBlock(client: Client<Transport>, blockNumber: bigint): Promise<PoolFacts['identity']['block']> {
  try {
    const { hash, timestamp } = await getBlock(client, { blockNumber })
    return { number: blockNumber, hash: hash as Hash, timestamp }
  } catch (error) {
    throw explainFailure(error, { asked: 'a block', blockNumber })
  }
}
