import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { binary, type CliWorld, password, startCliWorld } from './helpers/startCliWorld.ts'

let world: CliWorld
const buying = 'buy 1 10 --days 30 --from holder'

// `script` of util-linux gives the binary a terminal.
const hasScript = spawnSync('script', ['--version']).status === 0

beforeAll(async () => {
  world = await startCliWorld()
  await world.openPool()
  await world.fund(world.actors.holders[0], world.bulwark.listings.address, 1_000_000_000n)
})
afterAll(() => world.stop())

/** Runs the binary in a terminal, and types an answer each time that it asks. */
async function type(
  args: string,
  answers: readonly (readonly [asked: RegExp, answer: string])[],
  env = {},
  cwd = world.folder,
) {
  const line = `"${process.execPath}" "${binary}" ${args}`
  const child = spawn('script', ['-qec', line, '/dev/null'], {
    cwd,
    env: { PATH: process.env.PATH, HOME: world.home, TERM: 'xterm', SHELL: '/bin/sh', ...env },
  })
  let seen = ''
  let next = 0
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    seen += text
    const [asked, answer] = answers[next] ?? []
    if (answer === undefined || !asked?.test(seen)) return
    next += 1
    child.stdin.write(answer)
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  return { code, seen }
}

describe.skipIf(!hasScript)('a person in front', () => {
  test('behavior: no is no', async () => {
    const before = await world.client.getBlockNumber()
    const { code, seen } = await type(buying, [[/Send\?/, 'n\r']])
    expect(code).toBe(4)
    expect(seen).toContain('Nothing was sent.')
    expect(seen).toContain('\u001b[')
    expect(await world.client.getBlockNumber()).toBe(before)
  })

  test('behavior: Ctrl-C at the question', async () => {
    const { code } = await type(buying, [[/Send\?/, '\u0003']])
    expect(code).toBe(130)
  })

  test('behavior: yes, and the password, which is not shown', async () => {
    // The keystore of somebody who did not start a stack: nothing says where its password is.
    const elsewhere = join(world.home, 'elsewhere')
    mkdirSync(join(elsewhere, '.bulwark'), { recursive: true })
    const deployment = join(world.folder, '.bulwark', 'deployment.json')
    writeFileSync(join(elsewhere, '.bulwark', 'config.json'), JSON.stringify({ rpc: world.chain.url, deployment }))
    const keystore = join(world.folder, '.bulwark', 'keys', 'holder.json')
    const answers = [
      [/Send\?/, 'y\r'],
      [/Password of/, `${password}\r`],
    ] as const
    const child = await type(`buy 1 10 --days 30 --keystore ${keystore}`, answers, {}, elsewhere)
    expect(child.code).toBe(0)
    expect(child.seen).not.toContain(password)
  })

  test('behavior: colour only where it is wanted', async () => {
    const quoting = 'quote 1 10 --days 30'
    for (const [args, env] of [
      [`${quoting} --no-color`, {}],
      [quoting, { NO_COLOR: '1' }],
      [quoting, { TERM: 'dumb' }],
    ] as const) {
      const { code, seen } = await type(args, [], env)
      expect(code).toBe(0)
      expect(seen).not.toContain('\u001b')
    }
  })
})
