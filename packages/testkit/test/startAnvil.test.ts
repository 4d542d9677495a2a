import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { AnvilExitedError, AnvilPortTakenError, chainTime, startAnvil } from '../src/index.ts'

const timestamp = 1_668_900_000

/** By its port: a killed process whose parent is gone may stay in the process table for a while. */
const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  )

async function isGone(url: string): Promise<boolean> {
  for (let tries = 0; tries < 100 && (await answers(url)); tries++) await setTimeout(20)
  return !(await answers(url))
}

test('default', async () => {
  const anvil = await startAnvil({ timestamp })
  expect(anvil.url).toBe(`http://127.0.0.1:${anvil.port}`)
  expect(await anvil.chain.public.getChainId()).toBe(31_337)
  expect(await anvil.chain.public.getBlockNumber()).toBe(1n)
  expect(await chainTime(anvil.chain)).toBe(timestamp)
  const balance = await anvil.chain.public.getBalance({ address: anvil.chain.actors.reporters[9].address })
  expect(balance).toBe(10_000n * 10n ** 18n)
  await anvil.stop()
  await anvil.stop()
  expect(await answers(anvil.url)).toBe(false)
})

test('behavior: blocks are dated one second apart, whatever the clock says', async () => {
  const { chain, stop } = await startAnvil({ timestamp })
  for (let block = 1; block <= 3; block++) {
    await chain.test.mine({ blocks: 1 })
    expect(await chainTime(chain)).toBe(timestamp + block)
  }
  await stop()
})

test('behavior: the clock can run on instead, and port and chain id can be chosen', async () => {
  const { port, stop } = await startAnvil({ timestamp })
  await stop()
  const anvil = await startAnvil({ timestamp, port, chainId: 1_337, secondsPerBlock: 0 })
  expect(anvil.port).toBe(port)
  expect(await anvil.chain.public.getChainId()).toBe(1_337)
  await anvil.chain.test.mine({ blocks: 1 })
  expect(await chainTime(anvil.chain)).toBeLessThan(timestamp + 60)
  await anvil.stop()
})

test('error: AnvilPortTakenError', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const failure = startAnvil({ timestamp, port })
  await expect(failure).rejects.toBeInstanceOf(AnvilPortTakenError)
  await expect(failure).rejects.toMatchObject({ port, shortMessage: `Port ${port} is taken.` })
  server.close()
})

test('error: AnvilExitedError at the start', async () => {
  const failure = startAnvil({ timestamp: -1 })
  await expect(failure).rejects.toBeInstanceOf(AnvilExitedError)
  await expect(failure).rejects.toHaveProperty('details', expect.stringContaining('-1'))
})

test('error: AnvilExitedError from a request, if anvil dies', async () => {
  const { chain, url, pid } = await startAnvil({ timestamp })
  process.kill(pid, 'SIGKILL')
  expect(await isGone(url)).toBe(true)
  await expect(chain.public.getBlock()).rejects.toBeInstanceOf(AnvilExitedError)
  await expect(chain.public.getBlock()).rejects.toMatchObject({ signal: 'SIGKILL' })
})

describe('behavior: no anvil outlives its parent', () => {
  async function startParent(how: string) {
    const parent = spawn(process.execPath, [join(import.meta.dirname, 'fixtures/parent.ts'), how], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    parent.stdout.setEncoding('utf8')
    const [line] = await once(parent.stdout, 'data')
    const { url }: { url: string } = JSON.parse(line)
    return { parent, url, rest: text(parent.stdout), exit: once(parent, 'exit') }
  }

  test.for([
    ['end', 0],
    ['throw', 1],
  ] as const)('%s', async ([how, code]) => {
    const { url, exit } = await startParent(how)
    expect(await exit).toEqual([code, null])
    expect(await isGone(url)).toBe(true)
  })

  test.for(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s', async (signal) => {
    const { parent, url, exit } = await startParent('wait')
    expect(await answers(url)).toBe(true)
    parent.kill(signal)
    expect(await exit).toEqual([null, signal])
    expect(await isGone(url)).toBe(true)
  })

  test('a parent with a handler of its own may use anvil until it exits', async () => {
    const { parent, url, exit, rest } = await startParent('graceful')
    parent.kill('SIGTERM')
    expect(await exit).toEqual([7, null])
    expect(JSON.parse(await rest)).toEqual({ answered: true })
    expect(await isGone(url)).toBe(true)
  })
})

describe('stateFile', () => {
  test('behavior: a chain that was stopped goes on where it was, by the clock of the machine', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bulwark-anvil-'))
    const stateFile = join(folder, 'state.json')
    try {
      const first = await startAnvil({ timestamp, stateFile })
      await first.chain.test.mine({ blocks: 3 })
      const { hash } = await first.chain.public.getBlock({ blockNumber: 2n })
      await first.stop()

      const second = await startAnvil({ timestamp, stateFile, secondsPerBlock: 0 })
      expect(await second.chain.public.getBlockNumber()).toBe(4n)
      expect((await second.chain.public.getBlock({ blockNumber: 2n })).hash).toBe(hash)
      await second.chain.test.mine({ blocks: 1 })
      expect(Math.abs((await chainTime(second.chain)) - Date.now() / 1_000)).toBeLessThan(60)
      await second.stop()
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
