import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { specs } from '../src/specs/specs.ts'
import { binary, runBinary, runInside } from './helpers/startCliWorld.ts'

const home = mkdtempSync(join(tmpdir(), 'bulwark-cli-help-'))
const at = { cwd: home, home }
afterAll(() => rmSync(home, { recursive: true }))

const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'cli.md'), 'utf8')

describe('help', () => {
  test.each(specs.map((spec) => [spec.name, spec] as const))(
    '%s: examples first, and one of them in the docs',
    async (name, spec) => {
      const { code, stdout } = await runInside([...name.split(' '), '--help'], at)
      expect(code).toBe(0)
      expect(stdout.startsWith('Examples:\n  bulwark ')).toBe(true)
      expect(stdout.indexOf('Examples:')).toBeLessThan(stdout.indexOf('Usage:'))
      for (const [flags] of spec.options ?? []) expect(stdout).toContain(flags.match(/--[a-z-]+/)?.[0])
      for (const example of spec.examples) expect(example.startsWith(`bulwark ${name}`)).toBe(true)
      expect(page).toContain(spec.examples[0])
    },
  )

  test('behavior: every example is understood', async () => {
    for (const example of specs.flatMap((spec) => spec.examples)) {
      const words = [...example.replace(/ >.*/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(
        ([, quoted, bare]) => quoted ?? bare ?? '',
      )
      const { stdout } = await runInside([...words.slice(1), '--help'], at)
      expect(stdout).toContain('Examples:')
    }
  })

  test('behavior: the real binary, without a chain, in a moment', async () => {
    // What is loaded says more than a clock on a busy machine: help needs neither viem nor the SDK.
    const hook = join(home, 'hook.mjs')
    writeFileSync(
      hook,
      `import { registerHooks } from 'node:module'
       registerHooks({ load(url, context, next) { process._rawDebug(url); return next(url, context) } })`,
    )
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', hook, binary, '--help'], {
      encoding: 'utf8',
    })
    expect(status).toBe(0)
    expect(stdout).toContain('Usage: bulwark')
    expect(stderr).toContain('specs.ts')
    expect(stderr).not.toMatch(/viem|packages\/(sdk|service|report|replay)\//)
  })

  test('behavior: a word that is nearly a command brings that one to mind', async () => {
    const { code, stderr } = await runInside(['qoute', '1', '10'], at)
    expect(code).toBe(2)
    expect(stderr).toContain('Did you mean quote?')
    expect((await runInside(['keystore', 'crate'], at)).stderr).toContain('create')
    expect((await runInside(['pools', '--jsn'], at)).stderr).toContain('--json')
    expect((await runInside([], at)).code).toBe(0)
  })

  test('behavior: runs from the Node of the system, which is older', async () => {
    const system = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
      try {
        return !/^v2[4-9]/.test(execFileSync(path, ['--version'], { encoding: 'utf8' }))
      } catch {
        return false
      }
    })
    if (system === undefined) return
    const { status, stdout } = spawnSync(system, [binary, '--version'], { encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 0, stdout: '0.0.0\n' })
  })
})

describe('colour', () => {
  test('behavior: none without a terminal', async () => {
    const { stdout, stderr } = await runBinary(['pools'], { home, env: { FORCE_COLOR: '1' } })
    expect(`${stdout}${stderr}`).not.toContain('\u001b')
  })
})

describe('completion', () => {
  const script = (shell: string) => runInside(['completion', shell], at)

  test('bash: completes commands, their second words and their options', async () => {
    const { stdout } = await script('bash')
    const complete = (...words: string[]) => {
      const typed = words.map((word) => `'${word}'`).join(' ')
      const run = `${stdout}\nCOMP_WORDS=(${typed}); COMP_CWORD=${words.length - 1}; _bulwark; echo "\${COMPREPLY[@]}"`
      return spawnSync('bash', ['-c', run], { encoding: 'utf8' }).stdout.trim().split(' ')
    }
    expect(complete('bulwark', 'qu')).toEqual(['quote'])
    expect(complete('bulwark', 'keystore', 'i')).toEqual(['import'])
    expect(complete('bulwark', 'buy', '1', '--max')).toEqual(['--max-premium', '--max-fee'])
    expect(complete('bulwark', 'create', 'pool', '--dry')).toEqual(['--dry-run'])
  })

  test('zsh and fish: name every command', async () => {
    for (const shell of ['zsh', 'fish']) {
      const { code, stdout } = await script(shell)
      expect(code).toBe(0)
      for (const { name } of specs) expect(stdout).toContain(name.split(' ')[0])
    }
  })

  test('error: UsageError', async () => {
    expect((await script('powershell')).code).toBe(2)
  })
})

describe('keystore', () => {
  test('default', async () => {
    const file = join(home, 'password')
    writeFileSync(file, 'correct horse\n', { mode: 0o600 })
    const made = await runBinary(['keystore', 'create', 'alice', '--password-file', file, '--json'], { home })
    expect(made.code).toBe(0)
    expect(made.json.address).toMatch(/^0x[0-9a-fA-F]{40}$/)
    const key = join(home, 'key')
    writeFileSync(key, `0x${'11'.repeat(32)}\n`, { mode: 0o600 })
    const importing = ['keystore', 'import', 'bob', '--file', key, '--password-stdin', '--json']
    const imported = await runBinary(importing, { home, stdin: 'staple\n' })
    expect(imported.json.address).toBe('0x19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A')
    const again = ['keystore', 'import', 'bob', '--file', key, '--password-file', file]
    expect((await runInside(again, at)).stderr).toContain('keys are never overwritten')
    const listed = await runBinary(['keystore', 'list', '--json'], { home })
    expect(listed.json.keystores.map(({ name }: { name: string }) => name)).toEqual(['alice', 'bob'])
    const address = await runBinary(['keystore', 'address', 'bob'], { home })
    expect(address.stdout).toBe('0x19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A\n')
    // A keystore of another program, opened by its own password.
    const path = listed.json.keystores[1].path
    const old = join(home, 'old')
    writeFileSync(old, 'staple', { mode: 0o600 })
    const moved = ['keystore', 'import', 'carol', '--file', path, '--old-password-file', old, '--password-file', file]
    expect((await runInside([...moved, '--json'], at)).json.address).toBe(imported.json.address)
  }, 180_000)

  test('error: UsageError and NotFoundError', async () => {
    expect((await runInside(['keystore', 'create', '../alice', '--password-stdin'], at)).code).toBe(2)
    expect((await runInside(['keystore', 'create', 'dave'], at)).code).toBe(2)
    expect((await runInside(['keystore', 'address', 'nobody'], at)).code).toBe(3)
    const key = join(home, 'nokey')
    writeFileSync(key, 'not a key', { mode: 0o600 })
    const wrong = await runInside(
      ['keystore', 'import', 'eve', '--file', key, '--password-file', join(home, 'password')],
      at,
    )
    expect(wrong.code).toBe(1)
    expect(wrong.stderr).not.toContain('not a key\n')
  })
})

describe('settings', () => {
  const project = join(home, 'project')
  const write = (value: unknown) => {
    execFileSync('mkdir', ['-p', join(project, '.bulwark')])
    writeFileSync(join(project, '.bulwark', 'config.json'), typeof value === 'string' ? value : JSON.stringify(value))
  }
  const run = (args: string[], env = {}) => runBinary(args, { home, cwd: project, env })

  test('behavior: flags before environment before project', async () => {
    write({ rpc: 'http://127.0.0.1:3', deployment: 'nowhere.json' })
    expect((await run(['pools'])).stderr).toContain(join(project, '.bulwark', 'nowhere.json'))
    const env = { BULWARK_DEPLOYMENT: '/environment.json' }
    expect((await run(['pools'], env)).stderr).toContain('/environment.json')
    expect((await run(['pools', '--deployment', '/flag.json'], env)).stderr).toContain('/flag.json')
  })

  test('error: ConfigError', async () => {
    for (const value of [{ password: 'x' }, { rpc: 5 }, [], 'no json']) {
      write(value)
      const { code, stderr } = await run(['pools'])
      expect(code).toBe(2)
      expect(stderr).toContain('config.json')
    }
  })
})

describe('losses prove', () => {
  test('default', async () => {
    const file = join(home, 'losses.csv')
    writeFileSync(file, 'account,loss\n0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045,12.5\n')
    const { code, json } = await runBinary(['losses', 'prove', file, '--out', join(home, 'out'), '--json'], { home })
    expect(code).toBe(0)
    expect(json).toMatchObject({ accounts: 1, lossSum: '12500000000000000000' })
    expect(JSON.parse(readFileSync(join(home, 'out', 'proofs.json'), 'utf8')).root).toBe(json.root)
  })

  test('error: LossListError and UsageError', async () => {
    const file = join(home, 'wrong.csv')
    writeFileSync(file, 'account,loss\n0x12,1\n')
    expect((await runInside(['losses', 'prove', file], at)).code).toBe(1)
    expect((await runInside(['losses', 'prove', join(home, 'none.csv')], at)).code).toBe(2)
  })
})

test('replay: lists what can be played', async () => {
  const { code, stdout } = await runBinary(['replay', 'list'], { home })
  expect(code).toBe(0)
  expect(stdout).toContain('usdc-2023')
  expect((await runBinary(['replay', 'no-such-story'], { home })).code).toBe(1)
})
