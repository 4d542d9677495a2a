import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getPoolByNumber } from '@bulwark/sdk'
import { startAnvil } from '@bulwark/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { binary, type CliWorld, runBinary, startCliWorld } from './helpers/startCliWorld.ts'

let world: CliWorld
const buying = 'buy 1 10 --days 30 --from holder'
const dropAll = () => world.client.request({ method: 'anvil_dropAllTransactions' } as never)

beforeAll(async () => {
  world = await startCliWorld()
  await world.openPool()
  await world.fund(world.actors.holders[0], world.bulwark.listings.address, 1_000_000_000n)
})
afterAll(() => world.stop())

describe('who cannot be asked', () => {
  test('behavior: without a terminal nothing is sent, unless --yes', async () => {
    const before = await world.client.getBlockNumber()
    for (const flags of ['', '--no-input']) {
      const { code, json } = await world.run(`${buying} --json ${flags}`)
      expect(code).toBe(4)
      expect(json.error.code).toBe('aborted')
    }
    expect(await world.client.getBlockNumber()).toBe(before)
  })
})

describe('keys', () => {
  test('error: WrongPasswordError', async () => {
    const { code, json } = await world.run(`${buying} --yes --json --password-file ${world.home}/wrong`)
    expect(code).toBe(1)
    expect(json.error).toMatchObject({ name: 'WrongPasswordError' })
    expect(json.error.advice).toContain('nothing was sent')
  })

  test('error: LockedKeystoreError', async () => {
    // The keystore alone, as somebody has it who did not start a stack.
    const keystore = join(world.folder, '.bulwark', 'keys', 'holder.json')
    const bare = join(world.home, 'bare')
    mkdirSync(bare, { recursive: true })
    const at = `--rpc ${world.chain.url} --deployment ${world.folder}/.bulwark/deployment.json`
    const { code, json } = await world.run(`buy 1 10 --days 30 --keystore ${keystore} --yes --json ${at}`, {
      cwd: bare,
    })
    expect(code).toBe(1)
    expect(json.error.name).toBe('LockedKeystoreError')
  })

  test('behavior: the password comes by standard input', async () => {
    const run = (stdin: string) => world.run(`${buying} --yes --json --password-stdin`, { stdin })
    expect((await run('correct horse\n')).code).toBe(0)
    expect((await run('wrong\n')).json.error.name).toBe('WrongPasswordError')
  })

  test('error: ConfigError for a secret in the environment', async () => {
    const { code, stderr } = await world.run('pools', { env: { BULWARK_PRIVATE_KEY: '0x1234' } })
    expect(code).toBe(2)
    expect(stderr).toContain('which every process of yours can read')
    expect(stderr).not.toContain('0x1234')
  })

  test('behavior: an external signer signs, and only for keys that it has', async () => {
    const { url, actors } = world.chain
    const signing = `buy 1 10 --days 30 --yes --json --signer ${url}`
    const signed = await world.run(`${signing} --from ${actors.holders[0].address}`)
    expect(signed.code).toBe(0)
    expect(signed.json.from).toBe(actors.holders[0].address)
    expect((await world.attempt(signing)).code).toBe(2)
    const down = await world.attempt(`buy 1 10 --days 30 --yes --signer http://127.0.0.1:1 --from ${signed.json.from}`)
    expect(down.code).toBe(6)
  })

  test('behavior: without a word on who acts it is the first account of a local stack', async () => {
    const { code, json } = await world.run(`buy 1 10 --days 30 --dry-run --json --owner ${world.actors.keeper.address}`)
    // The curator: it has no money here.
    expect({ code, error: json.error.code }).toEqual({ code: 1, error: 'insufficient-balance' })
  })

  test('behavior: no flag takes a key or a password', async () => {
    for (const flag of ['--private-key', '--password', '--mnemonic', '--key']) {
      expect((await world.run(`${buying} ${flag} 0x1234`)).code).toBe(2)
    }
  })
})

describe('the chain', () => {
  test('error: WrongChainError', async () => {
    const other = await startAnvil({ timestamp: 1_700_000_000, chainId: 31_338 })
    const { code, json } = await world.run(`pools --json --rpc ${other.url}`)
    await other.stop()
    expect(code).toBe(1)
    expect(json.error.name).toBe('WrongChainError')
  })

  test('error: CodeMismatchError', async () => {
    const path = join(world.folder, '.bulwark', 'deployment.json')
    const manifest = JSON.parse(readFileSync(path, 'utf8'))
    manifest.contracts.covers.codeHash = manifest.contracts.listings.codeHash
    const wrong = join(world.home, 'wrong.json')
    writeFileSync(wrong, JSON.stringify(manifest))
    const { code, json } = await world.run(`${buying} --yes --json --deployment ${wrong}`)
    expect(code).toBe(1)
    expect(json.error.name).toBe('CodeMismatchError')
  })

  test('behavior: a node that is down ends with 6', async () => {
    const { code, json } = await world.run('pools --json --rpc http://127.0.0.1:1')
    expect(code).toBe(6)
    expect(json.error.code).toBe('network')
  })

  test('error: UsageError where nothing is known', async () => {
    const { code, stderr } = await world.run('pools', { cwd: world.home })
    expect(code).toBe(2)
    expect(stderr).toContain('bulwark up')
  })

  test('error: PendingError where nothing is mined, and Ctrl-C says what is under way', async () => {
    await world.chain.test.setAutomine(false)
    try {
      const late = await world.run(`${buying} --yes --json --timeout 1`)
      expect(late.code).toBe(7)
      expect(late.json.error.transactions[0]).toMatchObject({ state: 'submitted' })
      expect(late.json.error.transactions[0].hash).toMatch(/^0x[0-9a-f]{64}$/)
      const kill = { when: /submitted/, signal: 'SIGINT' } as const
      const broken = await world.run(`${buying} --yes --json`, { kill })
      expect(broken.code).toBe(130)
      expect(broken.json.error.transactions[0]).toMatch(/^0x[0-9a-f]{64}$/)
    } finally {
      await dropAll()
      await world.chain.test.setAutomine(true)
    }
  })
})

describe('a node that misbehaves', () => {
  let proxy: Server
  let url: string
  let answer: (method: string) => object | undefined

  beforeAll(async () => {
    proxy = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      const asked = JSON.parse(body)
      const calls = Array.isArray(asked) ? asked : [asked]
      const lies = calls.map(({ method, id }) => ({ lie: answer(method), id }))
      if (lies.every(({ lie }) => lie === undefined)) {
        const headers = { 'content-type': 'application/json' }
        const real = await fetch(world.chain.url, { method: 'POST', body, headers })
        response.end(await real.text())
        return
      }
      const answers = lies.map(({ lie, id }) => ({ jsonrpc: '2.0', id, ...lie }))
      response.end(JSON.stringify(Array.isArray(asked) ? answers : answers[0]))
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  })
  afterAll(() => proxy.close())

  test('behavior: without eth_simulateV1 each transaction is simulated when its turn comes', async () => {
    const error = { code: -32_601, message: 'the method eth_simulateV1 does not exist' }
    answer = (method) => (method === 'eth_simulateV1' ? { error } : undefined)
    const { code, json } = await world.run(`${buying} --yes --json --rpc ${url}`)
    expect(code).toBe(0)
    expect(json.transactions).toHaveLength(2)
  })

  test('behavior: rate limits end with 6', async () => {
    answer = () => ({ error: { code: -32_005, message: 'limit exceeded' } })
    const { code } = await world.run(`pools --rpc ${url}`)
    expect(code).toBe(6)
  })
})

describe('pipes', () => {
  test('behavior: whoever reads may stop reading', async () => {
    const script = `"${process.execPath}" "${binary}" listings 1 | head -n 1; echo "\${PIPESTATUS[0]}"`
    const env = { PATH: process.env.PATH, HOME: world.home }
    const child = spawn('bash', ['-c', script], { cwd: world.folder, env })
    let [out, err] = ['', '']
    child.stdout.on('data', (text) => {
      out += text
    })
    child.stderr.on('data', (text) => {
      err += text
    })
    await new Promise((resolve) => child.on('close', resolve))
    expect(out).toMatch(/^listing.*\n0\n$/)
    expect(err).toBe('')
  })

  test('behavior: a JSON error is one object on stdout, its sentence on stderr', async () => {
    const { stdout, stderr } = await runBinary(['pools', '--json', '--nonsense'], { home: world.home })
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'bulwark/error/1', error: { code: 'usage', exitCode: 2 } })
    expect(stderr).toContain("unknown option '--nonsense'")
  })
})

// The last ones: sales are stopped behind them.
describe('a transaction that is overtaken', () => {
  test('behavior: it ends with 5 and the contract’s reason, though its simulation went well', async () => {
    const { bulwark, chain, actors, client, addresses } = world
    const pool = await getPoolByNumber(client, { covers: addresses.covers, number: 1n })
    await world.fund(actors.holders[0], pool, 1_000_000_000n)
    await chain.test.setAutomine(false)
    const running = world.run(`${buying} --yes --json --timeout 60`)
    for (let tries = 0; tries < 1_200 && (await chain.test.getTxpoolStatus()).pending === 0; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    await chain.wallet.writeContract({
      ...{ ...bulwark.listings, functionName: 'pauseSales', args: [86_400n], account: actors.guardian, gas: 200_000n },
      ...{ chain: null, maxPriorityFeePerGas: 50n * 10n ** 9n, maxFeePerGas: 100n * 10n ** 9n },
    })
    await chain.test.mine({ blocks: 1 })
    await chain.test.setAutomine(true)
    const { code, json, stderr } = await running
    expect(code).toBe(5)
    expect(json.error).toMatchObject({ reason: 'SalesArePaused', transactions: [{ state: 'reverted' }] })
    expect(stderr).toContain('Only its gas was spent')
  })

  test('behavior: what would revert is not sent', async () => {
    const before = await world.client.getBlockNumber()
    const { code, json } = await world.run(`${buying} --yes --json`)
    expect(code).toBe(5)
    expect(json.error).toMatchObject({ code: 'reverted', reason: 'SalesArePaused' })
    expect(await world.client.getBlockNumber()).toBe(before)
  })
})
