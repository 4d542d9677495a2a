import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { names } from '../src/cli/usage.ts'
import { editRounds } from './fixtures/editRounds.ts'

const root = join(import.meta.dirname, '../../..')
const main = 'packages/replay/src/main.ts'
const running = new Set<ChildProcess>()
let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bulwark-replay-'))
})

afterEach(() => {
  for (const child of running) child.kill('SIGTERM')
})

afterAll(async () => {
  await rm(directory, { recursive: true })
})

/** Starts the command as npm does, from the root of the repository. */
function start(args: readonly string[], nodeOptions: readonly string[] = []) {
  const child = spawn(process.execPath, [...nodeOptions, main, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const printed = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    printed.stdout += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    printed.stderr += chunk
  })
  const ended = once(child, 'close').then(([code]: unknown[]) => {
    running.delete(child)
    return { code, ...printed }
  })

  /** Waits until stdout has it. */
  async function prints(pattern: RegExp): Promise<RegExpMatchArray> {
    for (;;) {
      const match = pattern.exec(printed.stdout)
      if (match) return match
      if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${printed.stderr}`)
      await setTimeout(20)
    }
  }
  return { child, ended, prints }
}

const run = (args: readonly string[], nodeOptions: readonly string[] = []) => start(args, nodeOptions).ended

const isListening = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}`).then(
    () => true,
    () => false,
  )

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

describe('usdc-2023', () => {
  test('--json prints one object and nothing else, --csv takes another series', async () => {
    const csv = await editRounds(directory, ({ round }) => (round === 900 ? { answer: 98_000_000 } : {}))
    const { code, stdout, stderr } = await run(['usdc-2023', '--json', '--csv', csv])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^\{.*\}\n$/)
    const { listings, covers, ...rest } = JSON.parse(stdout)
    expect(rest).toEqual({})
    expect(listings).toContainEqual({ listing: 'near', lossRatio: '84018293836111111', ruledAt: 1_678_552_691 })
    expect(listings).toContainEqual({ listing: 'far', lossRatio: null, ruledAt: null })
    expect(covers).toHaveLength(14)
    for (const cover of covers) {
      expect(Object.keys(cover)).toEqual(['id', 'pool', 'listing', 'amount', 'expected', 'paid', 'funding'])
      for (const figure of [cover.id, cover.amount, cover.expected, cover.paid]) expect(figure).toMatch(/^\d+$/)
      expect(cover.funding ?? '0').toMatch(/^\d+$/)
      expect(cover.paid).toBe(cover.expected)
    }
    expect(covers[0]).toMatchObject({ pool: 'Harbour', listing: 'lending', amount: '300000000000', funding: null })
  })

  test('tells the story in 150 columns; --keep leaves the chain running, and Ctrl-C stops it', async () => {
    const port = await freePort()
    const { child, ended, prints } = start(['usdc-2023', '--keep', '--port', String(port)])
    await prints(/npx cast call .*\n/)
    expect(await isListening(port)).toBe(true)
    child.kill('SIGINT')
    const { code, stdout, stderr } = await ended
    expect({ code, stderr }).toEqual({ code: 0, stderr: '\nThe chain is stopped.\n' })
    expect(await isListening(port)).toBe(false)

    const lines = stdout.split('\n')
    expect(lines.filter((line) => line.length > 150)).toEqual([])
    expect(lines.filter((line) => line.endsWith(' '))).toEqual([])
    for (const part of [
      /^Who may do what$/m,
      /^2023-03-11 15:51 {2}0\.9224 .* near is ruled, loss ratio 8\.344484 %$/m,
      /^2023-03-11 04:30 .* Hana wants 100,000 USDT of cover on near: refused, an incident is open /m,
      /^ {26}Skerry {6}pays 6,529\.21 USDT on 3 covers, funded 78\.24 % /m,
      /^▁|█+.*$/m,
      /^ {2}near {8}2023-03-11 15:51:47 UTC, loss ratio 0\.083444849855555555$/m,
      /^19 of 19 payments equal, to the smallest unit, what was expected\.$/m,
      new RegExp(`^The chain is still running: http://127.0.0.1:${port}, chain id 31337\\.`, 'm'),
    ]) {
      expect(stdout).toMatch(part)
    }
    expect(stdout).not.toContain('DIFFERENT')
  })

  test('Ctrl-C in the middle', async () => {
    const port = await freePort()
    const { child, ended, prints } = start(['usdc-2023', '--port', String(port)])
    await prints(/Ada deposits/)
    expect(await isListening(port)).toBe(true)
    const before = performance.now()
    child.kill('SIGINT')
    const { code, stderr } = await ended
    expect({ code, stderr }).toEqual({ code: 130, stderr: '\nStopped before the end; the chain is gone with it.\n' })
    expect(performance.now() - before).toBeLessThan(2_000)
    expect(await isListening(port)).toBe(false)
  })

  test('a reader that stops reading', async () => {
    const port = await freePort()
    const { child, ended, prints } = start(['usdc-2023', '--port', String(port)])
    await prints(/Ada deposits/)
    child.stdout.destroy()
    expect(await ended).toMatchObject({ code: 0, stderr: '' })
    expect(await isListening(port)).toBe(false)
  })
})

describe('another story', () => {
  test('--json prints one object and nothing else', async () => {
    const { code, stdout, stderr } = await run(['outage', '--json'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^\{.*\}\n$/)
    const { covers, ...rest } = JSON.parse(stdout)
    expect(Object.keys(rest)).toEqual(['name', 'risk', 'decidedBy', 'hoursToMoney', 'worstCaseHours', 'denied'])
    expect(rest).toMatchObject({ name: 'outage', worstCaseHours: 75, denied: 2 })
    for (const { expected, paid } of covers) expect(paid).toBe(expected)
  })

  test('is told in 150 columns, without blanks at the end', async () => {
    const { code, stdout, stderr } = await run(['bridge'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const lines = stdout.split('\n')
    expect(lines.filter((line) => line.length > 150)).toEqual([])
    expect(lines.filter((line) => line.endsWith(' '))).toEqual([])
    expect(stdout).toMatch(/^2025-06-27 05:20 +43\.24 % +the last reading proves it: ruled, loss ratio 43\.24375 %$/m)
    expect(stdout).toMatch(/^5 of 5 covers were paid, to the smallest unit, what the facts say/m)
  })
})

test('all --json prints one object with every story', async () => {
  const { code, stdout, stderr } = await run(['all', '--json'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const { stories, ...rest } = JSON.parse(stdout)
  expect(rest).toEqual({})
  expect(stories.map(({ name }: { name: string }) => name)).toEqual(names)
  for (const { covers, hoursToMoney, worstCaseHours, denied, ...told } of stories) {
    expect(told).toEqual({ name: expect.any(String), risk: expect.any(String), decidedBy: expect.any(String) })
    expect(hoursToMoney).toBeGreaterThan(0)
    expect(hoursToMoney).toBeLessThanOrEqual(worstCaseHours)
    expect(denied).toBeGreaterThan(0)
    for (const cover of covers) {
      expect(cover).toEqual({ expected: expect.stringMatching(/^\d+$/), paid: cover.expected })
    }
  }
}, 480_000)

describe('a clear sentence, and 1', () => {
  const failure = (stderr: string) => ({ code: 1, stdout: '', stderr })
  const help = '`npm run replay -- --help` says what there is.\n'

  test('an unknown story', async () => {
    const sentence = `There is no story called usdc-2022, only ${names.join(', ')}.`
    expect(await run(['usdc-2022'])).toEqual(failure(`${sentence}\n${help}`))
  })

  test('an unknown option', async () => {
    expect(await run(['usdc-2023', '--fast'])).toEqual(failure(`There is no option --fast.\n${help}`))
  })

  test('a bad port', async () => {
    const sentence = '--port is "http", which is not a number from 1 to 65535.'
    expect(await run(['usdc-2023', '--port', 'http'])).toEqual(failure(`${sentence}\n${help}`))
  })

  test('a taken port', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    const advice = 'Stop what listens there, or give another port, or none for a free one.'
    expect(await run(['usdc-2023', '--port', String(port)])).toEqual(failure(`Port ${port} is taken.\n${advice}\n`))
    server.close()
  })

  test('no anvil', async () => {
    const { code, stdout, stderr } = await run(['usdc-2023'], [`--import=${import.meta.dirname}/fixtures/noAnvil.ts`])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^The anvil binary cannot be run\.\nRun `npm ci` at the root of the repository;/)
  })

  test('no file', async () => {
    const { code, stdout, stderr } = await run(['usdc-2023', '--csv', join(directory, 'none.csv')])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/none\.csv cannot be read\.\nGive the path of a CSV file\.\n/)
  })

  test('a bad file', async () => {
    const csv = join(directory, 'bad.csv')
    await writeFile(csv, 'round,time,answer\n1,1676000000,0.9999\n')
    const { code, stdout, stderr } = await run(['usdc-2023', '--json', '--csv', csv])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(`${csv}:2: answer is "0.9999", which is not a whole number it can hold.\n`)
  })
})

test('help and list', async () => {
  const { code, stdout, stderr } = await run(['--help'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^npm run replay -- STORY/)
  const list = await run(['list'])
  expect(list).toMatchObject({ code: 0, stderr: '' })
  expect(list.stdout).toMatch(/^usdc-2023 +USDC loses its peg/)
})
