import { deploymentOf, withScenario } from '@bulwark/replay'
import { coversAbi, type Deployment } from '@bulwark/sdk'
import type { Bulwark } from '@bulwark/testkit'
import { type Address, type Client, createClient, type Transport } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createSolvencyStatement,
  formatStatement,
  parseStatement,
  type SignedStatement,
  type SolvencyStatement,
  type StatementFile,
  signStatement,
  verifyStatement,
} from '../src/index.ts'
import { leavesOf, tamperWith } from './fixtures/leavesOf.ts'
import { remember } from './fixtures/remember.ts'

const issuer = privateKeyToAccount(`0x${'1b'.repeat(32)}`)

let bulwark: Bulwark
let client: Client<Transport>
let deployment: Deployment
let statement: SolvencyStatement
let file: SignedStatement
let end: () => void
let played: Promise<void>

beforeAll(async () => {
  await new Promise<void>((ready, fail) => {
    played = withScenario('usdc-2023', async (left) => {
      bulwark = left
      ready()
      await new Promise<void>((resolve) => {
        end = resolve
      })
    }).catch(fail)
  })
  client = createClient({ transport: remember(bulwark.chain.public.request) })
  deployment = await deploymentOf(bulwark)
  // A block in the middle of the depeg: reserves, exits in the queue, premium that still streams.
  statement = await createSolvencyStatement(client, { ...(await poolOf(3n)), blockNumber: 541n })
  file = await signStatement(client, { statement, account: issuer, issuedAt: BigInt(statement.block.timestamp) + 60n })
}, 120_000)

afterAll(async () => {
  end()
  await played
})

async function poolOf(number: bigint): Promise<{ pool: Address; covers: Address }> {
  const covers = bulwark.covers.address
  const pool = await bulwark.chain.public.readContract({
    ...{ address: covers, abi: coversAbi, functionName: 'poolByNumber', args: [number] },
  })
  return { pool, covers }
}

const verify = (file: StatementFile) => verifyStatement(client, { file })
const pathsOf = async (file: unknown) => (await verify(file as StatementFile)).findings.map(({ path }) => path)

test('default', async () => {
  const verification = await verifyStatement(client, { file: parseStatement(formatStatement(file)), deployment })
  expect(verification.findings).toEqual([])
  expect(verification).toMatchObject({ valid: true, signed: true, issuer: issuer.address })
  expect(statement.checks.filter(({ holds }) => !holds)).toEqual([])
  expect(statement.answers.filter(({ equal }) => !equal)).toEqual([])
})

describe('behavior: one leaf changed', () => {
  test('each is named, and the hash of the whole', async () => {
    const missed: string[] = []
    for (const { path, value, change } of leavesOf(statement)) {
      const paths = await pathsOf({ ...file, statement: change(tamperWith(value)) })
      // The kind and the version say how to read the rest: a file of another is refused before.
      if (!paths.includes(path) || !paths.includes('signature.statementHash')) missed.push(`${path}: ${paths}`)
    }
    expect(missed).toEqual([])
  }, 120_000)

  test('also in the signature', async () => {
    for (const { path, value, change } of leavesOf(file.signature)) {
      const paths = await pathsOf({ ...file, signature: change(tamperWith(value)) })
      expect(paths.join(), path).toMatch(/^signature/)
    }
  })

  test('an entry left out or put in is named', async () => {
    const [check] = statement.checks
    const without = await pathsOf({ statement: { ...statement, checks: statement.checks.slice(0, -1) } })
    expect(without).toEqual([`checks[${statement.checks.length - 1}]`])
    const more = await pathsOf({ statement: { ...statement, checks: [...statement.checks, check] } })
    expect(more).toEqual([`checks[${statement.checks.length}]`])
    expect(await pathsOf({ statement: { ...statement, note: 'all is well' } })).toEqual(['note'])
  })
})
