import { type Deployed, deploy, readForgeArtifact, send } from '@bulwark/testkit'
import { type Address, getAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  AlreadyArmedError,
  armReading,
  canSell,
  createVaultLossListing,
  getArmedReading,
  getIncident,
  getIncidentBounds,
  getKeeperTime,
  getMark,
  getReading,
  getReadingLevels,
  getReadingSpan,
  getVaultLossConfig,
  InvalidConfigError,
  NoReadingError,
  NotArmedError,
  NotBeyondStrikeError,
  NotConfiguredError,
  NothingToObserveError,
  observeMark,
  proveReading,
  SpanTooOldError,
  SpanTooShortError,
  settle,
  simulateArmReading,
  simulateCreateVaultLossListing,
  simulateObserveMark,
  simulateProveReading,
  step,
  takeReading,
  type VaultLossConfig,
  worstCaseTime,
} from '../src/index.ts'
import { day, gas, startWorld, type Wallet, type World, wad } from './helpers/startWorld.ts'

const hour = 3_600n
const amount = 10_000_000_000n
let world: World
let keeper: Wallet
let trigger: Address
let vault: Deployed
let config: VaultLossConfig
let pool: Address
let listing: bigint
let fee: bigint

/** The strategy loses dollars, or somebody makes them good. */
const lose = (assets: bigint) =>
  send(world.chain, { ...vault, functionName: 'lose', args: [assets], account: world.actors.deployer })
const makeGood = (assets: bigint) =>
  send(world.chain, {
    ...world.usd,
    functionName: 'mint',
    args: [vault.address, assets],
    account: world.actors.deployer,
  })

/** Arms, and returns the incident. */
async function arm(): Promise<bigint> {
  await world.mined(armReading(keeper, { trigger, listing, pool, fee, gas }))
  return getArmedReading(world.client, { trigger, listing })
}

beforeAll(async () => {
  world = await startWorld('vaultLossTrigger')
  keeper = world.walletOf(world.actors.keeper)
  trigger = world.addresses.vaultLossTrigger
  vault = await deploy(world.chain, { ...(await readForgeArtifact('LossyVault')), args: [world.usd.address] })
  const [saver] = world.actors.holders
  const saved = 1_000_000_000_000n
  await world.fund(saver, vault.address, saved)
  await send(world.chain, { ...vault, functionName: 'deposit', args: [saved, saver.address], account: saver })
  const levels = { strike: wad / 20n, recovery: wad / 50n, warning: wad / 100n, persistence: 12n * hour }
  config = { vault: getAddress(vault.address), leastShares: 1_000_000_000n, levels }
  const terms = { ...world.terms, adjudicator: trigger }
  const parameters = { vaultLossTrigger: trigger, terms, wording: 'Pays what a share lost.', config }
  const created = createVaultLossListing(keeper, { ...parameters, gas })
  ;({ pool, listing } = await world.openListed(created, trigger))
  fee = (await getIncidentBounds(world.client, world.addresses)).triggerFee
})
afterAll(() => world.stop())

test('behavior: nothing is sold or armed before the mark, a day later', async () => {
  const { client } = world
  expect((await getReading(client, { trigger, listing })).fault).toBe('mark')
  expect(await canSell(client, { adjudicator: trigger, listing })).toBe(false)
  const early = simulateArmReading(client, { trigger, listing, pool, fee, account: world.actors.keeper })
  await expect(early).rejects.toMatchObject({ name: 'NoReadingError', fault: 'mark' })
  await expect(simulateObserveMark(client, { trigger, listing })).rejects.toThrow(NothingToObserveError)
  await world.wait(day)
  await world.mined(observeMark(keeper, { trigger, listing, gas }))
  expect((await getMark(client, { trigger, listing })).level).toBe(1_000_000n)
  expect(await canSell(client, { adjudicator: trigger, listing })).toBe(true)
})

describe('proveReading', () => {
  test('behavior: a loss that is made good is dismissed', async () => {
    const { client, actors, addresses } = world
    await world.insure(pool, actors.holders[1], { listing, amount: 1_000_000_000n, duration: 60n * day })
    const account = actors.keeper
    await expect(simulateArmReading(client, { trigger, listing, pool, fee, account })).rejects.toThrow(
      NotBeyondStrikeError,
    )
    await lose(100_000_000_000n)
    const incident = await arm()
    await expect(simulateArmReading(client, { trigger, listing, pool, fee, account })).rejects.toThrow(
      AlreadyArmedError,
    )
    await makeGood(100_000_000_000n)
    await world.mined(takeReading(keeper, { trigger, incident, gas }))
    expect((await getIncident(client, { ...addresses, incident })).status).toBe('denied')
    expect((await getReadingSpan(client, { trigger, incident })).verdict).toBe('denied')
    expect(await getArmedReading(client, { trigger, listing })).toBe(0n)
    await expect(simulateProveReading(client, { trigger, incident })).rejects.toThrow(NotArmedError)
  })

  test('default', async () => {
    const { client, actors, addresses } = world
    const [holder] = actors.holders
    await world.mined(step(keeper, { pool, max: 8n, gas }))
    const id = await world.insure(pool, holder, { listing, amount, duration: 60n * day })
    await lose(100_000_000_000n)
    const { fault, fall, whole } = await getReading(client, { trigger, listing })
    expect([fault, fall / 10n ** 12n, whole]).toEqual([undefined, wad / 10n ** 13n, 1_000_000n])
    const incident = await arm()
    await expect(simulateProveReading(client, { trigger, incident })).rejects.toThrow(SpanTooShortError)
    await world.wait(12n * hour)
    const { result: ratio } = await simulateProveReading(client, { trigger, incident })
    expect(ratio).toBe(fall)
    await world.mined(proveReading(keeper, { trigger, incident, gas }))
    const before = await world.dollars(holder.address)
    await world.mined(settle(keeper, { ...addresses, incident, ids: [id], gas }))
    expect((await world.dollars(holder.address)) - before).toBe((amount * ratio) / wad)
    expect(await getReadingSpan(client, { trigger, incident })).toMatchObject({ listing, verdict: 'granted', ratio })
  })

  test('behavior: whoever proves and settles in the last minute still pays within the worst case', async () => {
    const { client, actors, addresses } = world
    const [, , holder] = actors.holders
    await world.mined(step(keeper, { pool, max: 8n, gas }))
    const id = await world.insure(pool, holder, { listing, amount, duration: 60n * day })
    await lose(100_000_000_000n)
    const incident = await arm()
    const { ruling, settlement, total } = await worstCaseTime(client, { ...addresses, listing })
    const minute = 60n
    await world.wait(ruling - minute)
    await world.mined(proveReading(keeper, { trigger, incident, gas }))
    await world.wait(settlement)
    const before = await world.dollars(holder.address)
    await world.mined(settle(keeper, { ...addresses, incident, ids: [id], gas }))
    expect(await world.dollars(holder.address)).toBeGreaterThan(before)
    const { armedAt } = await getReadingSpan(client, { trigger, incident })
    const elapsed = (await world.now()) - armedAt
    expect(elapsed).toBeLessThanOrEqual(total)
    expect(elapsed).toBeGreaterThan(total - 2n * minute)
  })

  test('error: SpanTooOldError', async () => {
    await lose(200_000_000_000n)
    const incident = await arm()
    await world.wait(12n * hour + (await getKeeperTime(world.client, { trigger })) + 1n)
    await expect(simulateProveReading(world.client, { trigger, incident })).rejects.toThrow(SpanTooOldError)
  })
})

describe('views', () => {
  test('default', async () => {
    const { client } = world
    expect(await getVaultLossConfig(client, { vaultLossTrigger: trigger, listing })).toEqual(config)
    expect(await getReadingLevels(client, { trigger, listing })).toEqual({ ...config.levels, gap: 0n })
    expect(await getKeeperTime(client, { trigger })).toBe(3n * day)
  })

  test('error: NotConfiguredError, InvalidConfigError, NoReadingError', async () => {
    const { client, terms, usd } = world
    await expect(getReading(client, { trigger, listing: 999n })).rejects.toThrow(NotConfiguredError)
    const create = (changed: Partial<VaultLossConfig>) =>
      simulateCreateVaultLossListing(client, {
        ...{ vaultLossTrigger: trigger, terms: { ...terms, adjudicator: trigger }, wording: 'x' },
        config: { ...config, ...changed },
      })
    await expect(create({ leastShares: 0n })).rejects.toThrow(InvalidConfigError)
    await expect(create({ vault: usd.address })).rejects.toThrow(NoReadingError)
  })
})
