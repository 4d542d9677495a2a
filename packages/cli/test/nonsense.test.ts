import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendOptions } from '../src/program/createProgram.ts'
import { specs } from '../src/specs/specs.ts'
import { type CliWorld, runInside, startCliWorld } from './helpers/startCliWorld.ts'

let world: CliWorld
let cover: string

beforeAll(async () => {
  world = await startCliWorld()
  await world.openPool()
  await world.fund(world.actors.holders[0], world.bulwark.listings.address, 1_000_000_000n)
  ;({ cover } = await world.inside('buy 1 10 --days 30 --from holder'))
})
afterAll(() => world.stop())

/** A line of each command that works, to be spoiled in one place. */
const lines = (): Record<string, string> => ({
  quote: 'quote 1 10 --days 30',
  buy: 'buy 1 10 --days 30 --from holder',
  extend: `extend ${cover} --days 3 --from holder`,
  cancel: `cancel ${cover} --from holder`,
  consent: `consent ${cover} --from holder`,
  pools: 'pools',
  covers: 'covers --from holder',
  incidents: 'incidents',
  deposit: 'deposit 1 10 --from holder',
  leave: 'leave 1 10 --from underwriter',
  claim: `claim ${cover} --ratio 50% --at 1700000000 --from holder`,
  'prove trigger': 'prove trigger 1 --from keeper',
  'assess unstake': 'assess unstake 10 --from assessor',
  'assess commit': 'assess commit 1 --award 10% --reason x --from assessor',
  'curate limit': 'curate limit 1 1 --limit 10 --class 0 --group 1 --from curator',
  'curate group': 'curate group 1 --limit 10 --class 0 --group 1 --from curator',
  'curate adjudicator': 'curate adjudicator 1 court --limit 10 --from curator',
  'report solvency': 'report solvency --pool 1',
})

/** What means nothing to any option that wants a number, an address, a time, a URL or a name. */
const nonsense = [
  '',
  ' ',
  'x',
  '-1',
  '1e9',
  '٣',
  '１',
  '0x',
  '9'.repeat(90),
  'NaN',
  "'; DROP TABLE",
  '../../etc',
  '%00',
  '\u001b[2J',
]

/** Options that take any text, or are not looked at in a dry run. */
const free = ['--password-file', '--evidence', '--reason', '--out', '--secret', '--api', '--database', '--quote']

const cases = (): [line: string, flag: string, value: string][] => {
  let turn = 0
  return specs.flatMap(({ name, options = [], sends }) => {
    const line = lines()[name]
    if (line === undefined) return []
    // Each option of sending once; those of the command itself with two values each.
    const own = options.flatMap((option) => [option, option])
    const flags = [...own, ...(sends && name === 'buy' ? sendOptions : [])].map(([flag]) => flag)
    return flags
      .filter((flag) => flag.includes('<'))
      .map((flag) => flag.match(/--[a-z-]+/)?.[0] ?? '')
      .filter((flag) => !free.includes(flag))
      .map((flag): [string, string, string] => [line, flag, nonsense[turn++ % nonsense.length] ?? 'x'])
  })
}

test('behavior: nonsense in any option ends with a sentence, and sends nothing', async () => {
  const before = await world.client.getBlockNumber()
  const wrong: unknown[] = []
  for (const [line, flag, value] of cases()) {
    const dry = line.includes('--from') && !line.startsWith('covers') ? ['--dry-run'] : []
    const { code, json, stdout, stderr } = await runInside([...line.split(' '), ...dry, `${flag}=${value}`, '--json'], {
      ...{ cwd: world.folder, home: world.home },
    })
    const fine =
      code !== 0 &&
      stdout.trim().split('\n').length === 1 &&
      !/\n\s+at /.test(stderr) &&
      typeof json.error?.message === 'string'
    if (!fine || !['usage', 'config', 'not-found', 'error', 'reverted'].includes(json.error.code)) {
      wrong.push({ line, flag, value, code, stderr: stderr.slice(0, 200) })
    }
  }
  expect(wrong).toEqual([])
  expect(await world.client.getBlockNumber()).toBe(before)
}, 300_000)

test('behavior: nonsense in any argument, too', async () => {
  const before = await world.client.getBlockNumber()
  const wrong: unknown[] = []
  let turn = 0
  for (const { name, args = [] } of specs) {
    if (/^(up|replay|losses|completion|keystore)/.test(name)) continue
    for (const [place, [argument]] of args.entries()) {
      // `vote` and `delegate` without a word only look.
      const words = args.map((_, index) => (index === place ? (nonsense[turn++ % nonsense.length] ?? 'x') : '1'))
      const line = [...name.split(' '), '--from', 'holder', '--dry-run', '--json', '--', ...words]
      const { code, stdout, stderr } = await runInside(line, { cwd: world.folder, home: world.home })
      if (code === 0 || !stdout.startsWith('{"schema":"bulwark/error/1"') || /\n\s+at /.test(stderr)) {
        wrong.push({ name, argument, words, code, stderr: stderr.slice(0, 200) })
      }
    }
  }
  expect(wrong).toEqual([])
  expect(await world.client.getBlockNumber()).toBe(before)
}, 300_000)
