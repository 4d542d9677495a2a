import { type Anvil, deploy, readForgeArtifact, startAnvil } from '@bulwark/testkit'
import { type Address, getAddress, type Hash, parseEventLogs } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  getPostedStatements,
  postStatement,
  preparePostStatement,
  simulatePostStatement,
  statementRegistryAbi,
} from '../src/index.ts'

let anvil: Anvil
let statementRegistry: Address
let alice: Address
let bob: Address

const pool = getAddress(`0x${'aa'.repeat(20)}`)
const other = getAddress(`0x${'bb'.repeat(20)}`)
const hashOf = (digit: string) => `0x${digit.repeat(64)}` as Hash

beforeAll(async () => {
  anvil = await startAnvil({ timestamp: 1_700_000_000 })
  const { chain } = anvil
  statementRegistry = (await deploy(chain, await readForgeArtifact('StatementRegistry'))).address
  alice = getAddress(chain.actors.holders[0].address)
  bob = getAddress(chain.actors.holders[1].address)
})

afterAll(() => anvil.stop())

async function post(account: Address, pool: Address, statementHash: Hash) {
  const { wallet, public: client } = anvil.chain
  const hash = await postStatement(wallet, { statementRegistry, pool, statementBlock: 17n, statementHash, account })
  return client.waitForTransactionReceipt({ hash })
}

describe('default', () => {
  test('postStatement names its sender as issuer', async () => {
    const { logs } = await post(alice, pool, hashOf('1'))
    const [posted] = parseEventLogs({ abi: statementRegistryAbi, logs, eventName: 'StatementPosted' })
    expect(posted?.args).toEqual({ pool, issuer: alice, blockNumber: 17n, statementHash: hashOf('1') })
  })

  test('getPostedStatements finds them by pool and by issuer', async () => {
    await post(bob, pool, hashOf('2'))
    await post(bob, other, hashOf('3'))
    const { public: client } = anvil.chain
    const hashes = async (which: { pool?: Address; issuer?: Address }) =>
      (await getPostedStatements(client, { statementRegistry, ...which })).map(({ statementHash }) => statementHash)
    expect(await hashes({ pool })).toEqual([hashOf('1'), hashOf('2')])
    expect(await hashes({ pool, issuer: bob })).toEqual([hashOf('2')])
    expect(await hashes({ issuer: bob })).toEqual([hashOf('2'), hashOf('3')])
    expect(await hashes({})).toHaveLength(3)
    const [first] = await getPostedStatements(client, { statementRegistry, issuer: alice })
    expect(first).toMatchObject({ pool, issuer: alice, statementBlock: 17n })
    expect(await client.getBlock({ blockNumber: first?.postedAt ?? 0n })).toBeDefined()
  })

  test('prepare and simulate send nothing', async () => {
    const parameters = { statementRegistry, pool, statementBlock: 17n, statementHash: hashOf('4') }
    const { request } = await simulatePostStatement(anvil.chain.public, { ...parameters, account: alice })
    expect(preparePostStatement(parameters)).toEqual(request)
    expect(request).toMatchObject({ to: statementRegistry, value: 0n })
    expect(await getPostedStatements(anvil.chain.public, { statementRegistry })).toHaveLength(3)
  })
})
