import { disputeAssertion, listUmaCurrency, type Uma, voteOnAssertion } from '@bulwark/testkit'
import { type Address, getAddress, type Hash, zeroHash } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  assertLoss,
  assertTruth,
  canSell,
  createOptimisticListing,
  getIncident,
  getIncidentCount,
  getOptimisticBounds,
  getOptimisticConfig,
  getOptimisticOracle,
  getRequiredTruthBond,
  getTruthClaim,
  getTruthIncident,
  getTruthText,
  noteRefusal,
  type OptimisticConfig,
  prepareSettleAssertion,
  rule,
  settle,
  settleAssertion,
  simulateAssertTruth,
  simulateCreateOptimisticListing,
  simulateNoteRefusal,
  simulateSettleAssertion,
} from '../src/index.ts'
import { day, gas, startWorld, type Wallet, type World, wad } from './helpers/startWorld.ts'

const umaBond = 1_000_000_000n
const amount = 10_000_000_000n
let world: World
let uma: Uma
let holder: Wallet
let optimistic: Address
let config: OptimisticConfig
let pool: Address
let listing: bigint
let id: bigint

beforeAll(async () => {
  world = await startWorld('optimistic')
  const { addresses, actors, usd, courtTerms } = world
  uma = world.uma as Uma
  optimistic = addresses.optimistic
  holder = world.walletOf(actors.holders[0])
  config = { currency: getAddress(usd.address), bond: umaBond, maxBond: 10n * umaBond, liveness: 2n * day }
  const terms = { ...courtTerms, adjudicator: optimistic, grace: 30n * day }
  const wording = 'Pays if the exchange stops withdrawals for three days.'
  const created = createOptimisticListing(world.walletOf(actors.deployer), {
    ...{ optimistic, terms, wording, config, gas },
  })
  ;({ pool, listing } = await world.openListed(created, optimistic))
  id = await world.insure(pool, actors.holders[0], { listing, amount, duration: 300n * day })
  await world.wait(day)
})
afterAll(() => world.stop())

/** An open incident of the holder's. */
async function opened(ratio = wad / 2n): Promise<bigint> {
  const { client, addresses, courtTerms } = world
  await world.fund(world.actors.holders[0], addresses.incidents, courtTerms.bond)
  const assertion = { listing, lossTime: (await world.now()) - 60n, ratio, pool }
  await world.mined(assertLoss(holder, { ...addresses, ...assertion, gas }))
  return getIncidentCount(client, addresses)
}

/** The same, asserted in UMA's oracle. */
async function asserted(): Promise<{ incident: bigint; assertionId: Hash }> {
  const incident = await opened()
  await world.fund(world.actors.holders[0], optimistic, umaBond)
  const parameters = { optimistic, incident, maxBond: umaBond }
  await simulateAssertTruth(world.client, { ...parameters, account: holder.account })
  await world.mined(assertTruth(holder, { ...parameters, gas }))
  const { assertionId } = await getTruthClaim(world.client, { optimistic, incident })
  return { incident, assertionId }
}

describe('reads', () => {
  test('how UMA is asked, and the times of all listings', async () => {
    const { client } = world
    expect(await getOptimisticConfig(client, { optimistic, listing })).toEqual(config)
    expect(await getOptimisticOracle(client, { optimistic })).toBe(getAddress(uma.oracle.address))
    expect(await getRequiredTruthBond(client, { optimistic, listing })).toEqual({ taken: true, bond: umaBond })
    const times = { assertTime: 2n * day, voteTime: 12n * day, keeperTime: 3n * day, minGrace: 7n * day }
    const liveness = { minLiveness: day, maxLiveness: 14n * day }
    expect(await getOptimisticBounds(client, { optimistic })).toEqual({ ...times, ...liveness })
  })
})

test('default: stands undisputed, is granted and paid', async () => {
  const { client, addresses, actors } = world
  const { incident, assertionId } = await asserted()
  const claim = { assertionId, asserter: actors.holders[0].address, state: 'asserted', refused: false }
  expect(await getTruthClaim(client, { optimistic, incident })).toMatchObject(claim)
  expect(await getTruthIncident(client, { optimistic, assertionId })).toBe(incident)
  expect(await getTruthText(client, { optimistic, incident })).toContain('at least 50 % of the amount insured')

  await world.wait(2n * day)
  await simulateSettleAssertion(client, { optimistic, incident, account: actors.keeper })
  await world.mined(settleAssertion(world.walletOf(actors.keeper), { optimistic, incident, gas }))
  expect((await getTruthClaim(client, { optimistic, incident })).state).toBe('upheld')
  expect((await getIncident(client, { ...addresses, incident })).status).toBe('granted')
  const before = await world.dollars(actors.holders[0].address)
  await world.mined(settle(world.walletOf(actors.keeper), { ...addresses, incident, ids: [id], gas }))
  expect((await world.dollars(actors.holders[0].address)) - before).toBe(amount / 2n)
})

test('behavior: a claim that UMA’s vote rejects is denied', async () => {
  const { client, addresses, actors } = world
  const { incident, assertionId } = await asserted()
  await world.fund(actors.keeper, uma.oracle.address, umaBond)
  const request = await disputeAssertion(uma, { assertionId, disputer: actors.keeper })
  expect((await getTruthClaim(client, { optimistic, incident })).state).toBe('disputed')
  await voteOnAssertion(uma, { request, truth: false })
  const call = prepareSettleAssertion({ optimistic, incident })
  await world.mined(world.walletOf(actors.keeper).sendTransaction({ ...call, gas }))
  expect((await getTruthClaim(client, { optimistic, incident })).state).toBe('rejected')
  expect((await getIncident(client, { ...addresses, incident })).status).toBe('denied')
})

test('behavior: where UMA asks too much nothing is sold, and a refusal is noted', async () => {
  const { client, usd } = world
  const incident = await opened()
  const willing = simulateNoteRefusal(client, { optimistic, incident })
  await expect(willing).rejects.toMatchObject({ name: 'OracleWillingError', args: { bond: umaBond } })
  await listUmaCurrency(uma, { currency: usd.address, finalFee: 6n * umaBond })
  expect(await getRequiredTruthBond(client, { optimistic, listing })).toEqual({ taken: false, bond: 12n * umaBond })
  expect(await canSell(client, { adjudicator: optimistic, listing })).toBe(false)
  await world.mined(noteRefusal(holder, { optimistic, incident, gas }))
  expect((await getTruthClaim(client, { optimistic, incident })).refused).toBe(true)
  await listUmaCurrency(uma, { currency: usd.address, finalFee: 250_000_000n })
})

test('behavior: what nobody asserts in time is denied', async () => {
  const { client, addresses } = world
  const incident = await opened()
  await world.wait(2n * day + 60n)
  await world.mined(rule(holder, { ...addresses, incident, gas }))
  expect((await getIncident(client, { ...addresses, incident })).status).toBe('denied')
})

describe('errors', () => {
  test('error: InvalidConfigError', () => {
    const terms = { ...world.courtTerms, adjudicator: optimistic, grace: 30n * day }
    const created = simulateCreateOptimisticListing(world.client, {
      ...{ optimistic, terms, wording: 'x', config: { ...config, bond: 1n } },
    })
    return expect(created).rejects.toMatchObject({ name: 'InvalidConfigError' })
  })

  test('error: BondAboveMaximumError, NotAssertedError, AssertedTooLateError', async () => {
    const { client } = world
    const incident = await opened()
    const parameters = { optimistic, incident, account: holder.account }
    await expect(simulateAssertTruth(client, { ...parameters, maxBond: umaBond - 1n })).rejects.toMatchObject({
      ...{ name: 'BondAboveMaximumError', args: { bond: umaBond, max: umaBond - 1n } },
    })
    await expect(simulateSettleAssertion(client, parameters)).rejects.toMatchObject({ name: 'NotAssertedError' })
    await world.wait(3n * day)
    const late = simulateAssertTruth(client, { ...parameters, maxBond: umaBond })
    await expect(late).rejects.toMatchObject({ name: 'AssertedTooLateError' })
  })

  test('error: NotConfiguredError', () =>
    expect(getOptimisticConfig(world.client, { optimistic, listing: 999n })).rejects.toMatchObject({
      name: 'NotConfiguredError',
    }))

  test('behavior: an unknown assertion decides nothing', async () =>
    expect(await getTruthIncident(world.client, { optimistic, assertionId: zeroHash })).toBe(0n))
})
