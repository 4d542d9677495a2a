import { send } from '@bulwark/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  assertLoss,
  buildLossTree,
  checkBackable,
  claimRecoveredLeaves,
  defineRootTerms,
  everyAccount,
  getIncident,
  getIncidentBounds,
  getJournalEntries,
  getLeafClaim,
  getLeafUse,
  getRootTermsId,
  getRootValue,
  InvalidProofTermsError,
  type LeafClaim,
  LeafOfAnotherAccountError,
  LeafProofTooLongError,
  LeafProofTooShortError,
  LeavesOfAnotherRootError,
  LeavesOutOfTreeError,
  LossSumMismatchError,
  NothingToSettleError,
  ProofTermsOfAnotherKindError,
  prepareSettleLeaves,
  RootMismatchError,
  RootTermsOfAnotherAssetError,
  SettledByLeavesError,
  settleLeaves,
  simulateAssertLoss,
  simulateClaimRecoveredLeaves,
  simulateDefineRootTerms,
  simulateSettle,
  simulateSettleLeaves,
  step,
  UnknownProofTermsError,
  verifyLossProof,
} from '../src/index.ts'
import { day, gas, startWorld, type Wallet, type World, wad } from './helpers/startWorld.ts'

const dollar = 10n ** 18n
const victims = Array.from({ length: 5 }, (_, n) => {
  return { account: `0x${(0xa000 + n).toString(16).padStart(40, '0')}` as const, loss: BigInt(n + 1) * 1_000n * dollar }
})
const tree = buildLossTree(victims)
let world: World
let incidents: `0x${string}`
let lossProofs: `0x${string}`
let pool: `0x${string}`
let listing: bigint
let id: bigint
let own: bigint
let incident: bigint
let keeper: Wallet

beforeAll(async () => {
  world = await startWorld()
  ;({ incidents, lossProofs } = world.addresses)
  keeper = world.walletOf(world.actors.keeper)
  const terms = { asset: world.usd.address, value: wad }
  const { result } = await simulateDefineRootTerms(world.client, { lossProofs, terms, account: world.actors.keeper })
  expect(result).toBe(getRootTermsId(terms))
  await world.mined(defineRootTerms(keeper, { lossProofs, terms, gas }))
  ;({ pool, listing } = await world.openPool({
    ...world.courtTerms,
    lossProof: 'merkle',
    proofTerms: getRootTermsId(terms),
  }))
  const [sponsor] = world.actors.holders
  id = await world.insure(pool, sponsor, {
    listing,
    amount: 7_500_000_000n,
    duration: 30n * day,
    protectedAccount: everyAccount,
  })
  const { account } = victims[1] as { account: `0x${string}` }
  own = await world.insure(pool, sponsor, {
    ...{ listing, amount: 100_000_000n, duration: 30n * day, protectedAccount: account },
  })
  await world.chain.test.impersonateAccount({ address: account })
  await world.chain.test.setBalance({ address: account, value: wad })
  await send(world.chain, {
    ...world.bulwark.lossProofs,
    functionName: 'consent',
    args: [own, 1n << 40n, '0x'],
    account,
  })
  await world.wait(3_600n)
}, 120_000)

afterAll(() => world.stop())

const assertion = async (root = tree.root, lossSum = tree.lossSum) => {
  await world.fund(world.actors.keeper, incidents, 100_000_000n)
  return { incidents, listing, lossTime: (await world.now()) - 1n, ratio: wad, root, lossSum, pool, gas }
}

const refused = (claim: Partial<LeafClaim>) =>
  simulateSettleLeaves(world.client, {
    ...{ incidents, incident, claims: [{ ...tree.claimOf(id, 1), ...claim }] },
    account: world.actors.keeper,
  })

describe('a list of losses', () => {
  test('default', async () => {
    await world.mined(assertLoss(keeper, await assertion()))
    incident = 1n
    expect(await getIncident(world.client, { incidents, incident })).toMatchObject({
      ...{ root: tree.root, lossSum: tree.lossSum },
    })
    await world.ruleAs(world.court, incident, 1, wad)
    const [, granted] = await getJournalEntries(world.client, { incidents, from: 0n, max: 9n })
    expect(granted).toMatchObject({ kind: 'granted', most: 15_000_000_000n })
    await world.mined(step(keeper, { pool, max: 9n, gas }))
    const claims = [tree.claimOf(id, 0, 2), tree.claimOf(id, 4), tree.claimOf(id, 2, 2)]
    const { result } = await simulateSettleLeaves(world.client, {
      ...{ incidents, incident, claims, account: world.actors.keeper },
    })
    expect(result).toBe(7_500_000_000n)
    expect(prepareSettleLeaves({ incidents, incident, claims }).to).toBe(incidents)
    await world.mined(settleLeaves(keeper, { incidents, incident, claims, gas }))
    for (const { account, loss } of victims) expect(await world.dollars(account)).toBe(loss / 2n / 10n ** 12n)
    const { account } = victims[4] as { account: `0x${string}` }
    expect(await getLeafUse(world.client, { incidents, eventId: 1n, account })).toEqual({
      ...{ own: 0n, sponsored: 2_500_000_000n },
    })
    expect(await getLeafClaim(world.client, { incidents, eventId: 1n, id, account })).toBe(2_500_000_000n)
  })

  test('behavior: every proof of the tree is one of the contract', () => {
    for (let first = 0; first < 5; ++first)
      for (let count = 1; first + count <= 5; ++count) {
        expect(verifyLossProof(tree.claimOf(id, first, count), tree.root, tree.lossSum)).toBe(true)
        expect(verifyLossProof(tree.claimOf(id, first, count), tree.root, tree.lossSum + 1n)).toBe(false)
      }
  })

  test('behavior: what the losses are worth', async () => {
    const proofTerms = getRootTermsId({ asset: world.usd.address, value: wad })
    expect(await getRootValue(world.client, { lossProofs, proofTerms, lossTime: 5n })).toEqual({
      ...{ value: wad, unit: 1_000_000n },
    })
    expect((await getIncidentBounds(world.client, { incidents })).everyAccount).toBe(everyAccount)
    const asked = { lossProofs, proofTerms, byRoot: true, asset: world.usd.address }
    await checkBackable(world.client, asked)
    await expect(checkBackable(world.client, { ...asked, byRoot: false })).rejects.toThrow(ProofTermsOfAnotherKindError)
    await expect(checkBackable(world.client, { ...asked, asset: incidents })).rejects.toThrow(
      RootTermsOfAnotherAssetError,
    )
    await expect(checkBackable(world.client, { ...asked, proofTerms: tree.root })).rejects.toThrow(
      UnknownProofTermsError,
    )
  })
})

describe('error', () => {
  test('of proofs', async () => {
    const { proof, leaves } = tree.claimOf(id, 1)
    await expect(refused({ proof: { ...proof, depth: 9n } })).rejects.toThrow(LeafProofTooShortError)
    await expect(refused({ proof: { ...proof, depth: 1n } })).rejects.toThrow(LeafProofTooLongError)
    await expect(refused({ proof: { ...proof, depth: 33n } })).rejects.toThrow(LeavesOutOfTreeError)
    await expect(refused({ proof: { ...proof, first: 0n } })).rejects.toThrow(LeavesOfAnotherRootError)
    const [leaf] = leaves as [{ account: `0x${string}`; loss: bigint }]
    await expect(refused({ leaves: [{ ...leaf, loss: leaf.loss + 1n }] })).rejects.toThrow(LeavesOfAnotherRootError)
    await expect(refused({})).rejects.toThrow(NothingToSettleError)
  })

  test('SettledByLeavesError, RootMismatchError, InvalidProofTermsError', async () => {
    const account = world.actors.keeper
    await expect(simulateSettle(world.client, { incidents, incident, ids: [id], account })).rejects.toThrow(
      SettledByLeavesError,
    )
    const without = { ...(await assertion(tree.root, 0n)), account }
    await expect(simulateAssertLoss(world.client, without)).rejects.toThrow(RootMismatchError)
    const terms = { asset: world.usd.address, value: 1n << 130n }
    await expect(simulateDefineRootTerms(world.client, { lossProofs, terms, account })).rejects.toThrow(
      InvalidProofTermsError,
    )
    const recovered = { incidents, incident, claim: tree.claimOf(id, 0), account }
    await expect(simulateClaimRecoveredLeaves(world.client, recovered)).rejects.toThrow(NothingToSettleError)
    await expect(claimRecoveredLeaves(keeper, { ...recovered, account: undefined })).rejects.toThrow(
      NothingToSettleError,
    )
  })

  test('LeafOfAnotherAccountError', async () => {
    await expect(refused({ id: own })).resolves.toBeDefined()
    await expect(refused(tree.claimOf(own, 2))).rejects.toThrow(LeafOfAnotherAccountError)
  })

  test('LossSumMismatchError: a list with a wrong sum proves nothing', async () => {
    await world.mined(assertLoss(keeper, await assertion(tree.root, tree.lossSum - 1n)))
    await world.ruleAs(world.court, 2n, 1, wad)
    await world.mined(step(keeper, { pool, max: 9n, gas }))
    const wrong = { incidents, incident: 2n, claims: [tree.claimOf(id, 0)], account: world.actors.keeper }
    await expect(simulateSettleLeaves(world.client, wrong)).rejects.toThrow(LossSumMismatchError)
  })
})
