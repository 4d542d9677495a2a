import { parseEventLogs } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createPool,
  getCoversContracts,
  getCreationCodeHash,
  getFactoryBounds,
  getPoolByNumber,
  getPoolCount,
  getPoolNumber,
  getShareMetadata,
  InvalidParameterError,
  poolFactoryAbi,
  simulateCreatePool,
  WrongCreationCodeError,
} from '../src/index.ts'
import { day, gas, startWorld, type World, wad } from './helpers/startWorld.ts'

let world: World
const parametersOf = ({ addresses, bulwark, usd, actors }: World) => ({
  factory: addresses.factory,
  creationCode: bulwark.pool.bytecode,
  asset: usd.address,
  curator: actors.curator.address,
  name: 'A pool',
  symbol: 'AP',
  cooldown: 10n * day,
  r: wad / 4n,
  kappa: wad / 500n,
  classes: [{ rho: wad / 2n, maxLossProbability: wad / 10n }],
})

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

test('default', async () => {
  const { client, addresses, actors } = world
  const parameters = parametersOf(world)
  const { result } = await simulateCreatePool(client, parameters)
  const receipt = await world.mined(createPool(world.walletOf(actors.attacker), { ...parameters, gas }))
  const [created] = parseEventLogs({ abi: poolFactoryAbi, logs: receipt.logs, eventName: 'PoolCreated' })
  expect(created?.args).toMatchObject({ pool: result, number: 1n, curator: actors.curator.address })
  expect(await getPoolCount(client, addresses)).toBe(1n)
  expect(await getPoolNumber(client, { covers: addresses.covers, pool: result })).toBe(1n)
  expect(await getPoolByNumber(client, { covers: addresses.covers, number: 1n })).toBe(result)
  expect(await getShareMetadata(client, { pool: result })).toEqual({ name: 'A pool', symbol: 'AP', decimals: 18 })
})

test('behavior: the contracts say whom they trust, and the bounds', async () => {
  const { client, addresses } = world
  const { factory } = await getCoversContracts(client, addresses)
  expect(factory.toLowerCase()).toBe(addresses.factory.toLowerCase())
  expect(await getCreationCodeHash(client, addresses)).toMatch(/^0x/)
  expect(await getFactoryBounds(client, addresses)).toEqual({
    minCooldown: day,
    maxCooldown: 14n * day,
    minRho: wad / 4n,
    minR: wad / 10n,
    minLossProbability: wad / 100n,
    maxKappa: wad / 20n,
    maxClasses: 16n,
  })
})

test('error: WrongCreationCodeError', () =>
  expect(simulateCreatePool(world.client, { ...parametersOf(world), creationCode: '0x00' })).rejects.toThrow(
    WrongCreationCodeError,
  ))

test('error: InvalidParameterError', async () => {
  const refusal = simulateCreatePool(world.client, { ...parametersOf(world), cooldown: 1n })
  await expect(refusal).rejects.toThrow(InvalidParameterError)
  await expect(refusal).rejects.toMatchObject({
    shortMessage: 'The parameter cooldown of the pool is out of its bounds.',
  })
})
