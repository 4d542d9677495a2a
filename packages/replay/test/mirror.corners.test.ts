import {
  assertLoss,
  buildLossTree,
  close,
  contribute,
  decreaseCover,
  defineRootTerms,
  everyAccount,
  extendCover,
  finishClosing,
  getRiskId,
  getRootTermsId,
  increaseCover,
  lapse,
  processRedeem,
  release,
  requestRedeem,
  settle,
  settleLeaves,
  settleRaised,
  step,
} from '@bulwark/sdk'
import { zeroHash } from 'viem'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { day, gas, startWorld, type World, wad } from '../../sdk/test/helpers/startWorld.ts'
import { compareMirror } from './fixtures/compareMirror.ts'

const dollar = 10n ** 18n
const victims = Array.from({ length: 5 }, (_, n) => {
  return { account: `0x${(0xa000 + n).toString(16).padStart(40, '0')}` as const, loss: BigInt(n + 1) * 1_000n * dollar }
})
const tree = buildLossTree(victims)
const insured = 7_500_000_000n
let world: World

beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

/** Asserts a loss before the court, and has it granted if a ratio is ruled. */
async function assertBefore(court: { pool: `0x${string}`; listing: bigint; lossTime: bigint; ruled?: bigint }) {
  const { addresses, actors, bulwark, client, mined } = world
  const { incidents } = addresses
  const { ruled, ...loss } = court
  await world.fund(actors.keeper, incidents, 100_000_000n)
  const asserted = { incidents, ...loss, ratio: ruled ?? wad, root: zeroHash, lossSum: 0n, gas }
  await mined(assertLoss(world.walletOf(actors.keeper), asserted))
  const incident = (await client.readContract({ ...bulwark.incidents, functionName: 'count' })) as bigint
  if (ruled !== undefined) await world.ruleAs(world.court, incident, 1, ruled)
  return incident
}

test('behavior: a list of losses, while its pool is short, when money comes, and once it is finished', async () => {
  const { addresses, actors, bulwark, mined } = world
  const { incidents, lossProofs } = addresses
  const keeper = world.walletOf(actors.keeper)
  const terms = { asset: world.usd.address, value: wad }
  await mined(defineRootTerms(keeper, { lossProofs, terms, gas }))
  const judged = { ...world.courtTerms, lossProof: 'merkle', proofTerms: getRootTermsId(terms) } as const
  const pool = await world.newPool()
  const [listed, other] = [await world.newListing(judged), await world.newListing()]
  await world.back(pool, listed, 1n, judged)
  await world.back(pool, other, 2n)
  await world.underwrite(pool, actors.underwriters[0], 13_700_000_000n)
  const [sponsor, holder] = actors.holders
  const period = { duration: 30n * day }
  const id = await world.insure(pool, sponsor, {
    ...{ listing: listed, amount: insured, protectedAccount: everyAccount },
    ...period,
  })
  const plain = await world.insure(pool, holder, { listing: other, amount: insured, ...period })
  await world.wait(3_600n)

  // The first incident takes more than half: what is left does not fund the list.
  const first = await world.lose(pool, other)
  await world.fund(actors.keeper, incidents, 100_000_000n)
  const lossTime = (await world.now()) - 1n
  const list = { root: tree.root, lossSum: tree.lossSum }
  await mined(assertLoss(keeper, { incidents, listing: listed, lossTime, ratio: wad, ...list, pool, gas }))
  const second = first + 1n
  await world.ruleAs(world.court, second, 1)
  const settleLeavesOf = (...claims: ReturnType<typeof tree.claimOf>[]) =>
    mined(settleLeaves(keeper, { incidents, incident: second, claims, gas }))
  await settleLeavesOf(tree.claimOf(id, 0, 2), tree.claimOf(id, 4))
  await mined(settle(keeper, { incidents, incident: first, ids: [plain], gas }))

  // Money comes: who was paid short is topped up, and others claim for the first time, in one batch.
  await world.fund(actors.keeper, pool, 2_000_000_000n)
  await mined(contribute(keeper, { pool, assets: 700_000_000n, gas }))
  await settleLeavesOf(tree.claimOf(id, 0, 3))
  await world.wait(40n * day)
  await mined(close(keeper, { incidents, incident: first, gas }))
  await mined(close(keeper, { incidents, incident: second, gas }))
  await mined(contribute(keeper, { pool, assets: 1n, gas }))
  await settleLeavesOf(tree.claimOf(id, 2, 2), tree.claimOf(id, 4))
  await world.wait(31n * day)
  await mined(finishClosing(keeper, { pool, incident: second, gas }))

  const { differences, events, short } = await compareMirror(bulwark)
  expect(differences).toEqual([])
  expect(short).toBeGreaterThan(5)
  for (const name of ['LeavesClaimed', 'LeavesSettled', 'LevelFinal', 'ReserveReleased']) {
    expect(events.get(name), name).toBeGreaterThan(0)
  }
}, 120_000)

test('behavior: covers are changed after a loss took a part of them', async () => {
  const { addresses, actors, bulwark, mined } = world
  const { incidents } = addresses
  const { pool, listing } = await world.openPool()
  const [holder] = actors.holders
  const wallet = world.walletOf(holder)
  const id = await world.insure(pool, holder, { listing, amount: 100_000_000_001n, duration: 100n * day })
  await world.wait(day)
  const incident = await world.lose(pool, listing, wad / 3n)
  await mined(settle(wallet, { incidents, incident, ids: [id], gas }))
  await world.wait(31n * day)
  await mined(close(wallet, { incidents, incident, gas }))
  await mined(step(wallet, { pool, max: 8n, gas }))
  await world.postRate(listing)
  await world.fund(holder, pool, 10_000_000_000n)
  const bounds = { pool, id, listing, maxPremium: 10_000_000_000n, deadline: 2n ** 32n, gas }
  await mined(decreaseCover(wallet, { pool, id, amount: 7_000_001n, minRefund: 0n, gas }))
  await mined(extendCover(wallet, { ...bounds, duration: 5n * day }))
  await mined(increaseCover(wallet, { ...bounds, amount: 1_000_000n }))
  const { differences, events } = await compareMirror(bulwark)
  expect(differences).toEqual([])
  expect([...events.keys()]).toEqual(expect.arrayContaining(['CoverDecreased', 'CoverExtended', 'CoverIncreased']))
}, 120_000)

test('behavior: an exit is served in part, twice', async () => {
  const { actors, bulwark, mined } = world
  const { pool, listing } = await world.openPool()
  const [underwriter] = actors.underwriters
  const wallet = world.walletOf(underwriter)
  const insure = (amount: bigint, duration: bigint) =>
    world.insure(pool, actors.holders[0], { listing, amount, duration })
  await insure(300_000_000_003n, 20n * day)
  await insure(500_000_000_000n, 60n * day)
  const owner = underwriter.address
  const shares = 900_000n * 10n ** 18n + 1n
  await mined(requestRedeem(wallet, { pool, shares, controller: owner, owner, gas }))
  await world.wait(15n * day)
  await mined(processRedeem(wallet, { pool, max: 5n, gas }))
  await world.wait(15n * day)
  await mined(release(wallet, { pool, risk: getRiskId({ listing }), gas }))
  await mined(processRedeem(wallet, { pool, max: 5n, gas }))
  const { differences, events, store } = await compareMirror(bulwark)
  expect(differences).toEqual([])
  expect(events.get('RedeemProcessed')).toBe(2)
  expect(store.get('request', `${pool.toLowerCase()}/1`)?.shares).toBeLessThan(shares)
}, 120_000)

test('behavior: a denial lifts what is short, and silence freezes a risk for longer', async () => {
  const { addresses, actors, bulwark, mined } = world
  const { incidents } = addresses
  const keeper = world.walletOf(actors.keeper)
  const pool = await world.newPool()
  const plain: bigint[] = []
  for (let place = 0; place < 6; place++) plain.push(await world.newListing())
  const judged = await world.newListing(world.courtTerms)
  for (const [index, listing] of plain.entries()) await world.back(pool, listing, BigInt(index + 1))
  await world.back(pool, judged, 9n, world.courtTerms)
  await world.underwrite(pool, actors.underwriters[0], 26_800_000_000n)
  for (const listing of [...plain, judged]) {
    await world.insure(pool, actors.holders[0], { listing, amount: 5_000_000_000n, duration: 90n * day })
  }
  await world.wait(day)
  const silent = await assertBefore({ pool, listing: judged, lossTime: (await world.now()) - 60n })
  for (const listing of plain.slice(0, 4)) await world.lose(pool, listing)
  const open = await world.openIncident(pool, plain[5] as bigint)
  await mined(step(keeper, { pool, max: 20n, gas }))
  await world.lose(pool, plain[4] as bigint)
  const last = await world.openIncident(pool, plain[0] as bigint)
  await mined(step(keeper, { pool, max: 8n, gas }))
  await world.ruleAs(world.trigger, open, 2)
  await mined(step(keeper, { pool, max: 8n, gas }))
  await world.wait(4n * day)
  await mined(lapse(keeper, { incidents, incident: silent, gas }))
  await mined(step(keeper, { pool, max: 8n, gas }))
  await world.ruleAs(world.trigger, last, 1)
  await mined(step(keeper, { pool, max: 8n, gas }))
  const { differences, events, short } = await compareMirror(bulwark)
  expect(differences).toEqual([])
  expect(short).toBeGreaterThan(0)
  expect(events.get('IncidentLapsed')).toBe(1)
}, 120_000)

test('behavior: a later ruling raises a grant, for covers of both times of loss', async () => {
  const { addresses, actors, bulwark, mined } = world
  const { incidents } = addresses
  const keeper = world.walletOf(actors.keeper)
  const { pool, listing } = await world.openPool(world.courtTerms)
  const insured = { listing, amount: 50_000_000_007n, duration: 60n * day }
  const early = await world.insure(pool, actors.holders[0], insured)
  await world.wait(3_600n)
  const lossTime = await world.now()
  await world.wait(3_600n)
  const late = await world.insure(pool, actors.holders[1], insured)
  await world.wait(3_600n)
  const first = await assertBefore({ pool, listing, lossTime, ruled: wad / 4n })
  await mined(settle(keeper, { incidents, incident: first, ids: [early], gas }))
  const raise = await assertBefore({ pool, listing, lossTime: lossTime + 5_400n, ruled: wad / 2n })
  await mined(settle(keeper, { incidents, incident: raise, ids: [early, late], gas }))
  await mined(settleRaised(keeper, { incidents, incident: first, raise, ids: [late], gas }))
  await world.wait(60n * day)
  for (const incident of [first, raise]) await mined(close(keeper, { incidents, incident, gas }))
  await mined(step(keeper, { pool, max: 8n, gas }))
  const { differences, events } = await compareMirror(bulwark)
  expect(differences).toEqual([])
  expect(events.get('CoverSettled')).toBe(4)
}, 120_000)
