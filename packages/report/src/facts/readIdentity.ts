import { coversAbi, poolAbi, poolFactoryAbi } from '@bulwark/sdk'
import { ServiceError } from '@bulwark/service'
import { type Address, encodeEventTopics, erc20Abi, type Hex, padHex, parseEventLogs } from 'viem'
import { getBlock, getChainId } from 'viem/actions'
import type { BlockReader } from '../chain/BlockReader.ts'
import { UnknownPoolError } from '../errors.ts'
import type { IdentityFacts } from './types.ts'

/** The parameters of {@link readIdentity}. */
export type ReadIdentityParameters = {
  pool: Address
  covers: Address
  /** The first block to look for the pool's creation in. */
  fromBlock: bigint
  block: IdentityFacts['block']
}

/**
 * Reads which pool this is: its deployment, its creation, its asset.
 *
 * @throws {UnknownPoolError} if `Covers` knows no such pool at the block.
 * @example
 * const { number } = await readIdentity(reader, { pool, covers, fromBlock: 0n, block })
 */
export async function readIdentity(reader: BlockReader, parameters: ReadIdentityParameters): Promise<IdentityFacts> {
  const { pool, covers, fromBlock, block } = parameters
  const proves = 'contracts'
  const unknown = new UnknownPoolError({ pool, covers, blockNumber: block.number })
  const registered = await reader
    .ask({ abi: coversAbi, address: covers, functionName: 'numberOf', args: [pool], proves: 'pool.number' })
    .catch((error: Error) => {
      if (isNodeFailure(error)) throw error
      throw unknown
    })
  if (registered === 0) throw unknown
  const [factory, listings, incidents] = await Promise.all([
    reader.ask({ abi: coversAbi, address: covers, functionName: 'FACTORY', proves }),
    reader.ask({ abi: coversAbi, address: covers, functionName: 'LISTINGS', proves }),
    reader.ask({ abi: coversAbi, address: covers, functionName: 'INCIDENTS', proves }),
  ])
  const [creationTopic] = encodeEventTopics({ abi: poolFactoryAbi, eventName: 'PoolCreated' }) as [Hex]
  const topics = [creationTopic, padHex(pool, { size: 32 })]
  const found = await reader.search({ address: factory, topics, fromBlock })
  const createdAtBlock = BigInt(found[0]?.blockNumber ?? 0)
  const there = { fromBlock: createdAtBlock, toBlock: createdAtBlock }
  const creations = await reader.logs({ address: factory, topics, ...there, proves: 'pool' })
  const [creation] = parseEventLogs({ abi: poolFactoryAbi, eventName: 'PoolCreated', logs: creations })
  if (creation === undefined) throw unknown
  const fixed = creation.args.parameters

  const addresses = { covers, factory, incidents, listings, pool }
  const contracts = await Promise.all(
    Object.entries(addresses).map(async ([name, address]) => {
      return [name, { address, codeHash: await reader.codeHash(address) }] as const
    }),
  )
  const [chainId, genesis, name, symbol, asset] = await Promise.all([
    getChainId(reader.client),
    getBlock(reader.client, { blockNumber: 0n }),
    reader.ask({ abi: poolAbi, address: pool, functionName: 'name', proves: 'pool.name' }),
    reader.ask({ abi: poolAbi, address: pool, functionName: 'symbol', proves: 'pool.symbol' }),
    readAsset(reader, fixed.asset),
  ])
  const { decimals } = asset
  return {
    ...{ chainId, genesisHash: genesis.hash, block, number: BigInt(registered) },
    contracts: Object.fromEntries(contracts) as IdentityFacts['contracts'],
    createdAtBlock,
    ...{ name, symbol, asset },
    grain: 10n ** BigInt(Math.max(0, decimals - 6)),
    virtualShares: 10n ** BigInt(18 - decimals),
    ...{ cooldown: BigInt(fixed.cooldown), r: fixed.r / 10n ** 14n, kappa: fixed.kappa },
    classCount: fixed.classes.length,
  }
}

/** A token's description; what it does not say in words, as some old ones do not, is left empty. */
async function readAsset(reader: BlockReader, address: Address): Promise<IdentityFacts['asset']> {
  const asked = { abi: erc20Abi, address, proves: 'pool.asset' } as const
  const silent = (error: Error): string => {
    if (isNodeFailure(error)) throw error
    return ''
  }
  const [name, symbol, decimals] = await Promise.all([
    reader.ask({ ...asked, functionName: 'name' }).catch(silent),
    reader.ask({ ...asked, functionName: 'symbol' }).catch(silent),
    reader.ask({ ...asked, functionName: 'decimals' }),
  ])
  return { address, name, symbol, decimals }
}

/** A failure of the node; all else is the contract's own: it reverted, or answered what it should not. */
function isNodeFailure(error: Error): boolean {
  return error instanceof ServiceError
}
