import { getConsent, getCover, getCoverOwner } from '@bulwark/sdk'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../sdk/test/helpers/startWorld.ts'
import { type CliWorld, shapeOf, startCliWorld } from './helpers/startCliWorld.ts'

let world: CliWorld
let id: bigint

beforeAll(async () => {
  world = await startCliWorld()
  const { bulwark, actors, courtTerms } = world
  const pool = await world.newPool()
  await world.back(pool, await world.newListing(), 1n)
  await world.back(pool, await world.newListing({ ...courtTerms, personal: true }), 2n, courtTerms)
  await world.underwrite(pool, actors.underwriters[0], 1_000_000_000_000n)
  // Money, and no approval: the command line brings its own.
  for (const actor of actors.holders.slice(0, 2)) await world.fund(actor, bulwark.listings.address, 1_000_000_000n)
})
afterAll(() => world.stop())

const allowanceOf = async (owner: string, spender: string) =>
  world.client.readContract({ ...world.usd, functionName: 'allowance', args: [owner, spender] })

describe('quote', () => {
  test('default', async () => {
    const { code, json, stderr } = await world.run('quote 1 1000 --days 30 --json')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(json.premium.total.value).toMatch(/^4\.6\d+$/)
    expect(shapeOf(json)).toMatchSnapshot()
  })

  test('behavior: people read fields, tools read tabs', async () => {
    const [people, tools] = await Promise.all([
      world.run('quote 1 1000.5 --days 30'),
      world.run('quote 1 1000.5 --days 30 --plain'),
    ])
    expect(people.stdout).toMatch(/^insured {3}1000\.5 TUSD$/m)
    expect(tools.stdout).toMatch(/^insured\t1000\.5 TUSD$/m)
    expect(people.stdout).not.toContain('\u001b')
  })
})

describe('buy', () => {
  test('behavior: a dry run sends nothing, and needs no password', async () => {
    const holder = world.actors.holders[0].address
    const before = await world.client.getBlockNumber()
    const wrong = ['--password-file', `${world.home}/wrong`].join(' ')
    const { code, json } = await world.run(`buy 1 1000 --days 30 --from ${holder} --dry-run --json ${wrong}`)
    expect(code).toBe(0)
    expect(json).toMatchObject({ dryRun: true, cover: `${2n ** 40n + 1n}`, paid: null })
    expect(json.transactions.map(({ state }: { state: string }) => state)).toEqual(['idle', 'idle'])
    expect(await world.client.getBlockNumber()).toBe(before)
  })

  test('default', async () => {
    const [holder] = world.actors.holders
    const before = await world.dollars(holder.address)
    const { code, json, stderr } = await world.run('buy 1 1000 --days 30 --from holder --yes --json')
    expect(code).toBe(0)
    id = BigInt(json.cover)
    const { covers } = world.addresses
    expect(await getCoverOwner(world.client, { covers, id })).toBe(holder.address)
    expect(await getCover(world.client, { covers, id })).toMatchObject({ amount: 1_000_000_000n, listing: 1n })
    expect(before - (await world.dollars(holder.address))).toBe(BigInt(json.paid.units))
    // Approved exactly: what is left is what the price fell short of the highest premium.
    const left = BigInt(json.maxPremium.units) - BigInt(json.paid.units)
    expect(await allowanceOf(holder.address, json.pool.address)).toBe(left)
    expect(json.transactions.map(({ state }: { state: string }) => state)).toEqual(['confirmed', 'confirmed'])
    expect(shapeOf(json)).toMatchSnapshot()
    // What somebody agrees to says chain, contract, value, the most that is paid, and the worst that can come of it.
    for (const told of [/chain +31337/, /pool 1 0x/, /value +0 ETH/, /at most +4\.\d+ TUSD/, /at worst +you pay/]) {
      expect(stderr).toMatch(told)
    }
  })

  test('behavior: asks for more than the highest premium: nothing is sent', async () => {
    const { code, stderr } = await world.run('buy 1 1000 --days 30 --max-premium 1 --from holder --yes')
    expect(code).toBe(2)
    expect(stderr).toMatch(/It costs 4\.\d+ TUSD, more than --max-premium/)
  })

  test('error: CapacityExceededError ends with 5 and its reason', async () => {
    const { code, json } = await world.run('buy 1 900000000 --days 30 --from holder --yes --json')
    expect(code).toBe(5)
    expect(json.error).toMatchObject({ code: 'reverted', exitCode: 5 })
    expect(json.error.reason).toMatch(/^(CapacityExceeded|ListingLimitExceeded)$/)
  })

  test('behavior: a personal risk needs the consent of the account that is protected', async () => {
    const [, other] = world.actors.holders
    const buying = `buy 2 100 --days 30 --protect ${other.address} --from holder --yes`
    const refused = await world.attempt(buying)
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('is paid itself, not the owner of the cover')

    const { code, json } = await world.run(`${buying} --consent-from other --json`)
    expect(code).toBe(0)
    const { lossProofs } = world.addresses
    const consented = await getConsent(world.client, { lossProofs, id: BigInt(json.cover) })
    expect(consented).toBe(world.actors.holders[0].address)

    const waived = await world.attempt(`${buying} --without-consent --json`)
    expect(waived.code).toBe(0)
    const later = await world.attempt(`consent ${waived.json.cover} --from other --yes --json`)
    expect(later.json.consentedTo).toBe(world.actors.holders[0].address)
    const stranger = await world.attempt(`consent ${waived.json.cover} --from holder --yes`)
    expect(stranger.code).toBe(2)
  })

  test('behavior: of an account of one’s own the consent is brought, so that anybody may settle', async () => {
    const { code, json } = await world.run('buy 2 100 --days 30 --from holder --yes --json')
    expect(code).toBe(0)
    const holder = world.actors.holders[0].address
    expect(json.protectedAccount).toBe(holder)
    const { lossProofs } = world.addresses
    expect(await getConsent(world.client, { lossProofs, id: BigInt(json.cover) })).toBe(holder)
    expect(json.transactions.at(-1).label).toBe('consent')
  })
})

describe('covers', () => {
  test('default', async () => {
    const { code, json } = await world.run('covers --from holder --json')
    expect(code).toBe(0)
    expect(json.covers[0].id).toBe(String(id))
    expect(shapeOf(json)).toMatchSnapshot()
    const one = await world.attempt(`covers ${id} --json`)
    expect(one.json.cover).toEqual(json.covers[0])
  })

  test('error: NotFoundError', async () => {
    const { code, json } = await world.run('covers 12345 --json')
    expect(code).toBe(3)
    expect(json.error.code).toBe('not-found')
  })

  test('behavior: an API that does not answer is left out', async () => {
    const { code, json, stderr } = await world.run('covers --from holder --json --api http://127.0.0.1:1')
    expect(code).toBe(0)
    expect(json.covers[0].id).toBe(String(id))
    expect(stderr).toContain('is left out')
  })
})

describe('extend', () => {
  test('default', async () => {
    const before = await getCover(world.client, { covers: world.addresses.covers, id })
    const { code, json } = await world.run(`extend ${id} --days 10 --from holder --yes --json`)
    expect(code).toBe(0)
    expect(BigInt(json.end)).toBe(before.end + 10n * day)
    expect(shapeOf(json)).toMatchSnapshot()
  })
})

describe('cancel', () => {
  test('default', async () => {
    const part = await world.attempt(`cancel ${id} --amount 400 --from holder --yes --json`)
    expect(part.code).toBe(0)
    const { covers } = world.addresses
    expect((await getCover(world.client, { covers, id })).amount).toBe(600_000_000n)
    const before = await world.dollars(world.actors.holders[0].address)
    const { code, json } = await world.run(`cancel ${id} --from holder --yes --json`)
    expect(code).toBe(0)
    expect((await world.dollars(world.actors.holders[0].address)) - before).toBe(BigInt(json.refund.units))
    expect(shapeOf(json)).toMatchSnapshot()
  })

  test('behavior: not of somebody else’s', async () => {
    const own = await world.attempt('buy 1 50 --days 5 --from holder --yes --json')
    const { code, json } = await world.run(`cancel ${own.json.cover} --from other --yes --json`)
    expect(code).toBe(5)
    expect(json.error.reason).toMatch(/Only|Authoris|Owner/)
  })
})
