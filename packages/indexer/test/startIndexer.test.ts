import { setTimeout as wait } from 'node:timers/promises'
import type { Deployment } from '@bulwark/sdk'
import { createLogger, FatalError, RetryableError } from '@bulwark/service'
import type { Address, Hash } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Indexer, identityOf, schemaNameOf, startIndexer, verify } from '../src/index.ts'
import { openDatabase, type TestDatabase } from './helpers/openDatabase.ts'
import { startWorld, type World } from './helpers/startWorld.ts'

let world: World
let database: TestDatabase
const log = createLogger({ service: 'indexer', level: process.env.BULWARK_LOG === 'debug' ? 'debug' : 'silent' })
const patience = 600_000

beforeAll(async () => {
  database = await openDatabase()
  world = await startWorld({ name: 'supervised' })
}, patience)

afterAll(async () => {
  await world.stop()
  await database.close()
})

const start = (changed: Partial<Parameters<typeof startIndexer>[0]> = {}) =>
  startIndexer({
    ...{ deployment: world.deployment, rpcUrls: [world.chain.url], databaseUrl: database.url },
    ...{ pollingInterval: 100, log, ...changed },
  })

/** Everything equals the chain, once the tables hold its newest block. */
async function expectEqual(indexer: Indexer): Promise<void> {
  const head = await world.chain.public.getBlockNumber()
  await indexer.waitForBlock(head, { timeoutSeconds: 300 })
  const client = world.chain.public
  const { differences } = await verify({ client, databaseUrl: database.url, deployment: world.deployment })
  expect(differences).toEqual([])
}

const schemas = async () => {
  const text = `select schema_name from information_schema.schemata where schema_name ~ '^(bulwark|ponder)'`
  return database.query(text)
}

describe('startIndexer refuses', () => {
  const refused = async (deployment: Deployment, message: RegExp) => {
    const before = await schemas()
    await expect(start({ deployment })).rejects.toThrow(FatalError)
    await expect(start({ deployment })).rejects.toThrow(message)
    expect(await schemas()).toEqual(before)
  }

  test('error: FatalError, of a wrong chain', async () => {
    await refused({ ...world.deployment, chainId: 1 }, /chain id/)
    const genesisHash: Hash = `0x${'12'.repeat(32)}`
    await refused({ ...world.deployment, genesisHash }, /genesis/)
  })

  test('error: FatalError, of a manifest unlike the code on chain', async () => {
    const { contracts } = world.deployment
    const { covers, incidents } = contracts
    const mistaken = { address: covers?.address as Address, codeHash: incidents?.codeHash as Hash }
    await refused({ ...world.deployment, contracts: { ...contracts, covers: mistaken } }, /covers/)
    const nowhere = { address: `0x${'56'.repeat(20)}` as Address, codeHash: `0x${'34'.repeat(32)}` as Hash }
    await refused({ ...world.deployment, contracts: { ...contracts, court: nowhere } }, /court/)
  })

  test('error: FatalError, of tables that are not its own', async () => {
    const schema = schemaNameOf(world.deployment)
    await database.query(`create schema "${schema}"`)
    await refused(world.deployment, /no indexer registered/)
    await database.query(`drop schema "${schema}"`)
  })

  test('error: FatalError, of a database of another deployment or a newer version', async () => {
    const schema = schemaNameOf(world.deployment)
    await database.query(`create schema bulwark`)
    await database.query(`create table bulwark.deployments (schema_name text primary key, identity text not null,
      name text not null, version integer not null, build text not null)`)
    await database.query(`insert into bulwark.deployments values ($1, 'another', 'other', 1, '')`, [schema])
    await refused(world.deployment, /another deployment \("other"\)/)
    const identity = identityOf(world.deployment)
    await database.query(`update bulwark.deployments set identity = $1, version = 99, schema_name = 'later'`, [
      identity,
    ])
    await refused(world.deployment, /newer version \(99/)
    await database.query(`drop schema bulwark cascade`)
  })

  test('error: RetryableError, of what does not answer', async () => {
    await expect(start({ rpcUrls: ['http://127.0.0.1:9'] })).rejects.toThrow(RetryableError)
    await expect(start({ databaseUrl: 'postgresql://nobody@127.0.0.1:9/none' })).rejects.toThrow(RetryableError)
  })
})

describe('startIndexer', () => {
  test('default', { timeout: patience }, async () => {
    await world.deposit(5_000_000_000n)
    const indexer = await start()
    await expectEqual(indexer)
    expect(indexer).toMatchObject({ state: 'running', starts: 1 })

    // What comes while it runs.
    await world.deposit(7_000_000n)
    await expectEqual(indexer)
    const [row] = await database.query(`select supply from "${indexer.schema}".pools`)
    expect(row?.supply).toBe((5_007_000_000n * 10n ** 12n).toString())

    // Killed without warning, it goes on where it was.
    process.kill(indexer.pid as number, 'SIGKILL')
    await world.deposit(11_000_000n)
    await expectEqual(indexer)
    expect(indexer.starts).toBe(2)

    // Another one waits for as long as this one works, and takes over.
    const second = await start()
    await wait(500)
    expect(second).toMatchObject({ state: 'waiting', starts: 0 })
    await indexer.stop()
    await indexer.stop()
    await world.deposit(13_000_000n)
    await expectEqual(second)
    expect(indexer.state).toBe('stopped')
    await second.stop()
  })

  test('behavior: follows reorganisations, and begins anew after one too deep to follow', {
    timeout: patience,
  }, async () => {
    const { test: node } = world.chain
    const early = await node.snapshot()
    await node.mine({ blocks: 40 })
    await world.deposit(17_000_000n)
    await node.mine({ blocks: 40 })
    const indexer = await start()
    await expectEqual(indexer)

    for (const depth of [1, 9, 28]) {
      const snapshot = await node.snapshot()
      await world.deposit(19_000_000n)
      await node.mine({ blocks: depth - 1 })
      await expectEqual(indexer)
      await node.revert({ id: snapshot })
      await world.deposit(BigInt(depth) * 1_000_000n)
      await node.mine({ blocks: depth })
      await expectEqual(indexer)
    }
    expect(indexer.starts).toBe(1)

    await node.revert({ id: early })
    await world.deposit(23_000_000n)
    await node.mine({ blocks: 160 })
    await expectEqual(indexer)
    expect(indexer.starts).toBeGreaterThan(1)
    await indexer.stop()
  })

  test('behavior: writes anew what other code wrote', { timeout: patience }, async () => {
    const first = await start()
    await expectEqual(first)
    await first.stop()
    const schema = schemaNameOf(world.deployment)
    // Past the triggers by which Ponder notes what it writes.
    const tamper = (change: string) =>
      database.query(`set session_replication_role = replica; update "${schema}".pools set ${change}`)
    await database.query(`update bulwark.deployments set build = 'older'`)
    await tamper(`name = 'wrong'`)
    const indexer = await start()
    await expectEqual(indexer)

    // And the comparison sees what is wrong.
    await indexer.stop()
    await tamper(`name = 'wrong', supply = supply + 1`)
    const client = world.chain.public
    const { differences } = await verify({ client, databaseUrl: database.url, deployment: world.deployment })
    expect(differences.map(({ table, field }) => `${table}.${field}`)).toEqual(['pools.supply', 'pools.name'])
    expect(differences[1]).toMatchObject({ key: world.pool.toLowerCase(), chain: 'test pool', database: 'wrong' })
  })
})
