import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatDeployment, getIncident } from '@bulwark/sdk'
import { createKeystore, createLogger, serviceExitCodes } from '@bulwark/service'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day, startWorld, type World } from '../../sdk/test/helpers/startWorld.ts'
import { readSaltsFile } from '../src/config/saltsFile.ts'
import { ConfigError, parseConfig, readRatesFile, startKeeper } from '../src/index.ts'
import { deploymentOfWorld, signerOf } from './helpers/startKept.ts'

let world: World
let folder: string
const log = createLogger({ service: 'keeper', level: 'silent' })
const minimal = { deployment: 'd.json', rpcUrls: ['http://a:1'], signer: { keystore: 'k.json', password: 'stdin' } }

beforeAll(async () => {
  world = await startWorld()
  folder = await mkdtemp(join(tmpdir(), 'bulwark-keeper-'))
})
afterAll(async () => {
  await world.stop()
  await rm(folder, { recursive: true })
})

const start = async (changed = {}) =>
  startKeeper({
    ...{ deployment: await deploymentOfWorld(world), rpcUrls: [world.chain.url], log, intervalSeconds: 0.1 },
    ...{ signer: signerOf(world.actors.keeper), listen: { host: '127.0.0.1', port: 0 } },
    ...changed,
  })
const until = async (holds: () => boolean | Promise<boolean>) => {
  for (let i = 0; i < 400 && !(await holds()); i++) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await holds()).toBe(true)
}

describe('startKeeper', () => {
  test('default: ticks by itself, says how it is, and stops', async () => {
    const keeper = await start()
    const get = (path: string) => fetch(`http://127.0.0.1:${keeper.port}${path}`)
    await until(() => keeper.status().isReady)
    for (const path of ['/health', '/ready', '/status', '/metrics']) expect((await get(path)).status, path).toBe(200)
    expect(await (await get('/metrics')).text()).toContain('bulwark_keeper_ticks_total{result="good"}')
    expect((await get('/elsewhere')).status).toBe(404)
    expect((await fetch(`http://127.0.0.1:${keeper.port}/health`, { method: 'POST' })).status).toBe(405)
    await keeper.stop()
    await keeper.stopped
    await expect(get('/health')).rejects.toThrow()
  })

  test('behavior: a node that fails is tried again; the health turns bad when it lasts', async () => {
    let clock = Date.now()
    const keeper = await start({ now: () => clock })
    await until(() => keeper.status().isHealthy)
    clock += 121_000
    await until(() => keeper.status().isHealthy)
    await keeper.stop()
    clock += 121_000
    expect(keeper.status()).toMatchObject({ isHealthy: false, isReady: false })
  })

  test('behavior: one of several nodes is enough', async () => {
    const keeper = await start({ listen: undefined, rpcUrls: ['http://127.0.0.1:1', world.chain.url] })
    await until(() => keeper.status().isHealthy)
    await keeper.stop()
  })

  test('behavior: waits for nodes that do not answer when it starts', async () => {
    const keeper = await start({ listen: undefined, rpcUrls: ['http://127.0.0.1:1'] })
    await until(() => keeper.status().failure?.startsWith('NodesDownError') === true)
    expect(keeper.status().isHealthy).toBe(false)
    await keeper.stop()
  })

  test('error: WrongChainError', async () => {
    const deployment = { ...(await deploymentOfWorld(world)), chainId: 1 }
    await expect(start({ deployment })).rejects.toThrow(/chain id is 31337/)
  })

  test('error: CodeMismatchError', async () => {
    const deployment = await deploymentOfWorld(world)
    const incidents = { address: world.addresses.covers, codeHash: `0x${'11'.repeat(32)}` as const }
    const other = { ...deployment, contracts: { ...deployment.contracts, incidents } }
    await expect(start({ deployment: other })).rejects.toThrow(/incidents/)
  })

  test('error: ConfigError, if something listens there', async () => {
    const keeper = await start()
    await expect(start({ listen: { host: '127.0.0.1', port: keeper.port } })).rejects.toThrow(ConfigError)
    await keeper.stop()
  })
})

describe('main', () => {
  const run = (path: string): { child: ChildProcess; ended: Promise<number | null>; text: () => string } => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../src/main.ts'), path])
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk))
    return { child, ended: new Promise((resolve) => child.on('exit', resolve)), text: () => text }
  }

  const write = async (changed = {}): Promise<string> => {
    const password = join(folder, 'password')
    await writeFile(password, 'secret\n', { mode: 0o600 })
    const manifest = join(folder, 'deployment.json')
    await writeFile(manifest, formatDeployment(await deploymentOfWorld(world)))
    const config = { deployment: manifest, rpcUrls: [world.chain.url], intervalSeconds: 0.1 }
    const signer = { keystore: join(folder, 'keeper.json'), password: { file: password } }
    const path = join(folder, 'config.json')
    await writeFile(path, JSON.stringify({ ...config, signer, state: join(folder, 'state'), ...changed }))
    return path
  }

  test('default: from a keystore and a file, until it is told to stop', async () => {
    const { pool, listing } = await world.openPool()
    await world.insure(pool, world.actors.holders[0], { listing, amount: 1_000_000_000n, duration: 30n * day })
    const incident = await world.openIncident(pool, listing)
    await world.ruleAs(world.trigger, incident, 1)
    const privateKey = `0x${'5e'.repeat(32)}` as const
    const made = await createKeystore({
      directory: folder,
      name: 'keeper',
      password: 'secret',
      privateKey,
      scryptN: 1_024,
    })
    await world.chain.test.setBalance({ address: made.address, value: 10n ** 19n })
    const { child, ended, text } = run(await write())
    const events = { address: world.addresses.incidents, abi: world.bulwark.incidents.abi, fromBlock: 0n } as const
    await until(
      async () => (await world.client.getContractEvents({ ...events, eventName: 'CoverSettled' })).length === 1,
    )
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(text()).not.toContain('secret')
    expect((await getIncident(world.client, { ...world.addresses, incident })).status).toBe('granted')
  })

  test('error: ends with a sentence, and a code that says not to start it again', async () => {
    const { ended, text } = run(await write({ rpcUrls: [] }))
    expect(await ended).toBe(serviceExitCodes.fatal)
    expect(text()).toMatch(/configuration cannot be used: rpcUrls/)
    const nowhere = run(join(folder, 'nowhere.json'))
    expect(await nowhere.ended).toBe(serviceExitCodes.fatal)
    const flags = run('--password=secret')
    expect(await flags.ended).toBe(serviceExitCodes.usage)
  })
})

describe('parseConfig', () => {
  test('default', () => {
    expect(parseConfig(JSON.stringify(minimal))).toMatchObject({
      ...{ maxFeeGwei: 100_000_000_000n, dailyBudgetEther: 5n * 10n ** 17n, dryRun: false, maxInFlight: 16 },
    })
    const environment = { BULWARK_RPC_URLS: 'http://b:1,http://c:1', BULWARK_DRY_RUN: '1' }
    expect(parseConfig(JSON.stringify(minimal), environment)).toMatchObject({
      ...{ rpcUrls: ['http://b:1', 'http://c:1'], dryRun: true },
    })
  })

  test('error: ConfigError', () => {
    const wrong: unknown[] = [
      ...[{}, [], 'text', 7, null, { ...minimal, rpcUrls: ['ftp://a'] }, { ...minimal, unknown: 1 }],
      { ...minimal, signer: { keystore: 'k', password: 'hunter2' } },
      { ...minimal, signer: { privateKey: `0x${'11'.repeat(32)}` } },
      ...[
        { ...minimal, maxFeeGwei: -1 },
        { ...minimal, maxFeeGwei: '1e9' },
        { ...minimal, batchGas: 10 ** 9 },
      ],
    ]
    for (const value of wrong)
      expect(() => parseConfig(JSON.stringify(value)), JSON.stringify(value)).toThrow(ConfigError)
    expect(() => parseConfig('{')).toThrow(ConfigError)
  })
})

describe('files', () => {
  const hash = `0x${'11'.repeat(32)}`
  const rate = { listing: 1, rate: '20000000000000000', dataHash: hash, modelHash: hash, validUntil: 2_000_000_000 }
  const read = async (value: unknown) => {
    const path = join(folder, 'rates.json')
    await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value))
    return readRatesFile(path)
  }

  test('default', async () => {
    const dated = { ...rate, listing: 2, validFrom: '2026-01-01T00:00:00Z', validUntil: '2026-02-01T00:00:00Z' }
    expect(await read({ version: 1, rates: [rate, dated] })).toMatchObject([
      { listing: 1n, rate: 20_000_000_000_000_000n, validFrom: 0n },
      { listing: 2n, validFrom: 1_767_225_600n, validUntil: 1_769_904_000n },
    ])
  })

  test('error: ConfigError', async () => {
    const wrong: unknown[] = [
      ...['', '[]', { version: 2, rates: [] }, { version: 1, rates: [rate, rate] }],
      ...[{ rate: 0.02 }, { rate: '-1' }, { dataHash: '0x11' }, { validUntil: undefined }, { listing: 0 }].map(
        (changed) => ({ version: 1, rates: [{ ...rate, ...changed }] }),
      ),
    ]
    for (const value of wrong) await expect(read(value), JSON.stringify(value)).rejects.toThrow(ConfigError)
    await expect(readRatesFile(join(folder, 'none.json'))).rejects.toThrow(ConfigError)
  })

  test('behavior: a salt is in no message', async () => {
    const path = join(folder, 'salts.json')
    const salt = '5a175a175a17'
    await writeFile(path, `{"version":1,"commitments":[{"incident":1,"award":2,"reason":"0x","salt":"${salt}"}`)
    const broken = await readSaltsFile(path).catch((error) => error)
    expect(JSON.stringify([broken.message, broken.cause?.message])).not.toContain(salt)
  })
})
