import { coversAbi } from '@bulwark/sdk'
import {
  type Address,
  type Client,
  encodeEventTopics,
  getAddress,
  type Hex,
  isAddress,
  isHash,
  padHex,
  type Transport,
} from 'viem'
import { getBlock, readContract } from 'viem/actions'
import { explainFailure } from '../chain/explainFailure.ts'
import { readLogs } from '../chain/readLogs.ts'
import { UnknownBlockError, UnknownPoolError } from '../errors.ts'
import type { SolvencyStatement } from '../types.ts'
import type { ReadPoolFactsParameters } from './readPoolFacts.ts'

/**
 * Which pool and which block a statement speaks of. Where one of its own words is wrong the others tell, so that it can
 * be named rather than everything refused: block number and hash, pool and its number, `Covers` and its event.
 *
 * @throws {UnknownBlockError} if the node knows neither the block's number nor its hash.
 * @throws {UnknownPoolError} if nothing in the statement leads to a pool.
 * @example
 * const where = await locateStatement(client, statement)
 */
export async function locateStatement(
  client: Client<Transport>,
  statement: Partial<SolvencyStatement>,
): Promise<ReadPoolFactsParameters> {
  const blockNumber = await locateBlock(client, statement.block)
  try {
    return { ...(await locatePool(client, statement, blockNumber)), blockNumber }
  } catch (error) {
    if (error instanceof UnknownPoolError) throw error
    throw explainFailure(error, { asked: 'for the pool', blockNumber })
  }
}

async function locateBlock(
  client: Client<Transport>,
  stated: Partial<SolvencyStatement['block']> = {},
): Promise<bigint> {
  const number = bigintOf(stated.number)
  const byNumber = number === undefined ? undefined : await findBlock(client, { blockNumber: number })
  if (byNumber !== undefined && byNumber.hash === stated.hash) return byNumber.number
  const byHash = isHash(String(stated.hash)) ? await findBlock(client, { blockHash: stated.hash as Hex }) : undefined
  const canonical = byHash && (await findBlock(client, { blockNumber: byHash.number }))
  if (canonical && canonical.hash === byHash.hash) return canonical.number
  if (byNumber !== undefined) return byNumber.number
  throw new UnknownBlockError({ block: number ?? (String(stated.hash) as Hex) })
}

async function findBlock(client: Client<Transport>, which: { blockNumber: bigint } | { blockHash: Hex }) {
  try {
    const { number, hash } = await getBlock(client, which as { blockNumber: bigint })
    return { number: number as bigint, hash: hash as Hex }
  } catch (error) {
    const explained = explainFailure(error, { asked: 'for a block', blockNumber: 0n })
    if (explained instanceof UnknownBlockError) return undefined
    throw explained
  }
}

async function locatePool(
  client: Client<Transport>,
  { contracts, pool: stated }: Partial<SolvencyStatement>,
  blockNumber: bigint,
): Promise<Omit<ReadPoolFactsParameters, 'blockNumber'>> {
  const [covers, pool] = [addressOf(contracts?.covers?.address), addressOf(contracts?.pool?.address)]
  const created = bigintOf(stated?.createdAtBlock)
  const at = { blockNumber, abi: coversAbi } as const
  const silent = (error: Error) => {
    if (error.name === 'ContractFunctionExecutionError') return undefined
    throw error
  }
  if (pool !== undefined) {
    const topics = encodeEventTopics({ abi: coversAbi, eventName: 'PoolRegistered' }) as Hex[]
    const registered = async (range: { fromBlock: bigint; toBlock: bigint; address?: Address }) =>
      (await readLogs(client, { ...range, topics: [...topics, padHex(pool, { size: 32 })] }))[0]
    const there =
      created === undefined || created > blockNumber
        ? undefined
        : await registered({ fromBlock: created, toBlock: created })
    const knows = async (address: Address) =>
      (await readContract(client, { ...at, address, functionName: 'numberOf', args: [pool] }).catch(silent)) ?? 0
    if (covers !== undefined && (await knows(covers)) > 0) {
      return { pool, covers, fromBlock: there === undefined ? 0n : (created as bigint) }
    }
    if (there !== undefined && (await knows(there.address)) > 0) {
      return { pool, covers: there.address, fromBlock: created as bigint }
    }
  }
  const number = bigintOf(stated?.number)
  if (covers !== undefined && number !== undefined) {
    const args = [number] as const
    const byNumber = await readContract(client, { ...at, address: covers, functionName: 'poolByNumber', args }).catch(
      silent,
    )
    if (byNumber !== undefined && BigInt(byNumber) !== 0n) return { pool: byNumber, covers, fromBlock: 0n }
  }
  throw new UnknownPoolError({ pool: pool ?? '0x', covers: covers ?? '0x', blockNumber })
}

function bigintOf(text: unknown): bigint | undefined {
  return typeof text === 'string' && /^(0|[1-9]\d{0,18})$/.test(text) ? BigInt(text) : undefined
}

function addressOf(text: unknown): Address | undefined {
  if (typeof text !== 'string' || !isAddress(text, { strict: false })) return undefined
  return getAddress(text.toLowerCase())
}
