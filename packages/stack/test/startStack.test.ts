import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runDemo } from '../src/demo/runDemo.ts'
import { StackRunningError } from '../src/errors.ts'
import { readOptions, type StackOptions } from '../src/options.ts'
import { reachableDirectory } from '../src/reachableDirectory.ts'
import { startStack } from '../src/startStack.ts'

const run = promisify(execFile)
const launcher = join(import.meta.dirname, '../../cli/bin/bulwark.mjs')
const minutes = 60_000

let folder: string
let directory: string
const ports = ['--chain-port', '0', '--api-port', '0', '--keeper-port', '0']
const optionsOf = (...args: string[]) => readOptions([...args, ...ports, '--directory', directory]) as StackOptions

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bulwark-stack-'))
  directory = join(folder, '.bulwark')
})
afterAll(async () => {
  // The folder is this user's alone: a database of root is beside it.
  for (const mode of ['local', 'demo']) {
    await rm(await reachableDirectory(join(directory, mode, 'postgres')), { recursive: true, force: true })
  }
  await rm(folder, { recursive: true, force: true })
})

/** The command line, as somebody in the folder of the stack uses it. */
async function bulwark(...args: string[]) {
  const { stdout } = await run(process.execPath, [launcher, ...args, '--json', '--yes'], { cwd: folder })
  return JSON.parse(stdout)
}

/** Was anything paid on a cover? */
const isPaid = ({ paid }: Record<string, unknown>) => BigInt((paid as { value: string }).value) > 0n

const get = async (url: string) => (await fetch(url)).json() as Promise<{ data: Record<string, unknown>[] }>

describe('startStack', () => {
  test(
    'default: everything answers, the visitor buys by the command line, and a second start goes on',
    async () => {
      const first = await startStack({ options: optionsOf() })
      let cover: string
      try {
        const { apiUrl, keeperUrl } = first.file
        expect((await fetch(`${apiUrl}/ready`)).status).toBe(200)
        expect((await fetch(`${keeperUrl}/health`)).status).toBe(200)
        expect((await get(`${apiUrl}/v1/pools`)).data).toHaveLength(3)
        cover = (await bulwark('buy', '1', '5000', '--days', '30')).cover
        expect(cover).toMatch(/^\d+$/)
      } finally {
        await first.stop()
      }

      const again = await startStack({ options: optionsOf() })
      try {
        expect(again.chain.resumed).toBe(true)
        const { data } = await get(`${again.file.apiUrl}/v1/covers?owner=${again.file.accounts[0]?.address}`)
        expect(data.map(({ id }) => id)).toContain(cover)
      } finally {
        await again.stop()
      }
    },
    6 * minutes,
  )

  test(
    'behavior: the demo pays those whom the fall of USDC cost, and nobody else',
    async () => {
      const options = optionsOf('--demo', 'usdc-2023', '--wait', '0', '--speed', '9000')
      const stack = await startStack({ options })
      const ending = new AbortController()
      const told: string[] = []
      try {
        const { cover } = await bulwark('buy', '1', '5000', '--days', '30')
        const demo = runDemo({ stack, options, signal: ending.signal, say: (line) => told.push(line) })
        const paid = async () => (await get(`${stack.file.apiUrl}/v1/covers?limit=100`)).data.filter(isPaid)
        await expect.poll(async () => (await paid()).length, { timeout: 5 * minutes, interval: 1_000 }).toBe(9)
        expect((await paid()).map(({ id }) => id)).toContain(cover)
        expect(told.some((line) => line.includes('you was paid'))).toBe(true)
        ending.abort()
        await demo
      } finally {
        ending.abort()
        await stack.stop()
      }
    },
    8 * minutes,
  )

  test('error: StackRunningError', async () => {
    // Process 1 always lives.
    await writeFile(join(directory, 'stack.json'), '{ "pid": 1 }')
    await expect(startStack({ options: optionsOf() })).rejects.toThrow(StackRunningError)
  })

  test('error: FatalError without a manifest', async () => {
    await rm(join(directory, 'stack.json'))
    const options = { ...optionsOf('--rpc', 'http://127.0.0.1:9', '--deployment', join(folder, 'none.json')) }
    await expect(startStack({ options })).rejects.toThrow('There is no deployment manifest')
  })
})
