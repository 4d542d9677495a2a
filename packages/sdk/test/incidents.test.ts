import { send } from '@bulwark/testkit'
import { getAddress, type Hex, zeroAddress, zeroHash } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  AssertionsNotTakenError,
  assertLoss,
  CoverOfAnotherPoolError,
  CoverOfAnotherRiskError,
  canSell,
  close,
  collectCredit,
  DeadlineNotPassedError,
  getCapital,
  getCover,
  getCredit,
  getFunding,
  getIncident,
  getIncidentBounds,
  getIncidentCount,
  getJournalEntries,
  getJournalHead,
  getJournalLength,
  getRiskId,
  getRulesOnce,
  getRuling,
  getRulingDeadline,
  getSettlement,
  getWorstCaseTime,
  LossTimeOutOfBoundsError,
  lapse,
  NeverSoldError,
  NotARaiseError,
  NotClosableError,
  NothingToCollectError,
  NothingToSettleError,
  NotRuledError,
  RatioOutOfBoundsError,
  rule,
  SettlementOpenError,
  settle,
  settleRaised,
  simulateAssertLoss,
  simulateClose,
  simulateCollectCredit,
  simulateFinishClosing,
  simulateLapse,
  simulateRule,
  simulateSettle,
  simulateSettleRaised,
  step,
  UnknownIncidentError,
  WrongStatusError,
} from '../src/index.ts'
import { day, gas, startWorld, type Wallet, type World, wad } from './helpers/startWorld.ts'

const amount = 100_000_000_000n
const duration = 100n * day
let world: World
let incidents: Hex
let keeper: Wallet

beforeAll(async () => {
  world = await startWorld()
  incidents = world.addresses.incidents
  keeper = world.walletOf(world.actors.keeper)
})
afterAll(() => world.stop())

describe('settle', () => {
  test('default', async () => {
    const { client, actors } = world
    const { pool, listing } = await world.openPool()
    const [holder] = actors.holders
    const id = await world.insure(pool, holder, { listing, amount, duration })
    const before = await world.dollars(holder.address)
    await world.wait(day)
    const incident = await world.lose(pool, listing, wad / 2n)
    expect(await getIncident(client, { incidents, incident })).toMatchObject({
      ...{ status: 'granted', listing, ratio: wad / 2n, share: wad / 2n, second: false, eventId: incident },
      ...{ asserter: actors.keeper.address, bond: 2n * 10n ** 15n, risk: getRiskId({ listing }) },
    })
    const { result } = await simulateSettle(client, { incidents, incident, ids: [id] })
    expect(result).toBe(amount / 2n)
    await world.mined(settle(keeper, { incidents, incident, ids: [id], gas }))
    expect((await world.dollars(holder.address)) - before).toBe(amount / 2n)
    expect((await getCover(client, { covers: world.addresses.covers, id })).amount).toBe(amount / 2n)
    expect((await getSettlement(client, { incidents, incident, id })).done).toBe(true)
    expect(await getFunding(client, { pool, incident })).toBe(wad)

    const again = simulateSettle(client, { incidents, incident, ids: [id] })
    await expect(again).rejects.toThrow(NothingToSettleError)
    const open = simulateClose(client, { incidents, incident })
    await expect(open).rejects.toThrow(SettlementOpenError)
    const { settlementWindow } = await getIncidentBounds(client, { incidents })
    await world.wait(settlementWindow)
    await world.mined(close(keeper, { incidents, incident, gas }))
    expect((await getIncident(client, { incidents, incident })).status).toBe('closed')
    await world.mined(step(keeper, { pool, max: 8n, gas }))
    expect((await getCapital(client, { pool })).funded).toBe(0n)
    await expect(simulateFinishClosing(client, { pool, incident })).rejects.toThrow(NotClosableError)
  })

  test('behavior: the journal tells what happened', async () => {
    const { client } = world
    const length = await getJournalLength(client, { incidents })
    const entries = await getJournalEntries(client, { incidents, from: 0n, max: length })
    expect(entries.map(({ kind }) => kind)).toEqual(['opened', 'granted', 'closed'])
    expect(entries[0]).toMatchObject({ incident: 1n, share: wad })
    const head = await getJournalHead(client, { incidents, risk: entries[0]?.risk ?? zeroHash })
    expect(head).toEqual({ length, open: 0n })
    expect(await getIncidentCount(client, { incidents })).toBe(1n)
  })

  test('behavior: the fee of a trigger returns to the finder', async () => {
    const { client, actors } = world
    const credit = { incidents, token: zeroAddress, owner: actors.keeper.address }
    const { triggerFee } = await getIncidentBounds(client, { incidents })
    expect(await getCredit(client, credit)).toBe(triggerFee)
    const collected = { incidents, token: zeroAddress, recipient: actors.keeper.address }
    await world.mined(collectCredit(world.walletOf(actors.attacker), { ...collected, gas }))
    expect(await getCredit(client, credit)).toBe(0n)
    await expect(simulateCollectCredit(client, collected)).rejects.toMatchObject({
      constructor: NothingToCollectError,
      args: { token: zeroAddress, account: actors.keeper.address },
    })
  })

  test('error: CoverOfAnotherRiskError, CoverOfAnotherPoolError, WrongStatusError, UnknownIncidentError', async () => {
    const { client, actors } = world
    const pool = await world.newPool()
    const listings = [await world.newListing(), await world.newListing()] as const
    for (const listing of listings) await world.back(pool, listing, listing)
    await world.underwrite(pool, actors.underwriters[0], 1_000_000_000_000n)
    const other = await world.openPool()
    const [holder] = actors.holders
    const id = await world.insure(pool, holder, { listing: listings[0], amount, duration })
    const otherRisk = await world.insure(pool, holder, { listing: listings[1], amount, duration })
    const otherPool = await world.insure(other.pool, holder, { listing: other.listing, amount, duration })
    const incident = await world.openIncident(pool, listings[0])
    await expect(simulateSettle(client, { incidents, incident, ids: [id] })).rejects.toMatchObject({
      constructor: WrongStatusError,
      shortMessage: `Incident ${incident} is open, which is not what this call needs.`,
    })
    await world.ruleAs(world.trigger, incident, 1)
    await expect(simulateSettle(client, { incidents, incident, ids: [otherRisk] })).rejects.toMatchObject({
      constructor: CoverOfAnotherRiskError,
      args: {
        id: otherRisk,
        expected: getRiskId({ listing: listings[0] }),
        actual: getRiskId({ listing: listings[1] }),
      },
    })
    await expect(simulateSettle(client, { incidents, incident, ids: [id, otherPool] })).rejects.toThrow(
      CoverOfAnotherPoolError,
    )
    await expect(simulateSettle(client, { incidents, incident: 99n, ids: [id] })).rejects.toThrow(UnknownIncidentError)
  })
})

describe('assertLoss', () => {
  let pool: Hex
  let listing: bigint
  let id: bigint

  beforeAll(async () => {
    const opened = await world.openPool(world.courtTerms)
    pool = opened.pool
    listing = opened.listing
    id = await world.insure(pool, world.actors.holders[3], { listing, amount, duration })
    await world.wait(day)
  })

  const assertion = async (ratio = wad / 2n) => {
    const asserter = world.actors.holders[3]
    await world.fund(asserter, incidents, 100_000_000n)
    return { incidents, pool, listing, lossTime: await world.now(), ratio, account: asserter }
  }

  test('default', async () => {
    const { client, actors, usd } = world
    const parameters = await assertion()
    const { result: incident } = await simulateAssertLoss(client, parameters)
    await world.mined(assertLoss(world.walletOf(parameters.account), { ...parameters, evidence: '0x1234', gas }))
    expect(await getIncident(client, { incidents, incident })).toMatchObject({ status: 'open', bond: 100_000_000n })
    await expect(simulateRule(client, { incidents, incident })).rejects.toThrow(NotRuledError)
    await expect(simulateLapse(client, { incidents, incident })).rejects.toThrow(DeadlineNotPassedError)

    await world.ruleAs(world.court, incident, 2)
    expect((await getIncident(client, { incidents, incident })).status).toBe('denied')
    const credit = { incidents, token: usd.address, owner: actors.treasury.address }
    expect(await getCredit(client, credit)).toBe(100_000_000n)
  })

  test('behavior: silence lapses, and the bond returns', async () => {
    const { client, usd } = world
    const parameters = await assertion()
    const { result: incident } = await simulateAssertLoss(client, parameters)
    await world.mined(assertLoss(world.walletOf(parameters.account), { ...parameters, gas }))
    await world.wait(4n * day)
    await world.mined(lapse(keeper, { incidents, incident, gas }))
    expect((await getIncident(client, { incidents, incident })).status).toBe('lapsed')
    const credit = { incidents, token: usd.address, owner: parameters.account.address }
    expect(await getCredit(client, credit)).toBe(100_000_000n)
  })

  test('behavior: a later ruling raises the grant', async () => {
    const { client, chain } = world
    const parameters = await assertion(wad / 4n)
    const { result: first } = await simulateAssertLoss(client, parameters)
    await world.mined(assertLoss(world.walletOf(parameters.account), { ...parameters, gas }))
    const args = [first, 1, wad / 4n]
    await send(chain, { ...world.court, functionName: 'set', args, account: world.actors.keeper })
    await world.mined(rule(keeper, { incidents, incident: first, gas }))
    await world.mined(settle(keeper, { incidents, incident: first, ids: [id], gas }))
    const higher = { ...(await assertion(wad / 2n)), lossTime: parameters.lossTime }
    const { result: raise } = await simulateAssertLoss(client, higher)
    await world.mined(assertLoss(world.walletOf(higher.account), { ...higher, gas }))
    await world.ruleAs(world.court, raise, 1, wad / 2n)
    expect(await getIncident(client, { incidents, incident: raise })).toMatchObject({ share: wad / 4n, eventId: first })
    const { result } = await simulateSettle(client, { incidents, incident: raise, ids: [id] })
    expect(result).toBe(amount / 4n)
    await expect(simulateSettleRaised(client, { incidents, incident: first, raise: first, ids: [id] })).rejects.toThrow(
      NotARaiseError,
    )
    await expect(settleRaised(keeper, { incidents, incident: first, raise, ids: [id] })).rejects.toThrow(
      NothingToSettleError,
    )
  })

  test('error: NeverSoldError, LossTimeOutOfBoundsError, RatioOutOfBoundsError, AssertionsNotTakenError', async () => {
    const { client } = world
    const parameters = await assertion()
    const never = simulateAssertLoss(client, { ...parameters, key: `0x${'7'.repeat(64)}` })
    await expect(never).rejects.toThrow(NeverSoldError)
    await expect(never).rejects.toMatchObject({ args: { pool: getAddress(pool) } })
    const future = simulateAssertLoss(client, { ...parameters, lossTime: 2n ** 32n - 1n })
    await expect(future).rejects.toThrow(LossTimeOutOfBoundsError)
    const whole = simulateAssertLoss(client, { ...parameters, ratio: wad + 1n })
    await expect(whole).rejects.toThrow(RatioOutOfBoundsError)
    const unbonded = await world.newListing()
    const untaken = simulateAssertLoss(client, { ...parameters, listing: unbonded })
    await expect(untaken).rejects.toThrow(AssertionsNotTakenError)
  })
})

test('adjudicators answer', async () => {
  const { client, court, trigger } = world
  expect(await canSell(client, { adjudicator: court.address, listing: 1n })).toBe(true)
  expect(await getRulesOnce(client, { adjudicator: court.address })).toBe(false)
  expect(await getWorstCaseTime(client, { adjudicator: trigger.address, listing: 1n })).toBe(3n * day)
  expect(await getRulingDeadline(client, { adjudicator: trigger.address, incident: 1n })).toBeGreaterThan(0n)
  expect(await getRuling(client, { adjudicator: trigger.address, incident: 1n })).toEqual({
    ...{ verdict: 'granted', ratio: wad / 2n, root: zeroHash, lossSum: 0n, fee: 0n },
  })
})
