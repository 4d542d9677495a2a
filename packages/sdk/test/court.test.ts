import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Deployed, send } from '@bulwark/testkit'
import { type Address, keccak256, parseEther, stringToHex, zeroAddress, zeroHash } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  AccessManagedUnauthorizedError,
  AlreadyCommittedError,
  AlreadyVotedError,
  answerEvidence,
  appealAward,
  assertLoss,
  CasePendingError,
  clearConflict,
  collectDisputeFees,
  collectEarnings,
  commitAward,
  confirmConflict,
  countPool,
  createCourtListing,
  executeDispute,
  formatHoursUp,
  getAppealCost,
  getAppealPeriod,
  getArbitrationCost,
  getAssessor,
  getAwardHash,
  getCase,
  getCaseOutcome,
  getCaseTally,
  getCaseVotes,
  getCommitment,
  getCourtAuthority,
  getCourtBounds,
  getCourtConfig,
  getCourtParameters,
  getCourtVersion,
  getCurrentRuling,
  getDispute,
  getDisputeCount,
  getDisputeQuorum,
  getDisputeStatus,
  getDisputeVotes,
  getEarnings,
  getListingCount,
  getMembersAppealBounds,
  getRuling,
  getShareBalance,
  getStakeToken,
  getStakeValue,
  getStakeWeight,
  getTotalStake,
  hashAward,
  hasVotedOnDispute,
  NoConflictError,
  NotInArbitrationError,
  openCase,
  reportConflict,
  requestUnstake,
  revealAward,
  rule,
  StakeBoundError,
  setEncryptionKey,
  settle,
  settleCase,
  settleSilent,
  simulateAppealAward,
  simulateAppealRuling,
  simulateAssertLoss,
  simulateCommitAward,
  simulateConfirmConflict,
  simulateExecuteDispute,
  simulateReportConflict,
  simulateSetCourtParameters,
  simulateSetStakeValue,
  simulateSettleCase,
  simulateVoteOnDispute,
  simulateWithdrawStake,
  stakeTokens,
  submitEvidence,
  transferShares,
  voteOnDispute,
  withdrawStake,
  worstCaseTime,
} from '../src/index.ts'
import { day, gas, startWorld, type World, wad } from './helpers/startWorld.ts'

const full = 1_000_000_000n
const grains = 1_000_000_000n
const amount = 10_000_000_000n
const reason = keccak256(stringToHex('because'))

let world: World
let token: Deployed
let court: Address
let membersAppeal: Address
let sold: { pool: Address; listing: bigint; cover: bigint }

const assessor = (i: number) => world.actors.assessors[i] ?? world.actors.assessors[0]
const wallet = (i: number) => world.walletOf(assessor(i))
const keeper = () => world.walletOf(world.actors.keeper)

/** The treasury has the first tokens. */
const give = (to: Address, tokens: string) =>
  send(world.chain, {
    ...token,
    functionName: 'transfer',
    args: [to, parseEther(tokens)],
    account: world.actors.treasury,
  })

async function stake(i: number) {
  const account = assessor(i)
  await give(account.address, '10000')
  await send(world.chain, { ...token, functionName: 'approve', args: [court, parseEther('10000')], account })
  await world.mined(stakeTokens(wallet(i), { court, amount: parseEther('10000'), gas }))
}

/** A loss of everything, asserted and opened. */
async function opened(): Promise<bigint> {
  const { client, addresses, actors, now, fund, mined } = world
  await fund(actors.keeper, addresses.incidents, 100_000_000n)
  const facts = {
    listing: sold.listing,
    key: zeroHash,
    lossTime: (await now()) - 60n,
    ratio: wad,
    root: zeroHash,
    lossSum: 0n,
  }
  const assertion = { ...addresses, ...facts, evidence: '0x', pool: sold.pool } as const
  const { result } = await simulateAssertLoss(client, { ...assertion, account: actors.keeper })
  await mined(assertLoss(keeper(), { ...assertion, gas }))
  await mined(openCase(keeper(), { court, incident: result, pool: sold.pool, gas }))
  return result
}

const commitmentOf = (i: number, incident: bigint, award: bigint) =>
  hashAward({
    court,
    chainId: world.chain.chainId,
    incident,
    assessor: assessor(i).address,
    award,
    reason,
    salt: zeroHash,
  })

async function judge(incident: bigint, awards: readonly (bigint | undefined)[]) {
  await world.wait(6n * day)
  for (const [i, award] of awards.entries()) {
    await world.mined(
      commitAward(wallet(i), { court, incident, commitment: commitmentOf(i, incident, award ?? 0n), gas }),
    )
  }
  await world.wait(3n * day)
  for (const [i, award] of awards.entries()) {
    if (award === undefined) continue
    await world.mined(revealAward(wallet(i), { court, incident, award, reason, salt: zeroHash, gas }))
  }
  await world.wait(3n * day)
}

beforeAll(async () => {
  world = await startWorld()
  token = world.bulwark.token
  court = world.bulwark.court.address
  membersAppeal = world.bulwark.membersAppeal.address
  for (const i of [0, 1, 2]) await stake(i)
  const { actors, courtTerms } = world
  const config = { arbitrator: membersAppeal, arbitrationTime: 20n * day, repayShare: 3_000, extraData: '0x' } as const
  const listed = {
    court,
    terms: { ...courtTerms, adjudicator: court },
    wording: 'Key theft.',
    metaEvidence: 'ipfs://x',
  }
  const hash = createCourtListing(keeper(), { ...listed, config, gas })
  const { pool, listing } = await world.openListed(hash, court)
  const cover = await world.insure(pool, actors.holders[0], { listing, amount, duration: 90n * day })
  sold = { pool, listing, cover }
  await world.wait(day)
})
afterAll(() => world.stop())

test('default', async () => {
  const { client, addresses, mined, wait, dollars, actors, usd } = world
  const incident = await opened()
  await mined(submitEvidence(keeper(), { court, incident, evidence: 'ipfs://evidence', gas }))
  await mined(answerEvidence(keeper(), { court, incident, evidence: reason, text: 'ipfs://answer', gas }))
  await judge(incident, [full, full / 2n, full / 2n])
  expect(await getCaseTally(client, { court, incident })).toMatchObject({
    quorate: true,
    stands: true,
    award: full / 2n,
  })
  expect(await getCaseOutcome(client, { court, incident })).toEqual({ outcome: 'pending', award: 0n })
  await wait(3n * day)
  expect(await getCaseOutcome(client, { court, incident })).toEqual({ outcome: 'decided', award: full / 2n })
  expect(await getRuling(client, { adjudicator: court, incident })).toMatchObject({
    ...{ verdict: 'granted', ratio: wad / 2n, fee: 20_000_000n },
  })
  await mined(rule(keeper(), { ...addresses, incident, gas }))
  const [holder] = actors.holders
  const before = await dollars(holder.address)
  await mined(settle(keeper(), { ...addresses, incident, ids: [sold.cover], gas }))
  expect((await dollars(holder.address)) - before).toBe(amount / 2n)
  await mined(settleCase(keeper(), { court, incident, gas }))
  expect((await getAssessor(client, { court, assessor: assessor(0).address })).staked).toBe(9_500n * grains)
  const earner = assessor(1).address
  expect(await getEarnings(client, { court, token: usd.address, earner })).toBe(10_000_000n)
  await mined(collectEarnings(keeper(), { court, token: usd.address, earner, gas }))
  expect(await dollars(earner)).toBe(10_000_000n)
})

test('behavior: an appeal to the members, who grant what was denied', async () => {
  const { client, mined, wait, actors, chain } = world
  const incident = await opened()
  const [member] = actors.voters
  await give(member.address, '10000000')
  await send(chain, { ...token, functionName: 'delegate', args: [member.address], account: member })
  await judge(incident, [0n, 0n, undefined])
  const voter = world.walletOf(member)
  const fee = await getArbitrationCost(client, { membersAppeal, extraData: '0x' })
  expect(fee).toBe(parseEther('0.1'))
  const parameters = { court, incident, fee: 2n * fee }
  const { result: dispute } = await simulateAppealAward(client, { ...parameters, account: actors.keeper })
  await mined(appealAward(keeper(), { ...parameters, gas }))
  await expect(simulateAppealRuling(client, { ...parameters, account: actors.keeper })).rejects.toThrow()
  expect(await getDisputeCount(client, { membersAppeal })).toBe(dispute)
  const { until, arbitrable } = await getDispute(client, { membersAppeal, dispute })
  expect(arbitrable.toLowerCase()).toBe(court)
  await mined(voteOnDispute(voter, { membersAppeal, dispute, choice: 3n, gas }))
  const again = simulateVoteOnDispute(client, { membersAppeal, dispute, choice: 1n, account: member })
  await expect(again).rejects.toThrow(AlreadyVotedError)
  expect(await getDisputeVotes(client, { membersAppeal, dispute, choice: 3n })).toBe(parseEther('10000000'))
  expect(await getDisputeQuorum(client, { membersAppeal, dispute })).toBeLessThan(parseEther('10000000'))
  expect(await hasVotedOnDispute(client, { membersAppeal, dispute, voter: member.address })).toBe(true)
  expect(await getCurrentRuling(client, { membersAppeal, dispute })).toBe(3n)
  await wait(until - (await world.now()))
  const { result } = await simulateExecuteDispute(client, { membersAppeal, dispute })
  expect(result).toEqual({ ruling: 3n, taken: true })
  await mined(executeDispute(keeper(), { membersAppeal, dispute, gas }))
  expect(await getDisputeStatus(client, { membersAppeal, dispute })).toBe(2)
  expect(await getCaseOutcome(client, { court, incident })).toEqual({ outcome: 'decided', award: full })
  expect(await getCase(client, { court, incident })).toMatchObject({ ruled: true, choice: 3, dispute })
  await mined(settleCase(keeper(), { court, incident, gas }))
  await mined(settleSilent(keeper(), { court, incident, assessors: [assessor(2).address], gas }))
  expect((await getAssessor(client, { court, assessor: assessor(2).address })).locked).toBe(0n)
  await mined(collectDisputeFees(keeper(), { membersAppeal, gas }))
  expect(await getAppealPeriod(client, { membersAppeal, dispute })).toEqual({ start: 0n, end: 0n })
  expect(await getAppealCost(client, { membersAppeal, dispute, extraData: '0x' })).toBe(2n ** 255n)
})

test('behavior: who was sent shares gives them away, and who keeps them is barred', async () => {
  const { client, mined, wait, actors, chain, usd } = world
  // Governance says what a stake token is worth: here one dollar, for a moment the deployer cannot any more.
  const set = simulateSetStakeValue(client, { court, asset: usd.address, value: 1_000_000n, account: actors.attacker })
  await expect(set).rejects.toThrow(AccessManagedUnauthorizedError)
  expect(await getStakeValue(client, { court, asset: usd.address })).toBe(0n)
  await chain.test.impersonateAccount({ address: world.bulwark.timelock.address })
  await chain.test.setBalance({ address: world.bulwark.timelock.address, value: parseEther('1') })
  const account = world.bulwark.timelock.address
  const args = [usd.address, 1_000_000n]
  await send(chain, { ...world.bulwark.court, functionName: 'setStakeValue', args, account })
  expect(await getStakeValue(client, { court, asset: usd.address })).toBe(1_000_000n)

  const incident = await opened()
  await mined(countPool(keeper(), { court, incident, pool: sold.pool, gas }))
  const position = { kind: 'shares', pool: sold.pool } as const
  const gift = parseEther('1000')
  const giver = world.walletOf(actors.underwriters[0])
  const conflict = { court, incident, assessor: assessor(0).address, position }
  await mined(transferShares(giver, { pool: sold.pool, to: assessor(0).address, amount: gift, gas }))
  await mined(reportConflict(keeper(), { ...conflict, gas }))
  await mined(transferShares(wallet(0), { pool: sold.pool, to: actors.treasury.address, amount: gift, gas }))
  await mined(clearConflict(wallet(0), { ...conflict, gas }))
  await expect(simulateConfirmConflict(client, { ...conflict, seat: 0n })).rejects.toThrow(
    'was reported before, or was not',
  )
  const cover = { ...conflict, position: { kind: 'cover', id: sold.cover } } as const
  await expect(simulateReportConflict(client, cover)).rejects.toThrow(NoConflictError)
  const exit = { ...conflict, position: { kind: 'exit', pool: sold.pool, requestId: 1n } } as const
  await expect(simulateReportConflict(client, exit)).rejects.toThrow(NoConflictError)

  await mined(transferShares(giver, { pool: sold.pool, to: assessor(1).address, amount: gift, gas }))
  const second = { ...conflict, assessor: assessor(1).address }
  await mined(reportConflict(keeper(), { ...second, gas }))
  await wait(day)
  await mined(confirmConflict(keeper(), { ...second, seat: 0n, gas }))
  expect(await getCommitment(client, { court, incident, assessor: assessor(1).address })).toMatch(/^0x0+1$/)
  await wait(5n * day)
  const barred = simulateCommitAward(client, { court, incident, commitment: reason, account: assessor(1) })
  await expect(barred).rejects.toThrow(AlreadyCommittedError)
  expect(await getShareBalance(client, { pool: sold.pool, owner: assessor(1).address })).toBe(gift)
})

test('behavior: stake leaves after its delay', async () => {
  const { client, mined, wait, now } = world
  await stake(5)
  const account = assessor(5)
  const time = (await now()) - 1n
  expect(await getStakeWeight(client, { court, assessor: account.address, time: time + 1n })).toBe(10_000n * grains)
  expect(await getTotalStake(client, { court, time: time + 1n })).toBeGreaterThan(10_000n * grains)
  await mined(setEncryptionKey(wallet(5), { court, key: '0x04ab', gas }))
  await mined(requestUnstake(wallet(5), { court, amount: parseEther('10000'), gas }))
  await expect(simulateWithdrawStake(client, { court, account })).rejects.toThrow(StakeBoundError)
  const { unstakeDelay } = await getCourtBounds(client, { court })
  await wait(unstakeDelay)
  await mined(withdrawStake(wallet(5), { court, gas }))
  expect((await getAssessor(client, { court, assessor: account.address })).leaving).toBe(0n)
})

test('behavior: what is fixed can be read', async () => {
  const { client, actors, bulwark } = world
  expect(await getCourtVersion(client, { court })).toBe(1)
  const { parameters, config } = await getCourtParameters(client, { court, version: 1n })
  expect(parameters).toMatchObject({
    minStake: 1_000n * grains,
    quorum: 1_000,
    tolerance: full / 10n,
    openTime: 2n * day,
  })
  expect(config.arbitrator.toLowerCase()).toBe(membersAppeal)
  expect(await getCourtConfig(client, { court, listing: sold.listing })).toMatchObject({
    version: 1,
    config: { repayShare: 3_000 },
  })
  expect((await getCourtAuthority(client, { court })).toLowerCase()).toBe(bulwark.accessManager.address)
  expect((await getStakeToken(client, { court })).toLowerCase()).toBe(token.address)
  expect(await getCourtBounds(client, { court })).toMatchObject({ full, grain: grains, maxSeats: 64n })
  const fixed = await getMembersAppealBounds(client, { membersAppeal })
  expect(fixed).toMatchObject({ treasury: actors.treasury.address, quorum: 1_000n })
  expect(fixed.token.toLowerCase()).toBe(token.address)
  const refused = simulateSetCourtParameters(client, { court, parameters, config, account: actors.attacker })
  await expect(refused).rejects.toThrow(AccessManagedUnauthorizedError)
})

test('behavior: a commitment is computed here as there', async () => {
  const incident = 1n
  const there = { court, incident, assessor: assessor(0).address, award: full, reason, salt: zeroHash }
  expect(await getAwardHash(world.client, there)).toBe(commitmentOf(0, incident, full))
})

test('behavior: the worst case is what the page on the court says', async () => {
  const { client, addresses, courtTerms, mined } = world
  const text = readFileSync(join(import.meta.dirname, '../../../docs/adjudicators/court.md'), 'utf8')
  const [, hours] = /^Worst case: [\s\S]*? = (\d+) h\b/m.exec(text) ?? []
  const terms = { ...courtTerms, adjudicator: court, grace: 30n * day }
  const config = { arbitrator: membersAppeal, arbitrationTime: 20n * day, repayShare: 3_000, extraData: '0x' } as const
  await mined(createCourtListing(keeper(), { court, terms, wording: 'x', metaEvidence: '', config, gas }))
  const listing = await getListingCount(client, addresses)
  const worst = await worstCaseTime(client, { ...addresses, listing })
  expect(formatHoursUp(worst.total)).toBe(`${hours} h`)
})

test('error: CasePendingError', async () => {
  const incident = await opened()
  await expect(simulateSettleCase(world.client, { court, incident })).rejects.toThrow(CasePendingError)
  expect(await getCaseVotes(world.client, { court, incident })).toEqual([])
})

test('error: NotInArbitrationError', async () => {
  const incident = await opened()
  const account = world.actors.keeper
  await expect(simulateAppealRuling(world.client, { court, incident, fee: 0n, account })).rejects.toThrow(
    NotInArbitrationError,
  )
  expect((await getCase(world.client, { court, incident })).appellant).toBe(zeroAddress)
})
