import { getShareBalance } from '@bulwark/sdk'
import type { Address } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../sdk/test/helpers/startWorld.ts'
import { type CliWorld, shapeOf, startCliWorld } from './helpers/startCliWorld.ts'

let world: CliWorld
let pool: Address

beforeAll(async () => {
  world = await startCliWorld()
  const { actors, bulwark } = world
  ;({ pool } = await world.openPool())
  await world.fund(actors.underwriters[0], bulwark.listings.address, 5_000_000_000n)
})
afterAll(() => world.stop())

test('pools: default', async () => {
  const { code, json } = await world.run('pools --json')
  expect(code).toBe(0)
  expect(json.pools).toHaveLength(1)
  expect(json.pools[0]).toMatchObject({ number: '1', address: pool, name: 'Test pool' })
  expect(shapeOf(json)).toMatchSnapshot()
})

test('pools: behavior: one of them, with what it backs', async () => {
  const { code, json } = await world.run(`pools ${pool} --json`)
  expect(code).toBe(0)
  expect(json.backings).toMatchObject([{ listing: '1', class: 0, group: '1' }])
  expect(shapeOf(json)).toMatchSnapshot()
  expect((await world.attempt('pools 1 --plain')).stdout).toContain('own funds\t1000000 TUSD\n')
  expect((await world.attempt('pools 9')).code).toBe(3)
  expect((await world.attempt('pools --asset EURX')).code).toBe(3)
})

test('listings: default', async () => {
  const { code, json } = await world.run('listings --json')
  expect(code).toBe(0)
  expect(json.listings).toHaveLength(1)
  expect(shapeOf(json)).toMatchSnapshot()
  const one = await world.attempt('listings 1')
  expect(one.stdout).toContain('What is covered, and what is paid.')
  expect((await world.attempt('listings 2')).code).toBe(3)
})

test('incidents: default', async () => {
  const empty = await world.attempt('incidents --json')
  expect(empty).toMatchObject({ code: 0 })
  expect(empty.json.incidents).toEqual([])
})

describe('deposit', () => {
  test('default', async () => {
    const owner = world.actors.underwriters[0].address
    const before = await getShareBalance(world.client, { pool, owner })
    const { code, json } = await world.run('deposit 1 3000 --from underwriter --yes --json')
    expect(code).toBe(0)
    const minted = (await getShareBalance(world.client, { pool, owner })) - before
    expect(BigInt(json.shares.units)).toBe(minted)
    expect(shapeOf(json)).toMatchSnapshot()
  })

  test('behavior: MAX is all that there is, and no more', async () => {
    const json = await world.inside('deposit 1 MAX --from underwriter')
    expect(json.assets.value).toBe('2000')
    const { code, stderr } = await world.run('deposit 1 1 --from underwriter --yes')
    expect(code).toBe(1)
    expect(stderr).toContain('has 0 TUSD of the 1 TUSD needed')
  })
})

describe('leave', () => {
  test('default', async () => {
    const owner = world.actors.underwriters[0].address
    const asked = await world.attempt('leave 1 1000 --from underwriter --yes --json')
    expect(asked.code).toBe(0)
    // Rounded down: nobody asks for more than was written.
    expect(BigInt(asked.json.requests[0].assets.units)).toBeLessThanOrEqual(1_000_000_000n)
    expect(shapeOf(asked.json)).toMatchSnapshot()
    const { requestId } = asked.json.requests[0]

    const soon = await world.attempt('leave 1 --process --from underwriter --yes --json')
    expect(soon.json.error).toMatchObject({ exitCode: 5, reason: 'CooldownNotOver' })
    const own = await world.attempt(`leave 1 --process-own ${requestId} --from underwriter --yes --json`)
    expect(own.json.error).toMatchObject({ exitCode: 5, reason: 'CooldownNotOver' })
    const status = await world.attempt('leave 1 --status --from underwriter --json')
    expect(status.json.requests).toEqual(asked.json.requests)

    await world.wait(15n * day)
    const processed = await world.attempt('leave 1 --process --from underwriter --yes --json')
    expect(processed.code).toBe(0)
    const before = await world.dollars(owner)
    const ready = BigInt(processed.json.claimable.assets.units)
    const claimed = await world.attempt('leave 1 --claim --from underwriter --yes --json')
    expect(claimed.code).toBe(0)
    expect((await world.dollars(owner)) - before).toBe(ready)
    expect((await world.attempt('leave 1 --claim --from underwriter --yes')).code).toBe(3)
  })

  test('behavior: an exit is taken back', async () => {
    const asked = await world.inside('leave 1 MAX --from underwriter')
    const { requestId, shares } = asked.requests[0]
    const { code, json } = await world.run(`leave 1 --cancel ${requestId} --from underwriter --yes --json`)
    expect(code).toBe(0)
    expect(json.requests).toEqual([])
    const owner = world.actors.underwriters[0].address
    expect(await getShareBalance(world.client, { pool, owner })).toBe(BigInt(shares.units))
    expect((await world.attempt('leave 1 --cancel 7 --from underwriter --yes')).code).toBe(3)
  })

  test('behavior: one wish at a time', async () => {
    expect((await world.attempt('leave 1 100 --claim --from underwriter')).code).toBe(2)
    expect((await world.attempt('leave 1 --from underwriter')).code).toBe(2)
  })
})
