import { type Deployed, deploy, deployPriceFeed, readForgeArtifact, send, submitRound } from '@bulwark/testkit'
import { type Address, getAddress, toFunctionSelector } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  armReading,
  createReserveListing,
  getArmedReading,
  getIncidentBounds,
  getReading,
  getReserveConfig,
  getRuledShortfall,
  InvalidConfigError,
  NoReadingError,
  observeMark,
  proveReading,
  type ReserveConfig,
  simulateCreateReserveListing,
  simulateObserveMark,
  simulateProveReading,
} from '../src/index.ts'
import { day, gas, startWorld, type Wallet, type World, wad } from './helpers/startWorld.ts'

const hour = 3_600n
const million = 1_000_000_000_000n
const virtualPrice = toFunctionSelector('get_virtual_price()')
let world: World
let keeper: Wallet
let reserveTrigger: Address
let token: Deployed
let levels: ReserveConfig['levels']
let fee: bigint

const call = (contract: Deployed, functionName: string, ...args: readonly unknown[]) =>
  send(world.chain, { ...contract, functionName, args, account: world.actors.deployer })

/** Lists, waits for the mark and sells a cover. */
async function open(config: ReserveConfig, refresh = async () => {}) {
  const parameters = { reserveTrigger, terms: { ...world.terms, adjudicator: reserveTrigger }, wording: 'Backing.' }
  const created = createReserveListing(keeper, { ...parameters, config, gas })
  const { pool, listing } = await world.openListed(created, reserveTrigger)
  await world.wait(day)
  await refresh()
  await world.mined(observeMark(keeper, { trigger: reserveTrigger, listing, gas }))
  await world.insure(pool, world.actors.holders[0], { listing, amount: 1_000_000_000n, duration: 60n * day })
  return { pool, listing }
}

/** Arms and proves, and returns the ratio. */
async function prove(pool: Address, listing: bigint, refresh = async () => {}): Promise<bigint> {
  const trigger = reserveTrigger
  await world.mined(armReading(keeper, { trigger, listing, pool, fee, gas }))
  const incident = await getArmedReading(world.client, { trigger, listing })
  await world.wait(levels.persistence)
  await refresh()
  const { result } = await simulateProveReading(world.client, { trigger, incident })
  await world.mined(proveReading(keeper, { trigger, incident, gas }))
  return result
}

beforeAll(async () => {
  world = await startWorld('reserveTrigger')
  keeper = world.walletOf(world.actors.keeper)
  reserveTrigger = world.addresses.reserveTrigger
  token = await deploy(world.chain, { ...(await readForgeArtifact('TestToken')), args: ['Backed', 'B', 6] })
  await call(token, 'mint', world.actors.holders[0].address, million)
  levels = { strike: wad / 20n, recovery: wad / 50n, warning: wad / 100n, persistence: 26n * hour }
  fee = (await getIncidentBounds(world.client, world.addresses)).triggerFee
})
afterAll(() => world.stop())

test('default: proof of reserve', async () => {
  const feed = await deployPriceFeed(world.chain, { description: 'Reserves', decimals: 6 })
  const publish = async (answer: bigint) => {
    await submitRound(feed, { answer, updatedAt: Number((await world.now()) + 1n) })
  }
  await publish(million)
  const config = {
    kind: 'proofOfReserve',
    ...{ token: getAddress(token.address), source: getAddress(feed.proxy) },
    ...{ leastSupply: 1_000_000n, heartbeat: day, levels },
  } as const
  const { pool, listing } = await open(config, () => publish(million))
  expect(await getReserveConfig(world.client, { reserveTrigger, listing })).toEqual(config)
  await publish((million * 3n) / 4n)
  expect(await prove(pool, listing, () => publish((million * 3n) / 4n))).toBe(wad / 4n)
  expect(await getRuledShortfall(world.client, { reserveTrigger, listing })).toBe(million / 4n)

  // A feed that falls silent says nothing.
  await world.wait(3n * day)
  expect((await getReading(world.client, { trigger: reserveTrigger, listing })).fault).toBe('stale')
})

test('behavior: a bridge is compared with what it minted', async () => {
  const lock = getAddress(`0x${'1'.repeat(40)}`)
  await call(world.usd, 'mint', lock, million)
  const addresses = { token: getAddress(token.address), source: getAddress(world.usd.address), locks: [lock] }
  const config = { kind: 'bridge', ...addresses, leastSupply: 1_000_000n, levels } as const
  const { pool, listing } = await open(config)
  expect(await getReserveConfig(world.client, { reserveTrigger, listing })).toEqual(config)
  await call(token, 'mint', world.actors.holders[1].address, million)
  // What is minted in one block does not count as the whole at once: its mark stays.
  expect(await prove(pool, listing)).toBe(wad)
})

test('behavior: an LP share is compared with its own price', async () => {
  const curve = await deploy(world.chain, await readForgeArtifact('WildSource'))
  await call(curve, 'set', virtualPrice, wad)
  const addresses = { token: getAddress(token.address), source: getAddress(curve.address) }
  const config = { kind: 'virtualPrice', ...addresses, leastSupply: 1_000_000n, levels } as const
  const { pool, listing } = await open(config)
  const stored = await getReserveConfig(world.client, { reserveTrigger, listing })
  expect(stored).toEqual({ ...config, view: virtualPrice })
  await call(curve, 'set', virtualPrice, (wad * 6n) / 10n)
  expect(await prove(pool, listing)).toBe((wad * 4n) / 10n)
})

test('error: InvalidConfigError, NoReadingError', async () => {
  const curve = await deploy(world.chain, await readForgeArtifact('WildSource'))
  const base = { token: token.address, source: curve.address, leastSupply: 1n, levels }
  const create = (config: ReserveConfig) =>
    simulateCreateReserveListing(world.client, {
      ...{ reserveTrigger, terms: { ...world.terms, adjudicator: reserveTrigger }, wording: 'x', config },
    })
  await expect(create({ kind: 'bridge', ...base, locks: [] })).rejects.toThrow(InvalidConfigError)
  await expect(create({ kind: 'virtualPrice', ...base })).rejects.toThrow(NoReadingError)
  await call(curve, 'set', virtualPrice, wad)
  const { listing } = await open({ kind: 'virtualPrice', ...base })
  await call(curve, 'setMood', virtualPrice, 1)
  await expect(simulateObserveMark(world.client, { trigger: reserveTrigger, listing })).rejects.toMatchObject({
    ...{ name: 'NoReadingError', fault: 'call', shortMessage: `${getAddress(curve.address)} does not answer.` },
  })
})
