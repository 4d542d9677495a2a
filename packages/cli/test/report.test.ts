import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CliWorld, startCliWorld } from './helpers/startCliWorld.ts'

let world: CliWorld

beforeAll(async () => {
  world = await startCliWorld()
  await world.openPool()
  await world.fund(world.actors.holders[0], world.bulwark.listings.address, 1_000_000_000n)
  await world.inside('buy 1 10000 --days 30 --from holder')
})
afterAll(() => world.stop())

describe('report', () => {
  const path = () => join(world.folder, 'statement', 'statement.json')

  test('solvency: default', async () => {
    const { code, json, stderr } = await world.run(
      `report solvency --pool 1 --out ${join(world.folder, 'statement')} --no-pdf --sign --from curator --json`,
    )
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(json.schema).toBe('bulwark/report-solvency/1')
    expect(existsSync(path())).toBe(true)
    expect(readFileSync(path().replace('.json', '.html'), 'utf8')).toContain('Test pool')
    expect(JSON.parse(readFileSync(path(), 'utf8')).signature).toBeDefined()
  }, 120_000)

  test('verify: default', async () => {
    const { code, json } = await world.run(`report verify ${path()} --json`)
    expect(code).toBe(0)
    expect(json).toMatchObject({ valid: true, findings: [] })
  })

  test('verify: error: MismatchError for one digit', async () => {
    const text = readFileSync(path(), 'utf8')
    const cash = /"cash": "(\d)(\d+)"/.exec(text)
    expect(cash).not.toBeNull()
    const wrong = join(world.folder, 'wrong.json')
    const digit = (Number(cash?.[1]) % 9) + 1
    writeFileSync(wrong, text.replace(cash?.[0] ?? '', `"cash": "${digit}${cash?.[2]}"`))
    const { code, json, stderr } = await world.attempt(`report verify ${wrong} --json`)
    expect(code).toBe(1)
    expect(json.error.code).toBe('mismatch')
    expect(stderr).toMatch(/cash/)
  })

  test('error: InvalidStatementError', async () => {
    const wrong = join(world.folder, 'none.json')
    writeFileSync(wrong, '{}')
    expect((await world.attempt(`report verify ${wrong}`)).code).toBe(1)
    expect((await world.attempt('report solvency --pool 9')).code).toBe(3)
    expect((await world.attempt('report solvency --pool 1 --block 99999999')).code).not.toBe(0)
  })
})

describe('verify', () => {
  test('error: UsageError', async () => {
    expect((await world.attempt('verify')).code).toBe(2)
    expect((await world.attempt('verify --database http://127.0.0.1')).code).toBe(2)
    expect((await world.attempt('verify --all --sample 3 --database postgresql://x@127.0.0.1/x')).code).toBe(2)
    const { code, stderr } = await world.attempt('verify --database postgresql://x:secret@127.0.0.1/x')
    expect(code).toBe(2)
    expect(stderr).not.toContain('secret')
  })

  test('behavior: a database that is down ends with 6', async () => {
    const { code } = await world.run('verify --database postgresql://x@127.0.0.1:1/x --timeout 2')
    expect(code).toBe(6)
  })
})

test('up: error: UsageError', async () => {
  expect((await world.attempt('up --rpc http://127.0.0.1:1')).code).toBe(2)
})
