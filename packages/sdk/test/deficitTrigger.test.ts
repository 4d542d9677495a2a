import { type Deployed, deploy, readForgeArtifact, send } from '@bulwark/testkit'
import { type Address, getAddress, toFunctionSelector } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  armReading,
  createDeficitListing,
  type DeficitConfig,
  getArmedReading,
  getDeficitConfig,
  getIncident,
  getIncidentBounds,
  getReading,
  getRuledDeficit,
  InvalidConfigError,
  observeMark,
  proveReading,
  simulateArmReading,
  simulateCreateDeficitListing,
  simulateProveReading,
} from '../src/index.ts'
import { day, gas, startWorld, type Wallet, type World, wad } from './helpers/startWorld.ts'

const hour = 3_600n
const million = 1_000_000_000_000n
let world: World
let keeper: Wallet
let trigger: Address
let market: Deployed
let config: DeficitConfig
let pool: Address
let listing: bigint

/** What the market reports as bad debt. */
const report = (deficit: bigint) =>
  send(world.chain, {
    ...market,
    functionName: 'set',
    args: [toFunctionSelector('getReserveDeficit(address)'), deficit],
    account: world.actors.deployer,
  })

beforeAll(async () => {
  world = await startWorld('deficitTrigger')
  const { chain, actors, usd } = world
  keeper = world.walletOf(actors.keeper)
  trigger = world.addresses.deficitTrigger
  market = await deploy(chain, await readForgeArtifact('WildSource'))
  const supplied = await deploy(chain, { ...(await readForgeArtifact('TestToken')), args: ['aToken', 'A', 6] })
  await send(chain, {
    ...supplied,
    functionName: 'mint',
    args: [actors.holders[0].address, million],
    account: actors.deployer,
  })
  await report(5_000_000_000n)
  config = {
    ...{ market: getAddress(market.address), asset: getAddress(usd.address), supplied: getAddress(supplied.address) },
    ...{ offset: 10_000_000_000n, warning: 1_000_000_000n, persistence: 6n * hour },
  }
  const parameters = { deficitTrigger: trigger, terms: { ...world.terms, adjudicator: trigger }, wording: 'Bad debt.' }
  const created = createDeficitListing(keeper, { ...parameters, config, gas })
  ;({ pool, listing } = await world.openListed(created, trigger))
  await world.wait(day)
  await world.mined(observeMark(keeper, { trigger, listing, gas }))
})
afterAll(() => world.stop())

test('default', async () => {
  const { client, actors, addresses } = world
  const { triggerFee: fee } = await getIncidentBounds(client, addresses)
  await world.insure(pool, actors.holders[0], { listing, amount: 1_000_000_000n, duration: 60n * day })
  expect(await getDeficitConfig(client, { deficitTrigger: trigger, listing })).toEqual(config)
  expect(await getRuledDeficit(client, { deficitTrigger: trigger, listing })).toBe(5_000_000_000n)

  // 5,000 that there were and 10,000 that others bear leave 100,000 of a million.
  await report(115_000_000_000n)
  expect(await getReading(client, { trigger, listing })).toMatchObject({ loss: million / 10n, fall: wad / 10n })
  await world.mined(armReading(keeper, { trigger, listing, pool, fee, gas }))
  const incident = await getArmedReading(client, { trigger, listing })
  await world.wait(6n * hour)
  expect((await simulateProveReading(client, { trigger, incident })).result).toBe(wad / 10n)
  await world.mined(proveReading(keeper, { trigger, incident, gas }))
  expect((await getIncident(client, { ...addresses, incident })).status).toBe('granted')

  // The same deficit is never paid twice.
  expect(await getRuledDeficit(client, { deficitTrigger: trigger, listing })).toBe(115_000_000_000n)
  const again = simulateArmReading(client, { trigger, listing, pool, fee, account: actors.keeper })
  await expect(again).rejects.toMatchObject({ name: 'NotBeyondStrikeError', args: { fall: 0n } })
})

test('error: InvalidConfigError', () =>
  expect(
    simulateCreateDeficitListing(world.client, {
      ...{ deficitTrigger: trigger, terms: { ...world.terms, adjudicator: trigger }, wording: 'x' },
      config: { ...config, warning: config.offset + 1n },
    }),
  ).rejects.toThrow(InvalidConfigError))
