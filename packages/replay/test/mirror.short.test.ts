import {
  assertLoss,
  buildLossTree,
  close,
  contribute,
  defineRootTerms,
  everyAccount,
  finishClosing,
  getRootTermsId,
  settle,
  settleLeaves,
} from '@bulwark/sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day, gas, startWorld, type World, wad } from '../../sdk/test/helpers/startWorld.ts'
import { compareMirror } from './fixtures/compareMirror.ts'

const dollar = 10n ** 18n
const victims = Array.from({ length: 5 }, (_, n) => {
  return { account: `0x${(0xa000 + n).toString(16).padStart(40, '0')}` as const, loss: BigInt(n + 1) * 1_000n * dollar }
})
const tree = buildLossTree(victims)
const insured = 7_500_000_000n
let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

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
