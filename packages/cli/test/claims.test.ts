import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getIncident } from '@bulwark/sdk'
import { deployPriceFeed, type PriceFeed, send, submitRound } from '@bulwark/testkit'
import { parseEther } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day, wad } from '../../sdk/test/helpers/startWorld.ts'
import { type CliWorld, runInside, shapeOf, startCliWorld } from './helpers/startCliWorld.ts'

const hour = 3_600n
let world: CliWorld
let feed: PriceFeed
let cover: string

const write = (name: string, value: object) => {
  const path = join(world.folder, name)
  writeFileSync(
    path,
    JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}` : part)),
  )
  return path
}
const publish = async (answer: bigint) => submitRound(feed, { answer, updatedAt: Number((await world.now()) + hour) })

// A court, a feed, and one pool for both: made, filled and judged by the command line alone.
beforeAll(async () => {
  world = await startCliWorld()
  const { actors, bulwark, usd, chain } = world
  // The first pool of a chain brings the code that later ones are made of.
  await world.newPool()
  feed = await deployPriceFeed(chain, { description: 'USDC / USD' })
  await publish(100_000_000n)
  const spender = bulwark.listings.address
  for (const actor of [actors.underwriters[0], actors.holders[0]]) await world.fund(actor, spender, 900_000_000_000n)
  for (const actor of actors.assessors.slice(0, 3)) {
    const args = [actor.address, parseEther('10000')]
    await send(chain, { ...bulwark.token, functionName: 'transfer', args, account: actors.treasury })
  }
  expect(usd.address).toBeDefined()
})
afterAll(() => world.stop())

describe('create', () => {
  test('listing: default', async () => {
    const { usd, bulwark } = world
    const common = { maxRatio: wad, grace: 30n * day, minPeriod: day, maxPeriod: 365n * day, minRate: 0, maxRate: wad }
    const path = write('court.json', {
      ruledBy: 'court',
      wording: 'Key theft: what was taken from the account.',
      metaEvidence: 'ipfs://policy',
      terms: { ...common, bondToken: usd.address, bond: 100_000_000n, eventWindow: 3n * day },
      config: {
        ...{
          arbitrator: bulwark.membersAppeal.address,
          arbitrationTime: 20n * day,
          repayShare: 3_000,
          extraData: '0x',
        },
      },
    })
    const { code, json } = await world.run(`create listing ${path} --from curator --yes --json`)
    expect(json).toMatchObject({ listing: '1' })
    expect(code).toBe(0)
    expect(shapeOf(json)).toMatchSnapshot()
    const depeg = write('depeg.json', {
      ruledBy: 'priceFeedTrigger',
      wording: 'Pays half if the price stays low.',
      terms: common,
      config: {
        ...{ feed: feed.proxy, decimals: 8, direction: 'fall', lookback: 0, heartbeat: day, sequencerGrace: 0 },
        ...{ sequencer: `0x${'0'.repeat(40)}`, strike: 95_000_000, recovery: 98_000_000, warning: 99_000_000 },
        ...{ par: 100_000_000, persistence: 6n * hour, table: [{ move: wad / 20n, ratio: wad / 2n }] },
      },
    })
    expect(await world.inside(`create listing ${depeg} --from curator`)).toMatchObject({ listing: '2' })
    for (const listing of [1n, 2n]) await world.postRate(listing)
  })

  test('pool: default', async () => {
    const pool = {
      ...{ asset: world.usd.address, name: 'Made here', symbol: 'MH', cooldown: 14n * day },
      ...{ r: wad / 4n, kappa: wad / 500n, classes: [{ rho: wad / 2n, maxLossProbability: wad / 5n }] },
    }
    const { code, json } = await world.run(`create pool ${write('pool.json', pool)} --from curator --yes --json`)
    expect(code).toBe(0)
    expect(json.pool.number).toBe('2')
    expect(shapeOf(json)).toMatchSnapshot()
  })

  test('error: UsageError for a file that is not what it should be', async () => {
    const run = (value: object) =>
      runInside(['create', 'listing', write('wrong.json', value), '--from', 'curator', '--yes'], {
        ...{ cwd: world.folder, home: world.home },
      })
    const wrong: [object, RegExp][] = [
      [{ wording: 'x' }, /terms is missing/],
      [{ ruledBy: 'nobody', terms: {}, wording: 'x' }, /ruledBy is "nobody"/],
      [{ terms: {}, wording: 'x', colour: 'red' }, /has a field "colour"/],
      [{ terms: { adjudicator: '0x12' }, wording: 'x' }, /is missing|not an address/],
      [{ terms: { bond: 1.5 }, wording: 'x' }, /bond is 1\.5/],
    ]
    for (const [value, message] of wrong) {
      const { code, stderr } = await run(value)
      expect(code).toBe(2)
      expect(stderr).toMatch(message)
    }
    expect((await world.attempt('create listing missing.json')).code).toBe(2)
  })
})

describe('curate', () => {
  test('default', async () => {
    const { code, json } = await world.run(
      'curate limit 2 1 --class 0 --group 1 --limit 500000 --from curator --yes --json',
    )
    expect(code).toBe(0)
    expect(json.did).toBe('changed')
    expect(shapeOf(json)).toMatchSnapshot()
    await world.inside('curate limit 2 2 --class 0 --group 2 --limit 500000 --from curator')
    for (const group of [1, 2])
      await world.inside(`curate group 2 --class 0 --group ${group} --limit 500000 --from curator`)
    for (const by of ['court', 'priceFeedTrigger']) {
      expect((await world.attempt(`curate adjudicator 2 ${by} --limit 900000 --from curator --yes`)).code).toBe(0)
    }
    await world.inside('deposit 2 800000 --from underwriter')
  })

  test('behavior: once there is capital, what raises a risk is announced and waits', async () => {
    const raise = 'curate limit 2 1 --limit 700000 --from curator --yes --json'
    const { code, json } = await world.run(raise)
    expect(code).toBe(0)
    expect(json.did).toBe('announced')
    const pending = await world.attempt('curate pending 2 --json')
    expect(pending.json.pending).toHaveLength(1)
    expect(pending.json.pending[0].what).toMatch(/^setBacking\(/)
    const again = await world.attempt(raise)
    expect(again.code).toBe(2)
    expect(again.stderr).toContain('can be made from')
    const { hash } = pending.json.pending[0]
    expect((await world.attempt(`curate revoke 2 ${hash} --from curator --yes`)).code).toBe(0)
    expect((await world.inside('curate pending 2')).pending).toEqual([])
    expect((await world.attempt(`curate revoke 2 ${hash} --from curator --yes`)).code).toBe(3)
  })

  test('behavior: only the curator', async () => {
    const { code, json } = await world.run('curate stop 2 1 --from other --yes --json')
    expect(code).toBe(5)
    expect(json.error.reason).toBe('OnlyCurator')
  })
})

describe('a claim that people judge', () => {
  test('default', async () => {
    for (const who of ['assessor', 'assessor2', 'assessor3']) {
      await world.inside(`assess stake 10000 --from ${who}`)
    }
    cover = (await world.inside('buy 1 10000 --days 60 --pool 2 --from holder')).cover
    await world.wait(day)
    const at = (await world.now()) - 60n
    const { code, json } = await world.run(
      `claim ${cover} --ratio 100% --at ${at} --evidence ipfs://evidence --from holder --yes --json`,
    )
    expect(code).toBe(0)
    expect(json).toMatchObject({ incident: '1', judge: 'court' })
    expect(json.transactions.map(({ label }: { label: string }) => label)).toEqual([
      ...['approve 100 TUSD', 'assert the loss', 'open the case'],
    ])
    expect(shapeOf(json)).toMatchSnapshot()
    const listed = await world.attempt('incidents --status open --json')
    expect(listed.json.incidents).toHaveLength(1)
    expect(shapeOf(listed.json)).toMatchSnapshot()

    const queue = await world.attempt('assess queue --from assessor --json')
    expect(queue.json.cases).toMatchObject([{ incident: '1', phase: 'evidence', yours: 'nothing' }])
    expect(shapeOf(queue.json)).toMatchSnapshot()
    await world.wait(6n * day)
    for (const [who, award] of [
      ['assessor', '100%'],
      ['assessor2', '50%'],
      ['assessor3', '50%'],
    ]) {
      await world.inside(`assess commit 1 --award ${award} --reason "it was taken" --from ${who}`)
    }
    await world.wait(3n * day)
    // Whoever lost what reveals it is told so, and nothing is sent.
    const lost = await world.attempt('assess reveal 1 --secret nowhere.json --from assessor --yes')
    expect(lost.code).toBe(3)
    for (const who of ['assessor', 'assessor2', 'assessor3']) {
      await world.inside(`assess reveal 1 --from ${who}`)
    }
    expect((await world.inside('assess queue --from assessor')).cases).toMatchObject([{ yours: 'revealed' }])

    // Not ruled before the time for an appeal is over.
    const early = await world.attempt('settle 1 --from keeper --yes --json')
    expect(early.code).toBe(5)
    await world.wait(7n * day)
    const before = await world.dollars(world.actors.holders[0].address)
    const settled = await world.run('settle 1 --from keeper --yes --json')
    expect(settled.code).toBe(0)
    expect(settled.json.payments).toMatchObject([{ cover, paid: { value: '5000' } }])
    // The bond comes back, less what the assessors get of it.
    const gained = (await world.dollars(world.actors.holders[0].address)) - before
    expect(gained).toBeGreaterThanOrEqual(5_000_000_000n)
    expect(shapeOf(settled.json)).toMatchSnapshot()
    expect((await getIncident(world.client, { incidents: world.addresses.incidents, incident: 1n })).status).toBe(
      'granted',
    )

    const collected = await world.attempt('assess collect --from assessor2 --yes --json')
    expect(collected.code).toBe(0)
    expect((await world.attempt('assess collect --from assessor2 --yes')).code).toBe(3)
    const one = await world.attempt('incidents 1 --json')
    expect(one.json.payments).toMatchObject([{ cover, paid: { value: '5000' } }])
    expect((await world.attempt('settle 1 --from keeper --yes')).code).toBe(3)
  }, 180_000)

  test('behavior: stake leaves late', async () => {
    const { code, json } = await world.run('assess unstake 1000 --from assessor2 --yes --json')
    expect(code).toBe(0)
    expect(BigInt(json.readyAt)).toBeGreaterThan(await world.now())
    expect((await world.attempt('assess unstake --withdraw --from assessor2 --yes')).code).toBe(5)
  })

  test('error: UsageError where a trigger rules', async () => {
    await world.postRate(2n)
    await publish(100_000_000n)
    const own = (await world.inside('buy 2 1000 --days 60 --pool 2 --from holder')).cover
    const { code, stderr } = await world.run(`claim ${own} --ratio 10% --at 1700000000 --from holder --yes`)
    expect(code).toBe(2)
    expect(stderr).toContain('bulwark prove trigger 2')
  })
})

describe('a loss that is proven', () => {
  test('default', async () => {
    const calm = await world.attempt('prove trigger 2 --from keeper --yes')
    expect(calm.code).toBe(3)
    await publish(99_500_000n)
    await publish(90_000_000n)
    const armed = await world.attempt('prove trigger 2 --from keeper --yes --json')
    expect(armed.code).toBe(0)
    expect(armed.json.did).toBe('arm')
    for (let step = 0; step < 7; step += 1) await publish(90_000_000n)
    const { code, json } = await world.run('prove trigger 2 --from keeper --yes --json')
    expect(code).toBe(0)
    expect(json.did).toBe('prove')
    expect(shapeOf(json)).toMatchSnapshot()
    const { payments } = await world.inside('settle 2 --from keeper')
    expect(payments).toMatchObject([{ paid: { value: '500' } }])
  })

  test('error: UsageError where people rule', async () => {
    expect((await world.attempt('prove trigger 1 --from keeper --yes')).code).toBe(2)
    expect((await world.attempt('prove holding 1 --from keeper --yes')).code).toBe(2)
  })
})
