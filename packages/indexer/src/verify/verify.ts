import { setTimeout as wait } from 'node:timers/promises'
import { PoolDivergedError } from '@bulwark/risk/mirror'
import type { Deployment } from '@bulwark/sdk'
import { FatalError, RetryableError } from '@bulwark/service'
import { Client } from 'pg'
import type { Abi, Client as NodeClient } from 'viem'
import { getBlock, readContract } from 'viem/actions'
import { createMirrorReader } from '../createMirrorReader.ts'
import { readProgress } from '../readProgress.ts'
import { schemaNameOf } from '../schemaNameOf.ts'
import { checkCovers } from './checks/covers.ts'
import { checkGovernance } from './checks/governance.ts'
import { checkIncidents } from './checks/incidents.ts'
import { checkCourt, checkMembersAppeal, checkTriggers } from './checks/judges.ts'
import { checkListings } from './checks/listings.ts'
import { checkPools } from './checks/pools.ts'
import { checkProofs } from './checks/proofs.ts'
import type { Check, Difference, Fields, Item, Row, Sources } from './types.ts'

/** The parameters of {@link verify}. */
export type VerifyParameters = {
  /** A node of the chain, which still knows the state at the block. */
  client: NodeClient
  databaseUrl: string
  deployment: Deployment
  /** How many things to compare, drawn at random; everything if left out. */
  sample?: number | undefined
  /** Of the draw. @default 1 */
  seed?: number | undefined
  /** Waits until the tables hold this block. @default the chain's newest */
  block?: bigint | undefined
  /** How long. @default 120 */
  timeoutSeconds?: number | undefined
}

/** What {@link verify} found. */
export type VerifyReturnType = {
  /** The block as of which both were read: the last one that the tables held. */
  readonly block: bigint
  /** Things compared, and things that could have been. */
  readonly compared: number
  readonly total: number
  readonly differences: readonly Difference[]
}

const checks: readonly Check[] = [
  ...[checkPools, checkCovers, checkListings, checkIncidents, checkProofs, checkCourt, checkMembersAppeal],
  ...[checkTriggers, checkGovernance],
]
const concurrency = 24

/**
 * Compares the tables of a deployment with its chain, to the wei: reads both as of one block, everything or a sample,
 * and works capital and refunds out of the events that were indexed. No difference means: equal.
 *
 * @throws {FatalError} if the database has no tables of this deployment.
 * @throws {RetryableError} if they do not get to the block in time.
 * @example
 * const { differences } = await verify({ client, databaseUrl, deployment })
 */
export async function verify(parameters: VerifyParameters): Promise<VerifyReturnType> {
  const { client: node, databaseUrl, deployment, sample, seed = 1, timeoutSeconds = 120 } = parameters
  const database = new Client({ connectionString: databaseUrl, application_name: 'bulwark verify' })
  database.on('error', () => {})
  await database.connect()
  try {
    const wanted = parameters.block ?? (await getBlock(node)).number
    const schema = schemaNameOf(deployment)
    const until = Date.now() + timeoutSeconds * 1_000
    for (;;) {
      // All that is read now is of one moment, whatever is written meanwhile.
      await database.query('begin isolation level repeatable read read only')
      const progress = await readProgress(database, schema)
      if (progress && progress.block >= wanted) break
      await database.query('rollback')
      if (Date.now() > until) {
        if (!progress)
          throw new FatalError('The database has no tables of this deployment.', { advice: 'Run the indexer.' })
        throw new RetryableError(`The tables are at block ${progress.block}, not at ${wanted} yet.`)
      }
      await wait(100)
    }
    const sources = await sourcesOf({ node, database, deployment, schema })
    const items = (await Promise.all(checks.map((check) => check(sources)))).flat()
    const chosen = sample === undefined ? items : draw(items, sample, seed)
    const differences = await compareAll(chosen)
    return { block: sources.blockNumber, compared: chosen.length, total: items.length, differences }
  } finally {
    await database.end()
  }
}

type Of = { node: NodeClient; database: Client; deployment: Deployment; schema: string }

async function sourcesOf({ node, database, deployment, schema }: Of): Promise<Sources> {
  const progress = await readProgress(database, schema)
  const blockNumber = progress?.block ?? 0n
  const { timestamp } = await getBlock(node, { blockNumber })
  return {
    ...{ blockNumber, timestamp },
    addressOf: (contract) => deployment.contracts[contract]?.address,
    rows: async (table, rest = '') => {
      const text = `select * from "${schema}".${table} ${rest.replaceAll('{schema}', `"${schema}"`)}`
      return (await database.query(text)).rows.map(inCamelCase)
    },
    read: ((abi: Abi, address: `0x${string}`, functionName: string, args: readonly unknown[], at?: bigint) =>
      readContract(node, { abi, address, functionName, args, blockNumber: at ?? blockNumber })) as Sources['read'],
    mirror: createMirrorReader({ client: database, schema, chainId: deployment.chainId }),
  }
}

function inCamelCase(row: Row): Row {
  const named = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [named(column), value]))
}

async function compareAll(items: readonly Item[]): Promise<Difference[]> {
  const found: Difference[][] = items.map(() => [])
  let next = 0
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index]
      if (item) found[index] = await differencesOf(item)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  return found.flat()
}

async function differencesOf({ table, key, compare }: Item): Promise<Difference[]> {
  const fields = await compare().catch((error: unknown): Fields => {
    // The twin gave the pool up: nothing that follows from it is known.
    if (error instanceof PoolDivergedError) return { mirror: ['followed', error.shortMessage] }
    throw error
  })
  return Object.entries(fields).flatMap(([field, values]) => {
    const [chain, database] = values.map(asText) as [string, string]
    return chain === database ? [] : [{ table, key, field, chain, database }]
  })
}

function asText(value: unknown): string {
  return String(value).toLowerCase()
}

/** Draws without repetition, the same for the same seed. */
function draw(items: readonly Item[], count: number, seed: number): Item[] {
  const left = [...items]
  let state = BigInt.asUintN(64, BigInt(seed))
  const below = (limit: number) => {
    // Of splitmix64 the upper half.
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n)
    let mixed = state
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n)
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn)
    return Number((mixed ^ (mixed >> 31n)) >> 32n) % limit
  }
  const drawn: Item[] = []
  while (drawn.length < count && left.length > 0) drawn.push(...left.splice(below(left.length), 1))
  return drawn
}
