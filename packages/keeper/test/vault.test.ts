import {
  createVaultLossListing,
  getFunding,
  getIncident,
  getMark,
  getSettlement,
  getShareBalance,
  requestRedeem,
  type VaultLossConfig,
} from '@bulwark/sdk'
import { type Deployed, deploy, readForgeArtifact, send } from '@bulwark/testkit'
import { type Address, getAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day, gas, startWorld, type World, wad } from '../../sdk/test/helpers/startWorld.ts'
import type { Keeper } from '../src/Keeper.ts'
import { settleDown, startKept } from './helpers/startKept.ts'

const hour = 3_600n
let world: World
let vault: Deployed
let keeper: Keeper
let pool: Address
let listing: bigint

const lose = (assets: bigint) =>
  send(world.chain, { ...vault, functionName: 'lose', args: [assets], account: world.actors.deployer })

beforeAll(async () => {
  world = await startWorld('vaultLossTrigger')
  const { actors, addresses } = world
  vault = await deploy(world.chain, { ...(await readForgeArtifact('LossyVault')), args: [world.usd.address] })
  const [saver] = actors.holders
  const saved = 1_000_000_000_000n
  await world.fund(saver, vault.address, saved)
  await send(world.chain, { ...vault, functionName: 'deposit', args: [saved, saver.address], account: saver })
  const levels = { strike: wad / 20n, recovery: wad / 50n, warning: wad / 100n, persistence: 12n * hour }
  const config: VaultLossConfig = { vault: getAddress(vault.address), leastShares: 1_000_000_000n, levels }
  const { vaultLossTrigger } = addresses
  const terms = { ...world.terms, adjudicator: vaultLossTrigger }
  const made = createVaultLossListing(world.walletOf(actors.holders[9]), {
    ...{ vaultLossTrigger, terms, wording: 'Pays what a share lost.', config, gas },
  })
  ;({ pool, listing } = await world.openListed(made, vaultLossTrigger))
  keeper = await startKept(world)
})
afterAll(() => world.stop())

describe('a vault', () => {
  test('default: the keeper keeps the mark, proves the loss, pays, closes and releases', async () => {
    const { client, addresses, actors } = world
    const trigger = addresses.vaultLossTrigger
    // Before anything was sold: without a mark nothing can be.
    await world.wait(day + 60n)
    await settleDown(keeper)
    expect((await getMark(client, { trigger, listing })).level).toBe(1_000_000n)

    const id = await world.insure(pool, actors.holders[1], { listing, amount: 10_000_000_000n, duration: 30n * day })
    await world.wait(hour)
    await settleDown(keeper)
    await lose(100_000_000_000n)
    await settleDown(keeper)
    expect((await getIncident(client, { ...addresses, incident: 1n })).status).toBe('open')

    for (let i = 0; i < 13; i++) {
      await world.wait(hour)
      await settleDown(keeper)
    }
    expect(await getIncident(client, { ...addresses, incident: 1n })).toMatchObject({
      status: 'granted',
      ratio: wad / 10n,
    })
    expect(await getSettlement(client, { ...addresses, incident: 1n, id })).toMatchObject({ done: true })

    await world.wait(60n * day)
    await tick(keeper, 6)
    expect((await getIncident(client, { ...addresses, incident: 1n })).status).toBe('closed')
    expect(await getFunding(client, { pool, incident: 1n })).toBe(0n)
    const metrics = await keeper.metrics.registry.metrics()
    for (const job of ['observe', 'arm', 'read', 'prove', 'step', 'settle', 'close', 'release']) {
      expect(metrics, job).toContain(`bulwark_keeper_transactions_total{job="${job}",state="confirmed"}`)
    }
  })

  test('behavior: a loss that is made good is dismissed', async () => {
    const { client, addresses, actors } = world
    await settleDown(keeper)
    await world.postRate(listing)
    await world.insure(pool, actors.holders[1], { listing, amount: 10_000_000_000n, duration: 30n * day })
    await lose(200_000_000_000n)
    await settleDown(keeper)
    expect((await getIncident(client, { ...addresses, incident: 2n })).status).toBe('open')
    const args = [vault.address, 200_000_000_000n]
    await send(world.chain, { ...world.usd, functionName: 'mint', args, account: actors.deployer })
    await world.wait(hour)
    await settleDown(keeper)
    expect((await getIncident(client, { ...addresses, incident: 2n })).status).toBe('denied')
  })

  test('behavior: exits are served when their cooldown is over', async () => {
    const { client, actors } = world
    const [owner] = actors.underwriters
    const shares = (await getShareBalance(client, { pool, owner: owner.address })) / 10n
    const request = { pool, shares, owner: owner.address, controller: owner.address, gas }
    await world.mined(requestRedeem(world.walletOf(owner), request))
    await tick(keeper, 2)
    expect(await keeper.metrics.registry.metrics()).not.toContain('job="exit",state="confirmed"')
    await world.wait(15n * day)
    await tick(keeper, 3)
    expect(await keeper.metrics.registry.metrics()).toContain(
      'bulwark_keeper_transactions_total{job="exit",state="confirmed"} 1',
    )
  })
})

async function tick(ticking: Keeper, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await ticking.tick()
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}
