import { type Actor, send } from '@bulwark/testkit'
import { type Address, getAddress, parseEventLogs } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  AboveHoldingError,
  AuctionNotStartedError,
  assignClaim,
  CoverOfAnotherPoolError,
  claimRecovered,
  close,
  collectAssigned,
  collectCredit,
  contribute,
  finishClosing,
  getCapital,
  getCredit,
  getFunding,
  getHandedOver,
  getHolding,
  getIncident,
  getIncidentBounds,
  getLot,
  getLotCount,
  getLotPrice,
  getOwedTokens,
  getSalvageBounds,
  getSettlement,
  getShortfall,
  handOver,
  incidentsAbi,
  LotGoneError,
  NoSalvageError,
  NothingOwedError,
  NothingRecoveredError,
  NothingToSettleError,
  NotReadyError,
  NotStuckYetError,
  OnlyAccountError,
  PaymentAboveMaximumError,
  PayoutBelowMinimumError,
  recover,
  reportStuck,
  settle,
  simulateAssignClaim,
  simulateClaimRecovered,
  simulateCollectAssigned,
  simulateContribute,
  simulateHandOver,
  simulateRecover,
  simulateReportStuck,
  simulateSettle,
  simulateTakeLot,
  step,
  TokenMovesError,
  takeLot,
  UnknownPoolError,
  WrongStatusError,
  ZeroAmountError,
} from '../src/index.ts'
import { type ProvenWorld, startProvenWorld, whole } from './helpers/startProvenWorld.ts'
import { day, gas, wad } from './helpers/startWorld.ts'

const amount = 1_000_000_000n
const duration = 60n * day
let world: ProvenWorld
let salvage: Address
let incidents: Address

beforeAll(async () => {
  world = await startProvenWorld()
  salvage = world.addresses.salvage
  incidents = world.addresses.incidents
})
afterAll(() => world.stop())

const onToken = (account: Actor, functionName: string, args: readonly unknown[]) =>
  send(world.chain, { ...world.token, functionName, args, account })

/** An account whose 400 tokens, insured for 1,000 dollars, are lost and proven. */
async function lost(account: Actor) {
  await world.mint(account.address, 400n * whole)
  await onToken(account, 'approve', [salvage, 2n ** 256n - 1n])
  await world.recordNext()
  const { pool, listing } = await world.openPool(world.provenTerms(world.salvageTerms))
  const insured = { listing, amount, duration, protectedAccount: account.address }
  const id = await world.insure(pool, account, insured)
  await world.wait(day)
  const incident = await world.lose(pool, listing)
  const lossTime = await world.prove(incident, account)
  return { pool, listing, id, incident, lossTime }
}

describe('handOver', () => {
  let account: Actor
  let loss: Awaited<ReturnType<typeof lost>>

  beforeAll(async () => {
    account = world.actors.holders[1]
    loss = await lost(account)
  })

  test('default', async () => {
    const { client, token } = world
    const { pool, id, incident, lossTime } = loss
    // Without the tokens nothing is paid.
    await expect(simulateSettle(client, { incidents, incident, ids: [id] })).rejects.toThrow(NothingToSettleError)
    const parameters = { salvage, incident, id, amount: 400n * whole, minPayout: 700_000_000n }
    const { result } = await simulateHandOver(client, { ...parameters, account })
    expect(result).toBe(700_000_000n)
    const before = await world.dollars(account.address)
    await world.mined(handOver(world.walletOf(account), { ...parameters, gas }))
    expect((await world.dollars(account.address)) - before).toBe(result)

    const { eventId } = await getIncident(client, { incidents, incident })
    expect(await getHandedOver(client, { salvage, eventId, id })).toBe(400n * whole)
    expect(await getOwedTokens(client, { salvage, eventId, id })).toBe(0n)
    const { lossProofs } = world.addresses
    const asked = { lossProofs, proofTerms: world.salvageTerms, holder: account.address, lossTime }
    expect((await getHolding(client, asked)).used).toBe(350n * whole)
    expect(await getLotCount(client, { salvage })).toBe(1n)
    const lot = await getLot(client, { salvage, lot: 1n })
    expect(lot).toMatchObject({ pool: getAddress(pool), incident, token: getAddress(token.address) })
    expect(lot).toMatchObject({ left: 400n * whole, value: 2n * wad })
    expect(lot.startsAt % day).toBe(0n)
  })

  test('behavior: the lot is sold at a falling price, which comes back to the pool', async () => {
    const { client, actors } = world
    const { pool, incident } = loss
    const lot = { salvage, lot: 1n, amount: 100n * whole }
    await expect(getLotPrice(client, lot)).rejects.toThrow(AuctionNotStartedError)
    const { startsAt } = await getLot(client, lot)
    const { start, halfLife } = await getSalvageBounds(client, { salvage })
    await world.wait(startsAt - (await world.now()))
    const price = await getLotPrice(client, lot)
    expect(price).toBe((100n * 2_000_000n * start) / wad)
    await world.wait(halfLife)
    expect(await getLotPrice(client, lot)).toBe(price / 2n)

    const taker = actors.holders[7]
    await world.fund(taker, salvage, price)
    const taking = { ...lot, maxPayment: price, receiver: actors.holders[8].address }
    await expect(simulateTakeLot(client, { ...taking, maxPayment: 1n, account: taker })).rejects.toThrow(
      PaymentAboveMaximumError,
    )
    const { result } = await simulateTakeLot(client, { ...taking, account: taker })
    expect(result.taken).toBe(100n * whole)
    expect(result.payment).toBeLessThanOrEqual(price / 2n)
    const { cash } = await getCapital(client, { pool })
    const { logs } = await world.mined(takeLot(world.walletOf(taker), { ...taking, gas }))
    const [recovered] = parseEventLogs({ abi: incidentsAbi, logs, eventName: 'Recovered' })
    expect(recovered?.args).toMatchObject({ incident, forHolders: 0n })
    expect((await getCapital(client, { pool })).cash - cash).toBe(recovered?.args.forPool)
    expect((await getLot(client, lot)).left).toBe(300n * whole)
    const gone = simulateTakeLot(client, { ...taking, lot: 9n, account: taker })
    await expect(gone).rejects.toThrow(LotGoneError)
  })

  test('error: OnlyAccountError, AboveHoldingError, NoSalvageError', async () => {
    const { client, actors } = world
    const { id, incident } = loss
    const parameters = { salvage, incident, id, amount: 401n * whole, minPayout: 0n }
    const stranger = simulateHandOver(client, { ...parameters, account: actors.attacker })
    await expect(stranger).rejects.toThrow(OnlyAccountError)
    await expect(simulateHandOver(client, { ...parameters, account })).rejects.toMatchObject({
      constructor: AboveHoldingError,
      args: { amount: 401n * whole, most: 50n * whole },
    })
    const plain = await world.openPool()
    const other = await world.insure(plain.pool, account, { listing: plain.listing, amount, duration })
    const unasked = simulateHandOver(client, { ...parameters, id: other, account })
    await expect(unasked).rejects.toThrow(NoSalvageError)
  })
})

describe('assignClaim', () => {
  let account: Actor
  let loss: Awaited<ReturnType<typeof lost>>
  const tokens = 400n * whole

  beforeAll(async () => {
    account = world.actors.holders[2]
    loss = await lost(account)
  })

  test('default', async () => {
    const { client } = world
    const { id, incident } = loss
    const wallet = world.walletOf(account)
    const stuck = { salvage, incident, id, amount: tokens, account }
    const assigned = { salvage, incident, id, minPayout: 700_000_000n }
    await expect(simulateReportStuck(client, stuck)).rejects.toThrow(TokenMovesError)
    await expect(simulateAssignClaim(client, { ...assigned, account })).rejects.toMatchObject({
      constructor: NotStuckYetError,
      advice: 'Call `reportStuck` first.',
    })
    await onToken(account, 'setPaused', [true])
    await onToken(account, 'approve', [salvage, 1n])
    await expect(simulateReportStuck(client, stuck)).rejects.toMatchObject({
      constructor: NotReadyError,
      args: { balance: tokens, allowance: 1n, amount: tokens },
    })
    await onToken(account, 'approve', [salvage, tokens])
    await world.mined(reportStuck(wallet, { ...stuck, gas }))
    await expect(simulateAssignClaim(client, { ...assigned, account })).rejects.toMatchObject({
      constructor: NotStuckYetError,
      advice: 'Try again then, if it still cannot be moved.',
    })

    const { stuckTime } = await getSalvageBounds(client, { salvage })
    await world.wait(stuckTime)
    const most = simulateAssignClaim(client, { ...assigned, minPayout: 700_000_001n, account })
    await expect(most).rejects.toThrow(PayoutBelowMinimumError)
    const before = await world.dollars(account.address)
    await world.mined(assignClaim(wallet, { ...assigned, gas }))
    expect((await world.dollars(account.address)) - before).toBe(700_000_000n)
    const { eventId } = await getIncident(client, { incidents, incident })
    expect(await getOwedTokens(client, { salvage, eventId, id })).toBe(tokens)

    // The token moves again: anyone collects what is owed, and it is sold.
    await onToken(account, 'setPaused', [false])
    const collected = { salvage, incident, id, amount: 2n * tokens }
    expect((await simulateCollectAssigned(client, collected)).result).toBe(tokens)
    await world.mined(collectAssigned(world.keeper, { ...collected, gas }))
    expect(await getOwedTokens(client, { salvage, eventId, id })).toBe(0n)
    const lot = await getLotCount(client, { salvage })
    expect((await getLot(client, { salvage, lot })).left).toBe(tokens)
    await expect(simulateCollectAssigned(client, collected)).rejects.toThrow(NothingOwedError)
  })
})

describe('recover', () => {
  test('default', async () => {
    const { client, actors, keeper } = world
    const pool = await world.newPool()
    const listings = [await world.newListing(), await world.newListing()] as const
    for (const listing of listings) await world.back(pool, listing, listing)
    await world.underwrite(pool, actors.underwriters[0], 1_000_000_000_000n)
    // Two incidents ask for 1.1 million of a pool that has one.
    const half = 550_000_000_000n
    const insured = { amount: half, duration: 100n * day }
    const id = await world.insure(pool, actors.holders[3], { ...insured, listing: listings[0] })
    const other = await world.insure(pool, actors.holders[4], { ...insured, listing: listings[1] })
    await world.wait(day)
    const incident = await world.openIncident(pool, listings[0])
    const second = await world.openIncident(pool, listings[1])
    const early = simulateRecover(client, { incidents, incident, pool, amount: 1n })
    await expect(early).rejects.toThrow(WrongStatusError)
    for (const each of [incident, second]) await world.ruleAs(world.trigger, each, 1)
    await world.mined(settle(keeper, { incidents, incident, ids: [id], gas }))
    await world.mined(settle(keeper, { incidents, incident: second, ids: [other], gas }))
    const level = await getFunding(client, { pool, incident })
    expect(level).toBeLessThan(wad)

    const estate = actors.holders[9]
    const give = async (amount: bigint) => {
      await world.fund(estate, incidents, amount)
      const given = { incidents, incident, pool, amount }
      const { result } = await simulateRecover(client, { ...given, account: estate })
      await world.mined(recover(world.walletOf(estate), { ...given, gas }))
      return result
    }
    // While it is paid the level rises, for both.
    expect(await give(20_000_000_000n)).toBe(0n)
    expect(await getFunding(client, { pool, incident })).toBeGreaterThan(level)
    await world.mined(settle(keeper, { incidents, incident, ids: [id], gas }))

    const { settlementWindow } = await getIncidentBounds(client, { incidents })
    await world.wait(settlementWindow)
    for (const each of [incident, second]) await world.mined(close(keeper, { incidents, incident: each, gas }))
    await world.mined(step(keeper, { pool, max: 8n, gas }))
    expect(await getShortfall(client, { pool, incident })).toBe(0n)
    await world.wait(31n * day)
    await world.mined(finishClosing(keeper, { pool, incident, gas }))
    const short = await getShortfall(client, { pool, incident })
    const { claim, paid } = await getSettlement(client, { incidents, incident, id })
    expect(claim).toBe(half)
    expect(short).toBeGreaterThan(0n)

    // Afterwards to who was paid short, then to the pool.
    const claiming = { incidents, incident, ids: [id] }
    await expect(simulateClaimRecovered(client, claiming)).rejects.toThrow(NothingToSettleError)
    expect(await give(short + 5_000_000_000n)).toBe(short)
    const { result } = await simulateClaimRecovered(client, claiming)
    expect(result).toBe(claim - paid)
    await world.mined(claimRecovered(keeper, { ...claiming, gas }))
    const holder = actors.holders[3].address
    expect(await getCredit(client, { incidents, token: world.usd.address, owner: holder })).toBe(result)
    const before = await world.dollars(holder)
    await world.mined(collectCredit(keeper, { incidents, token: world.usd.address, recipient: holder, gas }))
    expect((await world.dollars(holder)) - before).toBe(result)
    await expect(simulateClaimRecovered(client, { ...claiming, ids: [1n] })).rejects.toThrow(CoverOfAnotherPoolError)
  })

  test('error: UnknownPoolError, NothingRecoveredError', async () => {
    const { client, actors } = world
    const { pool, listing } = await world.openPool()
    await world.insure(pool, actors.holders[3], { listing, amount, duration })
    await world.wait(day)
    const incident = await world.lose(pool, listing)
    const given = { incidents, incident, amount: 0n }
    const unknown = simulateRecover(client, { ...given, pool: actors.attacker.address })
    await expect(unknown).rejects.toThrow(UnknownPoolError)
    await expect(simulateRecover(client, { ...given, pool, account: actors.keeper })).rejects.toThrow(
      NothingRecoveredError,
    )
  })
})

test('contribute', async () => {
  const { client, actors } = world
  const { pool } = await world.openPool()
  const { cash } = await getCapital(client, { pool })
  const donor = actors.holders[5]
  await world.fund(donor, pool, 1_000_000n)
  await world.mined(contribute(world.walletOf(donor), { pool, assets: 1_000_000n, gas }))
  const { cash: after, unvested } = await getCapital(client, { pool })
  expect(after - cash).toBe(1_000_000n)
  expect(unvested).toBeGreaterThan(0n)
  await expect(simulateContribute(client, { pool, assets: 0n, account: donor })).rejects.toThrow(ZeroAmountError)
})
