import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { poolFactoryAbi } from '@bulwark/sdk'
import { type Client, createClient, custom, type EIP1193RequestFn, type Transport } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { poolStructs, poolVariables } from '../src/facts/poolStorage.ts'
import {
  canonicalJson,
  createSolvencyStatement,
  NodeError,
  PrunedStateError,
  ReorganisedError,
  type SolvencyStatement,
  UnknownBlockError,
  UnknownPoolError,
  verifyStatement,
} from '../src/index.ts'
import { type Held, holdScenario } from './fixtures/holdScenario.ts'
import { poolOf } from './fixtures/poolOf.ts'

let held: Held
let client: Client<Transport>

beforeAll(async () => {
  // Flights: keyed risks by the dozen, each with its own stream, group and run-off.
  held = await holdScenario('flights')
  client = held.bulwark.chain.public
}, 120_000)

afterAll(() => held.release())

/** The same node, but some of what is asked is answered by another. */
function intercepted(answer: (method: string, params: unknown[]) => unknown | undefined): Client<Transport> {
  const request: EIP1193RequestFn = (async (asked: { method: string; params?: unknown[] }) => {
    const { method, params = [] } = asked
    return answer(method, params) ?? (await client.request({ method, params } as never))
  }) as never
  return createClient({ transport: custom({ request }, { retryCount: 0 }) })
}

function allHolds({ checks, answers }: SolvencyStatement): void {
  expect(checks.filter(({ holds }) => !holds)).toEqual([])
  expect(answers.filter(({ equal }) => !equal)).toEqual([])
}

describe('behavior: stories of other kinds', () => {
  test.for(['flights', 'ydai-2021', 'nft-theft'])('%s', async (name, { expect }) => {
    const story = name === 'flights' ? held : await holdScenario(name)
    const chain = story.bulwark.chain.public
    const head = await chain.getBlockNumber()
    const { factory } = story.bulwark
    const count = await chain.readContract({ ...factory, abi: poolFactoryAbi, functionName: 'count' })
    for (let number = 1n; number <= count; number++) {
      const asked = await poolOf(story.bulwark, number)
      for (const blockNumber of [head - 4n, head]) {
        const statement = await createSolvencyStatement(chain, { ...asked, blockNumber })
        allHolds(statement)
        expect(statement.answers.length).toBeGreaterThanOrEqual(12)
        const { valid, findings } = await verifyStatement(chain, { file: { statement } })
        expect(findings).toEqual([])
        expect(valid).toBe(true)
      }
    }
    if (story !== held) await story.release()
  })
})

test('default', async () => {
  const statement = await createSolvencyStatement(client, await poolOf(held.bulwark, 1n))
  allHolds(statement)
  expect(statement).toMatchObject({ kind: 'bulwark-solvency-statement', version: 1, chain: { id: 31337 } })
})

test('behavior: without a block, what is final; the newest where that is older than the pool, or unknown', async () => {
  const asked = await poolOf(held.bulwark, 1n)
  const head = await held.bulwark.chain.public.getBlockNumber()
  const blockWhere = async (final: (number: string) => unknown) => {
    const node = intercepted((method, [tag]) =>
      method === 'eth_getBlockByNumber' && tag === 'finalized' ? final('0x2') : undefined,
    )
    return BigInt((await createSolvencyStatement(node, asked)).block.number)
  }
  const old = (number: string) => client.request({ method: 'eth_getBlockByNumber', params: [number as '0x2', false] })
  expect(await blockWhere(old)).toBe(head)
  expect(
    await blockWhere(() => {
      throw Object.assign(new Error('finalized block not found'), { code: -39_001 })
    }),
  ).toBe(head)
  expect(BigInt((await createSolvencyStatement(client, asked)).block.number)).toBeLessThan(head)
})

test('behavior: where things lie is what the compiler says', () => {
  const path = join(import.meta.dirname, '../../../contracts/out/Pool.sol/Pool.json')
  const { types } = JSON.parse(readFileSync(path, 'utf8')).storageLayout as {
    types: { [name: string]: { label: string; numberOfBytes: string; members?: Member[] } }
  }
  type Member = { label: string; slot: string; offset: number; type: string }
  const structOf = (name: string) => {
    const found = Object.values(types).find(({ label }) => new RegExp(`^struct (\\w+\\.)?${name}$`).test(label))
    return found?.members ?? []
  }
  const variables = Object.fromEntries(structOf('PoolState').map(({ label, slot }) => [label, BigInt(slot)]))
  expect(variables).toMatchObject(poolVariables)
  for (const [name, layout] of Object.entries(poolStructs)) {
    const places = structOf(name).map(({ label, slot, offset, type }) => {
      return [label, [Number(slot), offset, Number(types[type]?.numberOfBytes)]]
    })
    expect(Object.fromEntries(places), name).toMatchObject(layout)
  }
})

describe('behavior: how a node answers', () => {
  test('in any order, the same statement to the letter', async () => {
    const asked = { ...(await poolOf(held.bulwark, 1n)), blockNumber: await held.bulwark.chain.public.getBlockNumber() }
    const slow = intercepted((method, params) => {
      if (method !== 'eth_getStorageAt') return undefined
      return new Promise((resolve) => setTimeout(resolve, Math.random() * 20)).then(() =>
        client.request({ method, params } as never),
      )
    })
    const [one, two] = [await createSolvencyStatement(client, asked), await createSolvencyStatement(slow, asked)]
    expect(canonicalJson(two)).toBe(canonicalJson(one))
  })

  test('a range of logs that it finds too long is halved', async () => {
    const asked = { ...(await poolOf(held.bulwark, 1n)), blockNumber: await held.bulwark.chain.public.getBlockNumber() }
    let refused = 0
    const narrow = intercepted((method, [filter]) => {
      const { fromBlock, toBlock } = (filter ?? {}) as { fromBlock: string; toBlock: string }
      if (method !== 'eth_getLogs' || Number(toBlock) - Number(fromBlock) < 20) return undefined
      refused += 1
      throw Object.assign(new Error('eth_getLogs is limited to a 20 blocks range'), { code: -32_005 })
    })
    const [one, two] = [await createSolvencyStatement(client, asked), await createSolvencyStatement(narrow, asked)]
    expect(refused).toBeGreaterThan(3)
    expect(canonicalJson(two)).toBe(canonicalJson(one))
  })
})

describe('error: PrunedStateError', () => {
  test.for([
    'missing trie node 7f5b2f2c1e (path ) state 0x7f5b2f2c1e is not available, not found',
    'required historical state unavailable (reexec=128)',
    'state 0x51f1 is not available',
    'distance to target block exceeds maximum proof window',
    'No state available for block 0x21',
    'World state unavailable: historical state 0x21 has been pruned',
    'old data not available due to pruning',
  ])('%s', async (message, { expect }) => {
    const asked = { ...(await poolOf(held.bulwark, 1n)), blockNumber: 33n }
    const pruned = intercepted((method) => {
      if (method !== 'eth_getStorageAt' && method !== 'eth_call') return undefined
      throw Object.assign(new Error(message), { code: -32_000 })
    })
    await expect(createSolvencyStatement(pruned, asked)).rejects.toThrow(PrunedStateError)
    await expect(createSolvencyStatement(pruned, asked)).rejects.toThrow('Ask an archive node')
  })
})

test('error: ReorganisedError', async () => {
  const blockNumber = await held.bulwark.chain.public.getBlockNumber()
  const asked = { ...(await poolOf(held.bulwark, 1n)), blockNumber }
  let times = 0
  const moving = intercepted((method, params) => {
    if (method !== 'eth_getBlockByNumber' || Number(params[0]) !== Number(blockNumber)) return undefined
    times += 1
    return client.request({ method, params } as never).then((block: unknown) => {
      return times > 1 ? { ...(block as object), hash: `0x${'ab'.repeat(32)}` } : block
    })
  })
  const failure = createSolvencyStatement(moving, asked)
  await expect(failure).rejects.toThrow(ReorganisedError)
  await expect(failure).rejects.toMatchObject({ policy: 'retry' })
})

test('error: UnknownPoolError', async () => {
  const { pool, covers } = await poolOf(held.bulwark, 1n)
  await expect(createSolvencyStatement(client, { pool: covers, covers })).rejects.toThrow(UnknownPoolError)
  await expect(createSolvencyStatement(client, { pool, covers: pool })).rejects.toThrow(UnknownPoolError)
  await expect(createSolvencyStatement(client, { pool, covers, blockNumber: 2n })).rejects.toThrow(UnknownPoolError)
})

test('error: UnknownBlockError', async () => {
  const asked = { ...(await poolOf(held.bulwark, 1n)), blockNumber: 9_999_999n }
  await expect(createSolvencyStatement(client, asked)).rejects.toThrow(UnknownBlockError)
})

test('error: NodeError', async () => {
  const asked = await poolOf(held.bulwark, 1n)
  const silent = intercepted((method) => {
    if (method !== 'eth_getStorageAt') return undefined
    throw Object.assign(new Error('upstream connect error'), { code: -32_603 })
  })
  await expect(createSolvencyStatement(silent, asked)).rejects.toThrow(NodeError)
})
