import {
  type Deployed,
  deploy,
  deployUptimeFeed,
  proxyRoundId,
  readForgeArtifact,
  reportSequencer,
  send,
} from '@bulwark/testkit'
import { type Address, getAddress } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  armReading,
  canSell,
  createFrozenListing,
  type FrozenConfig,
  getArmedReading,
  getFrozenConfig,
  getIncident,
  getIncidentBounds,
  getOutages,
  getReading,
  getReadingLevels,
  getThawTime,
  NotDownError,
  NotSpentError,
  OutageRuledError,
  proveOutage,
  proveReading,
  ReadingsTooFarApartError,
  SpanTooShortError,
  StillFrozenError,
  settle,
  simulateProveOutage,
  simulateProveReading,
  simulateThaw,
  step,
  ThawTooShortError,
  takeReading,
  thaw,
  WrongKindError,
} from '../src/index.ts'
import { day, gas, startWorld, type Wallet, type World, wad } from './helpers/startWorld.ts'

const hour = 3_600n
const million = 1_000_000_000_000n
const amount = 10_000_000_000n
const ratio = (wad * 3n) / 10n
let world: World
let keeper: Wallet
let frozenTrigger: Address
let trigger: Address
let vault: Deployed
let frozen: { pool: Address; listing: bigint }
let fee: bigint

async function open(config: FrozenConfig, grace = 7n * day) {
  const terms = { ...world.terms, adjudicator: frozenTrigger, grace }
  const parameters = { frozenTrigger, terms, wording: 'Pays 30 %.', config }
  return world.openListed(createFrozenListing(keeper, { ...parameters, gas }), frozenTrigger)
}

/** The vault lends out what it holds, or gets it back. */
const lend = (assets: bigint) =>
  send(world.chain, { ...vault, functionName: 'setLent', args: [assets], account: world.actors.deployer })

beforeAll(async () => {
  world = await startWorld('frozenTrigger')
  keeper = world.walletOf(world.actors.keeper)
  frozenTrigger = world.addresses.frozenTrigger
  trigger = frozenTrigger
  vault = await deploy(world.chain, { ...(await readForgeArtifact('LossyVault')), args: [world.usd.address] })
  const [saver] = world.actors.holders
  await world.fund(saver, vault.address, million)
  await send(world.chain, { ...vault, functionName: 'deposit', args: [million, saver.address], account: saver })
  fee = (await getIncidentBounds(world.client, world.addresses)).triggerFee
  const config = {
    kind: 'maxWithdraw',
    ...{ target: getAddress(vault.address), account: getAddress(saver.address), amount: million / 10n },
    ...{ ratio, persistence: 12n * hour, gap: 6n * hour },
  } as const
  frozen = await open(config)
  expect(await getFrozenConfig(world.client, { frozenTrigger, listing: frozen.listing })).toEqual(config)
})
afterAll(() => world.stop())

test('behavior: readings that are too far apart prove nothing', async () => {
  const { client, actors, addresses } = world
  const { pool, listing } = frozen
  await world.insure(pool, actors.holders[1], { listing, amount, duration: 60n * day })
  expect((await getReadingLevels(client, { trigger, listing })).gap).toBe(6n * hour)
  await expect(simulateThaw(client, { frozenTrigger, listing })).rejects.toThrow(NotSpentError)
  await lend(million)
  await world.mined(armReading(keeper, { trigger, listing, pool, fee, gas }))
  const incident = await getArmedReading(client, { trigger, listing })
  await world.wait(13n * hour)
  await expect(simulateProveReading(client, { trigger, incident })).rejects.toThrow(ReadingsTooFarApartError)
  await world.mined(takeReading(keeper, { trigger, incident, gas }))
  expect((await getIncident(client, { ...addresses, incident })).status).toBe('denied')
})

test('default: a freeze is paid once, until it has thawed', async () => {
  const { client, actors, addresses } = world
  const { pool, listing } = frozen
  await lend(0n)
  await world.mined(step(keeper, { pool, max: 8n, gas }))
  const id = await world.insure(pool, actors.holders[0], { listing, amount, duration: 60n * day })
  await lend(million)
  await world.mined(armReading(keeper, { trigger, listing, pool, fee, gas }))
  const incident = await getArmedReading(client, { trigger, listing })
  await world.wait(6n * hour - 10n)
  await world.mined(takeReading(keeper, { trigger, incident, gas }))
  await world.wait(6n * hour - 10n)
  await world.mined(takeReading(keeper, { trigger, incident, gas }))
  await world.wait(hour)
  await world.mined(proveReading(keeper, { trigger, incident, gas }))
  const before = await world.dollars(actors.holders[0].address)
  await world.mined(settle(keeper, { ...addresses, incident, ids: [id], gas }))
  expect((await world.dollars(actors.holders[0].address)) - before).toBe((amount * ratio) / wad)

  expect((await getReading(client, { trigger, listing })).fault).toBe('spent')
  await expect(simulateThaw(client, { frozenTrigger, listing })).rejects.toThrow(StillFrozenError)
  await lend(0n)
  await world.mined(thaw(keeper, { frozenTrigger, listing, gas }))
  await expect(simulateThaw(client, { frozenTrigger, listing })).rejects.toThrow(ThawTooShortError)
  await world.wait(await getThawTime(client, { frozenTrigger }))
  await world.mined(thaw(keeper, { frozenTrigger, listing, gas }))
  expect(await canSell(client, { adjudicator: trigger, listing })).toBe(true)
})

test('proveOutage', async () => {
  const { client, actors, addresses } = world
  const sequencer = await deployUptimeFeed(world.chain)
  const report = async (up: boolean, after: bigint) => {
    const at = Number((await world.now()) + after)
    return { round: proxyRoundId(await reportSequencer(sequencer, { up, at })), at: BigInt(at) }
  }
  const { round: up } = await report(true, 1n)
  const config = { kind: 'outage', target: getAddress(sequencer.proxy), ratio, persistence: 6n * hour } as const
  const { pool, listing } = await open(config, 14n * day)
  expect(await getFrozenConfig(client, { frozenTrigger, listing })).toEqual(config)
  await world.insure(pool, actors.holders[0], { listing, amount, duration: 60n * day })
  const down = await report(false, hour)
  const proof = { frozenTrigger, listing, round: down.round, pool, fee, account: actors.keeper }
  await expect(simulateProveOutage(client, proof)).rejects.toThrow(SpanTooShortError)
  const back = await report(true, 7n * hour)
  await expect(simulateProveOutage(client, { ...proof, round: up })).rejects.toThrow(NotDownError)
  await expect(simulateProveOutage(client, { ...proof, ...frozen })).rejects.toThrow(WrongKindError)
  const { result } = await simulateProveOutage(client, proof)
  expect(result.ratio).toBe(ratio)
  await world.mined(proveOutage(keeper, { frozenTrigger, listing, round: down.round, pool, fee, gas }))
  expect(await getIncident(client, { ...addresses, incident: result.incident })).toMatchObject({
    ...{ status: 'granted', lossTime: down.at },
  })
  expect(await getOutages(client, { frozenTrigger, listing })).toEqual([{ from: down.at, until: back.at }])
  await expect(simulateProveOutage(client, proof)).rejects.toThrow(OutageRuledError)
})
