import { deploymentOf } from '@bulwark/replay'
import type { Deployment } from '@bulwark/sdk'
import { deploy, readForgeArtifact, startAnvil } from '@bulwark/testkit'
import { type Client, createClient, type Hash, type Transport } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  compareStatements,
  createSolvencyStatement,
  formatStatement,
  InvalidStatementError,
  parseStatement,
  type SignedStatement,
  type SolvencyStatement,
  type StatementFile,
  StatementOfAnotherChainError,
  signStatement,
  UnknownBlockError,
  UnknownPoolError,
  verifyStatement,
} from '../src/index.ts'
import { type Held, holdScenario } from './fixtures/holdScenario.ts'
import { leavesOf, tamperWith } from './fixtures/leavesOf.ts'
import { poolOf } from './fixtures/poolOf.ts'
import { remember } from './fixtures/remember.ts'

const issuer = privateKeyToAccount(`0x${'1b'.repeat(32)}`)
const other = privateKeyToAccount(`0x${'2c'.repeat(32)}`)

let held: Held
let client: Client<Transport>
let deployment: Deployment
let statement: SolvencyStatement
let file: SignedStatement

beforeAll(async () => {
  held = await holdScenario('usdc-2023')
  const { bulwark } = held
  client = createClient({ transport: remember(bulwark.chain.public.request) })
  deployment = await deploymentOf(bulwark)
  // A block in the middle of the depeg: a grant, premium that still streams, exposure in three groups.
  statement = await createSolvencyStatement(client, { ...(await poolOf(bulwark, 3n)), blockNumber: 541n })
  file = await signStatement(client, { statement, account: issuer, issuedAt: BigInt(statement.block.timestamp) + 60n })
}, 120_000)

afterAll(() => held.release())

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
  test('each is named, and only it', () => {
    const unnamed = leavesOf(statement).filter(({ path, value, change }) => {
      const findings = compareStatements(change(tamperWith(value)), statement)
      return findings.length !== 1 || findings[0]?.path !== path
    })
    expect(unnamed).toEqual([])
  })

  test('also those that say where to look, and some of every other part; and the hash of the whole', async () => {
    const identity = /^(kind|version|chain|block|contracts|pool)\b/
    const seen = new Map<string, number>()
    const missed: string[] = []
    for (const { path, value, change } of leavesOf(statement)) {
      const part = path.split(/[.[]/)[0] as string
      seen.set(part, (seen.get(part) ?? 0) + 1)
      if (!identity.test(path) && (seen.get(part) as number) > 3) continue
      const paths = await pathsOf({ ...file, statement: change(tamperWith(value)) })
      if (!paths.includes(path) || !paths.includes('signature.statementHash')) missed.push(`${path}: ${paths}`)
    }
    expect(missed).toEqual([])
  })

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

describe('behavior: who signed', () => {
  test('another than the issuer is found out', async () => {
    const asked = { statement, issuer: issuer.address, issuedAt: 1_800_000_000n }
    const forged = await signStatement(client, { ...asked, account: other })
    const { valid, findings } = await verify(forged)
    expect(valid).toBe(false)
    expect(findings).toMatchObject([{ path: 'signature', found: expect.stringContaining(other.address) }])
  })

  test('a contract signs by ERC-1271, for its keyholder alone', async () => {
    const { chain } = held.bulwark
    const wallet = await deploy(chain, { ...(await readForgeArtifact('SignatureWallet')), args: [issuer.address] })
    const asked = { statement, issuer: wallet.address, issuedAt: 1_800_000_000n }
    const fresh = createClient({ transport: remember(chain.public.request) })
    const good = await signStatement(fresh, { ...asked, account: issuer })
    expect(await verifyStatement(fresh, { file: good })).toMatchObject({ valid: true, signed: true })
    const bad = await signStatement(fresh, { ...asked, account: other })
    expect((await verifyStatement(fresh, { file: bad })).findings).toMatchObject([{ path: 'signature' }])
  })

  test('nobody: the figures are checked all the same', async () => {
    expect(await verify({ statement })).toMatchObject({ valid: true, signed: false, issuer: null })
  })

  test('a statement signed for one pool is none of another', async () => {
    const second = await createSolvencyStatement(client, { ...(await poolOf(held.bulwark, 2n)), blockNumber: 541n })
    const paths = await pathsOf({ statement: second, signature: file.signature })
    expect(paths).toEqual(['signature.statementHash', 'signature'])
  })
})

test('behavior: a statement of contracts other than the manifest’s is named', async () => {
  const { covers } = deployment.contracts
  if (covers === undefined) expect.fail('no Covers')
  const forged = {
    ...deployment,
    contracts: { ...deployment.contracts, covers: { ...covers, address: other.address } },
  }
  const { findings } = await verifyStatement(client, { file, deployment: forged })
  expect(findings).toMatchObject([{ path: 'contracts.covers.address' }])
})

test('error: StatementOfAnotherChainError', async () => {
  const { chain, stop } = await startAnvil({ timestamp: 1_600_000_000, chainId: 1 })
  await expect(verifyStatement(chain.public, { file })).rejects.toThrow(StatementOfAnotherChainError)
  await stop()
})

test('error: UnknownBlockError', async () => {
  const block = { ...statement.block, number: '99999', hash: statement.chain.genesisHash.replace('0xb', '0xc') as Hash }
  await expect(verify({ statement: { ...statement, block } })).rejects.toThrow(UnknownBlockError)
})

test('error: UnknownPoolError', async () => {
  const pool = { ...statement.contracts.pool, address: other.address }
  const lost = { ...statement, contracts: { ...statement.contracts, pool }, pool: { ...statement.pool, number: '77' } }
  await expect(verify({ statement: lost })).rejects.toThrow(UnknownPoolError)
})

test('behavior: a statement that lacks parts is found wanting, not believed', async () => {
  const { chain, block, contracts, pool } = statement
  const kernel = { kind: statement.kind, version: statement.version, chain, block, contracts, pool }
  const { valid, findings } = await verify({ ...file, statement: kernel as SolvencyStatement })
  expect(valid).toBe(false)
  expect(findings.map(({ path }) => path)).toEqual(expect.arrayContaining(['assets', 'ownFunds', 'checks']))
  const unnumbered = { ...statement, block: { hash: block.hash } as typeof block }
  const paths = await pathsOf({ ...file, statement: unnumbered })
  expect(paths).toEqual(expect.arrayContaining(['block.number', 'signature']))
})

test('error: InvalidStatementError', () => {
  expect(() => parseStatement('{')).toThrow(InvalidStatementError)
  expect(() => parseStatement('[]')).toThrow("The statement's file cannot be []")
  expect(() => parseStatement('{"statement":{"kind":"deed"}}')).toThrow('kind cannot be "deed"')
  expect(() => parseStatement(formatStatement({ statement: { ...statement, version: 2 as 1 } }))).toThrow('version')
  const deep = `{"statement":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  expect(() => parseStatement(deep)).toThrow('depth')
  for (const part of ['chain', 'block', 'contracts', 'pool']) {
    const without = formatStatement({ statement: { ...statement, [part]: null } })
    expect(() => parseStatement(without)).toThrow(`${part} cannot be null`)
  }
  const signature = { ...file.signature, value: 7 as unknown as Hash }
  expect(() => parseStatement(formatStatement({ statement, signature }))).toThrow('signature.value cannot be 7')
})
