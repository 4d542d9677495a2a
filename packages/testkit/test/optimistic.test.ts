import { getAddress, type Hex, hexToString, maxUint256, parseEventLogs, stringToHex, zeroAddress, zeroHash } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Actor,
  type Anvil,
  type Bulwark,
  chainTime,
  createPool,
  type Deployed,
  deploy,
  deployBulwark,
  disputeAssertion,
  increaseTo,
  listUmaCurrency,
  readForgeArtifact,
  send,
  startAnvil,
  startUma,
  type Uma,
  type UmaRequest,
  voteOnAssertion,
} from '../src/index.ts'

const day = 86_400
const wad = 10n ** 18n
const usd = (amount: number) => BigInt(amount) * 10n ** 6n
const status = { granted: 2, denied: 3, lapsed: 4 }
const state = { asserted: 1, disputed: 2, upheld: 3, rejected: 4 }
const [bond, umaBond, cover] = [usd(200), usd(1_000), usd(10_000)]
const liveness = 2 * day
/** What `rule` may take at most after an incident was opened: two days, the liveness, the vote, keepers. */
const rulingTime = 2 * day + liveness + 12 * day + 3 * day

let anvil: Anvil
let uma: Uma
let bulwark: Bulwark
let optimistic: Deployed
let token: Deployed
let pool: Deployed
let listing: bigint
let id: bigint

const read = <T>(contract: Deployed, functionName: string, args: readonly unknown[] = []) =>
  anvil.chain.public.readContract({ ...contract, functionName, args }) as Promise<T>
const errors = () => [bulwark.incidents, bulwark.listings].flatMap(({ abi }) => abi.filter((i) => i.type === 'error'))
const call = (contract: Deployed, functionName: string, args: readonly unknown[], account?: Actor) =>
  send(anvil.chain, {
    ...{ ...contract, functionName, args, account: account ?? anvil.chain.actors.deployer, errors: errors() },
  })
const balanceOf = ({ address }: Actor) => read<bigint>(token, 'balanceOf', [address])

beforeAll(async () => {
  anvil = await startAnvil({ timestamp: 1_700_000_000 })
  const { chain } = anvil
  const { deployer, curator, ratePoster, underwriters, holders, keeper, attacker } = chain.actors
  uma = await startUma(chain)
  bulwark = await deployBulwark(chain, { optimisticOracle: uma.oracle.address })
  optimistic = bulwark.optimistic as Deployed
  token = await deploy(chain, await readForgeArtifact('BlockListToken'))
  await listUmaCurrency(uma, { currency: token.address, finalFee: usd(250) })

  const terms = {
    ...{ adjudicator: optimistic.address, secondAdjudicator: zeroAddress, lossProof: 0, proofTerms: zeroHash },
    ...{
      keyed: false,
      personal: false,
      maxRatio: wad,
      deductible: 0n,
      waiting: day,
      grace: 30 * day,
      eventWindow: 3 * day,
    },
    ...{ minPeriod: 2 * day, maxPeriod: 365 * day, minRate: 0n, maxRate: wad, bondToken: token.address, bond },
    ...{ finderReward: 0, settlerReward: 0, family: 0 },
  }
  const config = { currency: token.address, bond: umaBond, maxBond: 10n * umaBond, liveness }
  const receipt = await call(optimistic, 'createListing', [terms, stringToHex('The custodian stops paying.'), config])
  const [log] = parseEventLogs({ abi: bulwark.listings.abi, logs: receipt.logs, eventName: 'ListingCreated' })
  listing = (log as unknown as { args: { listing: bigint } }).args.listing
  await call(bulwark.listings, 'postRates', [[{ listing, rate: wad / 50n }], zeroHash, zeroHash], ratePoster)
  const classes = [{ rho: wad / 2n, maxLossProbability: wad / 5n }]
  pool = await createPool(bulwark, { asset: token.address, name: 'Custodians', symbol: 'CU', classes })
  await call(pool, 'setBacking', [listing, 0, 1, 10n ** 15n], curator)
  await call(pool, 'setGroupLimit', [0, 1, 10n ** 15n], curator)
  await call(pool, 'setAdjudicatorLimit', [optimistic.address, 10n ** 15n], curator)
  for (const actor of [underwriters[0], holders[0], keeper, attacker, deployer]) {
    await call(token, 'mint', [actor.address, usd(100_000)])
    for (const { address } of [pool, bulwark.incidents, optimistic, uma.oracle]) {
      await call(token, 'approve', [address, maxUint256], actor)
    }
  }
  await call(pool, 'deposit', [usd(100_000), underwriters[0].address], underwriters[0])
  const order = {
    ...{
      listing: Number(listing),
      duration: 300 * day,
      amount: cover,
      owner: holders[0].address,
      account: zeroAddress,
    },
    ...{ maxPremium: maxUint256, deadline: maxUint256, referrer: zeroAddress, referrerFee: 0, quote: '0x' },
  }
  const bought = await call(pool, 'buy', [order], holders[0])
  const [sale] = parseEventLogs({ abi: pool.abi, logs: bought.logs, eventName: 'CoverBought' })
  id = (sale as unknown as { args: { id: bigint } }).args.id
  await increaseTo(chain, (await chainTime(chain)) + 5 * day)
}, 120_000)

afterAll(() => anvil?.stop())

/** Opens an incident and asserts it in UMA's oracle. */
async function asserted(who: Actor, ratio: bigint) {
  const lossTime = (await chainTime(anvil.chain)) - 3_600
  const facts = { listing: Number(listing), key: zeroHash, lossTime, ratio, root: zeroHash, lossSum: 0n }
  const assertion = { ...facts, evidence: stringToHex('bafy…'), pool: pool.address }
  await call(bulwark.incidents, 'assertLoss', [assertion], who)
  const incident = await read<bigint>(bulwark.incidents, 'count')
  const openedAt = await chainTime(anvil.chain)
  const receipt = await call(optimistic, 'assertTruth', [incident, umaBond], who)
  const [log] = parseEventLogs({ abi: uma.oracle.abi, logs: receipt.logs, eventName: 'AssertionMade' })
  const { assertionId, claim } = (log as unknown as { args: { assertionId: Hex; claim: Hex } }).args
  return { incident, openedAt, assertionId, claim: hexToString(claim), gasUsed: receipt.gasUsed }
}

const claimOf = (incident: bigint) => read<{ state: number; asserter: Hex }>(optimistic, 'claimOf', [incident])
const incidentOf = (incident: bigint) =>
  read<{ status: number; deadline: number; ratio: bigint }>(bulwark.incidents, 'incidentOf', [incident])

test('default: what nobody disputes is granted and paid', async () => {
  const [holder] = anvil.chain.actors.holders
  const before = await balanceOf(holder)
  const { incident, openedAt, claim, gasUsed } = await asserted(holder, (wad * 3n) / 4n)
  expect(gasUsed).toBeLessThan(600_000n)
  expect(claim).toBe(hexToString(await read<Hex>(optimistic, 'claimText', [incident])))
  expect(claim).toContain('at least 75 % of the amount insured')
  expect(claim).toContain(`incident ${incident} of contract ${getAddress(bulwark.incidents.address)}`)
  await expect(call(optimistic, 'settleAssertion', [incident])).rejects.toThrow('Assertion not expired')

  await increaseTo(anvil.chain, openedAt + liveness + 60)
  await call(optimistic, 'settleAssertion', [incident])
  expect((await chainTime(anvil.chain)) - openedAt).toBeLessThanOrEqual(rulingTime)
  expect(await incidentOf(incident)).toMatchObject({ status: status.granted, deadline: openedAt + rulingTime })
  expect((await claimOf(incident)).state).toBe(state.upheld)
  await call(bulwark.incidents, 'settle', [incident, [id]])
  await call(bulwark.incidents, 'collect', [token.address, holder.address])
  expect((await balanceOf(holder)) - before).toBe((cover * 3n) / 4n)
})

test('behavior: a true claim that is disputed is upheld by UMA’s vote', async () => {
  const { holders, attacker } = anvil.chain.actors
  const before = await balanceOf(holders[0])
  const { incident, openedAt, assertionId } = await asserted(holders[0], wad / 2n)
  await increaseTo(anvil.chain, openedAt + liveness - 60)
  const request = await disputeAssertion(uma, { assertionId, disputer: attacker })
  expect((await claimOf(incident)).state).toBe(state.disputed)
  await expect(call(bulwark.incidents, 'rule', [incident])).rejects.toThrow('NotRuled')

  await voteOnAssertion(uma, { request, truth: true })
  await call(optimistic, 'settleAssertion', [incident])
  expect((await chainTime(anvil.chain)) - openedAt).toBeLessThanOrEqual(2 * day + liveness + 4 * day)
  expect(await incidentOf(incident)).toMatchObject({ status: status.granted, ratio: wad / 2n })
  expect((await balanceOf(holders[0])) - before).toBe(umaBond / 2n - bond)
})

test('behavior: a false claim that is disputed is denied, and costs both bonds', async () => {
  const { attacker, keeper, treasury } = anvil.chain.actors
  const [before, watcher] = [await balanceOf(attacker), await balanceOf(keeper)]
  const { incident, assertionId } = await asserted(attacker, wad)
  const request = await disputeAssertion(uma, { assertionId, disputer: keeper })
  await voteOnAssertion(uma, { request, truth: false })
  // Settled in UMA's oracle by somebody else: the callback is all that is needed.
  await call(uma.oracle, 'settleAssertion', [assertionId])
  expect((await claimOf(incident)).state).toBe(state.rejected)
  await call(bulwark.incidents, 'rule', [incident])
  expect((await incidentOf(incident)).status).toBe(status.denied)
  expect(await balanceOf(attacker)).toBe(before - umaBond - bond)
  expect(await balanceOf(keeper)).toBe(watcher + umaBond / 2n)
  expect(await read<bigint>(bulwark.incidents, 'creditOf', [token.address, treasury.address])).toBe(bond)
})

/** Lets rounds pass in which nobody votes on a question. */
async function roll(request: UmaRequest, rounds: bigint): Promise<UmaRequest> {
  for (let round = request.roundId; round < request.roundId + rounds; round++) {
    await increaseTo(anvil.chain, Number(round + 1n) * 2 * day)
    await call(uma.voting, 'processResolvablePriceRequests', [])
  }
  return { ...request, roundId: request.roundId + rounds }
}

/** Disputes in the first second of a round of UMA's, which is the worst: the vote begins a whole round later. */
async function disputedAtWorst(assertionId: Hex) {
  await increaseTo(anvil.chain, Math.ceil((await chainTime(anvil.chain)) / (2 * day)) * 2 * day)
  const request = await disputeAssertion(uma, { assertionId, disputer: anvil.chain.actors.attacker })
  return { request, disputedAt: await chainTime(anvil.chain) }
}

test('behavior: a vote that rolls four times for want of a quorum ends within its time', async () => {
  const { incident, assertionId } = await asserted(anvil.chain.actors.holders[0], wad / 4n)
  const { request, disputedAt } = await disputedAtWorst(assertionId)
  await voteOnAssertion(uma, { request: await roll(request, 4n), truth: true })
  expect(await chainTime(anvil.chain)).toBeLessThanOrEqual(disputedAt + 12 * day)
  await call(optimistic, 'settleAssertion', [incident])
  expect((await incidentOf(incident)).status).toBe(status.granted)
})

test('behavior: a vote that never finds a quorum is silence, and the bond returns', async () => {
  const [holder] = anvil.chain.actors.holders
  const { incident, assertionId } = await asserted(holder, wad / 4n)
  const { request } = await disputedAtWorst(assertionId)
  await roll(request, 5n)
  await expect(call(optimistic, 'settleAssertion', [incident])).rejects.toThrow()
  await increaseTo(anvil.chain, (await incidentOf(incident)).deadline + 1)
  const before = await read<bigint>(bulwark.incidents, 'creditOf', [token.address, holder.address])
  await call(bulwark.incidents, 'lapse', [incident])
  expect((await incidentOf(incident)).status).toBe(status.lapsed)
  expect(await read(bulwark.incidents, 'creditOf', [token.address, holder.address])).toBe(before + bond)
})

test('behavior: a false claimant who disputes himself in a blocked name saves a bond and loses two of UMA’s', async () => {
  const { attacker } = anvil.chain.actors
  const blocked = '0x00000000000000000000000000000000000b10c7'
  await call(token, 'setBlocked', [blocked, true])
  const before = await balanceOf(attacker)
  const { incident, assertionId } = await asserted(attacker, wad)
  const request = await disputeAssertion(uma, { assertionId, disputer: attacker, winner: blocked })
  await voteOnAssertion(uma, { request, truth: false })
  await expect(call(optimistic, 'settleAssertion', [incident])).rejects.toThrow()
  await increaseTo(anvil.chain, (await incidentOf(incident)).deadline + 1)
  await call(bulwark.incidents, 'lapse', [incident])
  expect((await incidentOf(incident)).status).toBe(status.lapsed)
  await call(bulwark.incidents, 'collect', [token.address, attacker.address])
  expect(await balanceOf(attacker)).toBe(before - 2n * umaBond)
})

test('behavior: nothing is sold, and nobody must assert, once UMA drops the currency or asks too much', async () => {
  const [holder] = anvil.chain.actors.holders
  const canSell = () => read<boolean>(optimistic, 'canSell', [listing, zeroHash])
  expect(await canSell()).toBe(true)
  const lossTime = (await chainTime(anvil.chain)) - 3_600
  const facts = { listing: Number(listing), key: zeroHash, lossTime, ratio: wad, root: zeroHash, lossSum: 0n }
  await call(bulwark.incidents, 'assertLoss', [{ ...facts, evidence: '0x', pool: pool.address }], holder)
  const incident = await read<bigint>(bulwark.incidents, 'count')
  await expect(call(optimistic, 'noteRefusal', [incident])).rejects.toThrow('OracleWilling')

  await listUmaCurrency(uma, { currency: token.address, finalFee: 5n * umaBond + 1n })
  expect(await canSell()).toBe(false)
  await expect(call(optimistic, 'assertTruth', [incident, umaBond], holder)).rejects.toThrow('BondAboveMaximum')
  await call(optimistic, 'noteRefusal', [incident])
  await listUmaCurrency(uma, { currency: token.address, finalFee: usd(250) })
  expect(await canSell()).toBe(true)
  await increaseTo(anvil.chain, lossTime + 4 * day)
  await expect(call(bulwark.incidents, 'rule', [incident])).rejects.toThrow('NotRuled')
})
