import { type Actor, type Deployed, deploy, readForgeArtifact, send } from '@bulwark/testkit'
import { type Address, type Hex, keccak256, stringToHex, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  AlreadyReportedError,
  ChallengeOpenError,
  canSell,
  contradictReport,
  createReportListing,
  EventNotOverError,
  encodeFacts,
  encodeFunctionsData,
  encodeFunctionsRequest,
  encodeQuote,
  encodeReportAnswer,
  FactsMismatchError,
  getEventKey,
  getIncident,
  getIncidentBounds,
  getQuoteKey,
  getReportBounds,
  getReportConfig,
  getReportDomain,
  getReportHash,
  getReportIncident,
  getReportRatio,
  getReportRecord,
  getReportTypedData,
  getSigners,
  hashReport,
  type InsuredEvent,
  InvalidConfigError,
  isStruckOff,
  NoSignersError,
  NotALossError,
  NotContradictedError,
  NotReportedError,
  NotTheRotatorError,
  proveReport,
  type Quote,
  type Report,
  type ReportConfig,
  type ReportSignature,
  RequestTooSoonError,
  requestReport,
  rotateSigners,
  SameReportError,
  SignersNotAscendingError,
  settle,
  signQuote,
  signReport,
  simulateContradictReport,
  simulateCreateReportListing,
  simulateProveReport,
  simulateRequestReport,
  simulateRotateSigners,
  simulateSubmitReport,
  submitReport,
  TooFewSignersError,
  UnknownSignerError,
  WrongSourceError,
} from '../src/index.ts'
import { day, gas, startWorld, type Wallet, type World, wad } from './helpers/startWorld.ts'

const amount = 10_000_000_000n
const hour = 3_600n
let world: World
let keeper: Wallet
let reportTrigger: Address
let members: Actor[]
let fee: bigint
let signed: { pool: Address; listing: bigint }

const table = [
  { minValue: 30n, maxDistance: 0n, status: 0, ratio: wad / 2n },
  { minValue: 0n, maxDistance: 0n, status: 1, ratio: wad },
]
const times = { longestEvent: 2n * day, window: 5n * day, table }

async function open(config: ReportConfig) {
  const terms = { ...world.terms, adjudicator: reportTrigger, keyed: true, waiting: hour, grace: 12n * day }
  const parameters = { reportTrigger, terms: { ...terms, minPeriod: 0n }, wording: 'Pays if a flight is late.', config }
  const creator = world.walletOf(world.actors.deployer)
  return world.openListed(createReportListing(creator, { ...parameters, gas }), reportTrigger)
}

/** A flight in two days that takes a day; cover of it is bought by a signed quote. */
async function insure({ pool, listing }: typeof signed, flight: string) {
  const { actors, addresses } = world
  const facts = encodeFacts({ kind: 'flight', flight, from: 'LHR', to: 'JFK', date: '2027-02-01' })
  const begins = (await world.now()) + 2n * day
  const event: InsuredEvent = {
    ...{ facts: keccak256(facts), zone: 7n, begins, ends: begins + day, lastSale: begins - day },
  }
  const offer: Quote = { ...event, listing, rate: wad / 50n, expiry: (await world.now()) + hour }
  const signer = actors.quoteSigner
  const signature = await signQuote(world.walletOf(signer), { ...addresses, quote: offer })
  const quote = encodeQuote({ quote: offer, signer: signer.address, signature })
  const id = await world.insure(pool, actors.holders[0], { listing, amount, quote })
  return { facts, event, key: getQuoteKey(event), id }
}

/** Waits until the event is over. */
const over = async ({ ends }: InsuredEvent) => world.wait(ends - (await world.now()))

const sign = async (signer: Actor, key: Hex, report: Report): Promise<ReportSignature> => ({
  signer: signer.address,
  signature: await signReport(world.walletOf(signer), { reportTrigger, listing: signed.listing, key, report }),
})

beforeAll(async () => {
  world = await startWorld('reportTrigger')
  const { actors, addresses } = world
  keeper = world.walletOf(actors.keeper)
  reportTrigger = addresses.reportTrigger
  members = actors.reporters.slice(0, 3).sort((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1))
  const signers = { members: members.map(({ address }) => address), threshold: 2 }
  signed = await open({
    ...{
      source: 'signers',
      signers: { ...signers, rotator: actors.curator.address, rotationDelay: 30n * day },
      ...times,
    },
  })
  fee = (await getIncidentBounds(world.client, addresses)).triggerFee
})
afterAll(() => world.stop())

describe('signers', () => {
  test('default', async () => {
    const { client, actors, addresses } = world
    const { pool, listing } = signed
    const { event, key, id } = await insure(signed, 'BA117')
    const [first, second, third] = members as [Actor, Actor, Actor]
    const report: Report = { value: 31n, distance: 0n, status: 0, time: event.ends }
    const submission = { reportTrigger, listing, event, report }
    const signatures = [await sign(second, key, report), await sign(first, key, report)]
    await expect(simulateSubmitReport(client, { ...submission, signatures })).rejects.toThrow(EventNotOverError)
    await over(event)
    const submit = (signatures: ReportSignature[]) => simulateSubmitReport(client, { ...submission, signatures })
    await expect(submit(signatures.slice(1))).rejects.toThrow(TooFewSignersError)
    await expect(submit([...signatures.slice(1), ...signatures.slice(1)])).rejects.toThrow(SignersNotAscendingError)
    const stranger = await sign(actors.holders[3], key, report)
    await expect(submit([...signatures, stranger])).rejects.toThrow(UnknownSignerError)
    await expect(simulateProveReport(client, { reportTrigger, listing, event, pool, fee })).rejects.toThrow(
      NotReportedError,
    )

    // In whatever order they come.
    await world.mined(submitReport(keeper, { ...submission, signatures, gas }))
    expect(await getReportRecord(client, { reportTrigger, listing, key })).toMatchObject({
      ...{ value: 31n, distance: 0n, status: 0, state: 'reported', signedBy: 0b11 },
    })
    await expect(submit(signatures)).rejects.toThrow(AlreadyReportedError)
    await expect(
      simulateContradictReport(client, { ...submission, signatures: [await sign(first, key, report)] }),
    ).rejects.toThrow(SameReportError)
    const other = { ...report, value: 0n }
    await expect(
      simulateContradictReport(client, { ...submission, report: other, signatures: [await sign(third, key, other)] }),
    ).rejects.toThrow(NotContradictedError)

    const account = actors.keeper
    const proof = { reportTrigger, listing, event, pool, fee }
    await expect(simulateProveReport(client, { ...proof, account })).rejects.toThrow(ChallengeOpenError)
    await world.wait((await getReportBounds(client, { reportTrigger })).challengePeriod)
    const { result } = await simulateProveReport(client, { ...proof, account })
    expect(result.ratio).toBe(wad / 2n)
    await world.mined(proveReport(keeper, { ...proof, gas }))
    const { incident } = result
    expect(await getReportIncident(client, { reportTrigger, listing, key })).toBe(incident)
    expect(await getIncident(client, { ...addresses, incident })).toMatchObject({
      ...{ status: 'granted', lossTime: event.begins },
    })
    const before = await world.dollars(actors.holders[0].address)
    await world.mined(settle(keeper, { ...addresses, incident, ids: [id], gas }))
    expect((await world.dollars(actors.holders[0].address)) - before).toBe(amount / 2n)
  })

  test('behavior: who signs two reports is struck off, and the report suspended', async () => {
    const { client } = world
    const { listing } = signed
    const { event, key } = await insure(signed, 'BA118')
    const [first, second] = members as [Actor, Actor]
    await over(event)
    const report: Report = { value: 31n, distance: 0n, status: 0, time: event.ends }
    const signatures = [await sign(first, key, report), await sign(second, key, report)]
    await world.mined(submitReport(keeper, { reportTrigger, listing, event, report, signatures, gas }))
    const other = { ...report, value: 4n }
    const contradiction = { reportTrigger, listing, event, report: other, signatures: [await sign(first, key, other)] }
    await world.mined(contradictReport(keeper, { ...contradiction, gas }))
    expect(await isStruckOff(client, { reportTrigger, listing, signer: first.address })).toBe(true)
    expect(await isStruckOff(client, { reportTrigger, listing, signer: second.address })).toBe(false)
    expect((await getReportRecord(client, { reportTrigger, listing, key })).state).toBe('suspended')
    const { live, threshold, members: set } = await getSigners(client, { reportTrigger, listing, time: event.begins })
    expect([live, threshold, set]).toEqual([2, 2, members.map(({ address }) => address)])
  })

  test('behavior: the rotator schedules another set', async () => {
    const { client, actors } = world
    const { listing } = signed
    const set = [actors.keeper, actors.curator]
      .map(({ address }) => address)
      .sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))
    const rotation = { reportTrigger, listing, members: set, threshold: 2 }
    await expect(simulateRotateSigners(client, { ...rotation, account: actors.keeper })).rejects.toThrow(
      NotTheRotatorError,
    )
    await world.mined(rotateSigners(world.walletOf(actors.curator), { ...rotation, gas }))
    const time = (await world.now()) + 30n * day
    expect((await getSigners(client, { reportTrigger, listing, time })).members).toEqual(set)
    await expect(getSigners(client, { reportTrigger, listing, time: 1n })).rejects.toThrow(NoSignersError)
  })
})

describe('functions', () => {
  let router: Deployed
  let asked: { pool: Address; listing: bigint }
  let config: ReportConfig
  const request = encodeFunctionsRequest({ source: 'return Functions.encodeUint256(await delayOf(...bytesArgs))' })
  const answer = (requestId: Hex, result: Hex) =>
    send(world.chain, {
      ...{ ...router, functionName: 'answer', args: [requestId, result, '0x'], account: world.actors.deployer },
    })

  beforeAll(async () => {
    const { chain, actors } = world
    router = await deploy(chain, await readForgeArtifact('MockFunctionsRouter'))
    const account = actors.deployer
    const args = [1n, account.address, reportTrigger, true]
    await send(chain, { ...router, functionName: 'subscribe', args, account })
    const donId = stringToHex('don', { size: 32 })
    const functions = { router: router.address, subscription: 1n, donId, callbackGas: 100_000n, request }
    config = { source: 'functions', functions, ...times }
    asked = await open(config)
  })

  test('default', async () => {
    const { client, actors } = world
    const { pool, listing } = asked
    const { event, facts, key } = await insure(asked, 'BA119')
    await over(event)
    const call = { reportTrigger, listing, event, facts, pool }
    await expect(simulateRequestReport(client, { ...call, facts: '0x12' })).rejects.toThrow(FactsMismatchError)
    const { result: requestId } = await simulateRequestReport(client, call)
    await world.mined(requestReport(keeper, { ...call, gas }))
    const sent = await client.readContract({ ...router, functionName: 'sentOf', args: [requestId] })
    expect((sent as { data: Hex }).data).toBe(encodeFunctionsData({ request, facts, event }))
    await expect(simulateRequestReport(client, call)).rejects.toThrow(RequestTooSoonError)
    expect((await getReportRecord(client, { reportTrigger, listing, key })).state).toBe('requested')
    await answer(requestId, encodeReportAnswer({ value: 0n, distance: 0n, status: 1 }))
    const proof = { reportTrigger, listing, event, pool, fee, account: actors.keeper }
    expect((await simulateProveReport(client, proof)).result.ratio).toBe(wad)
    expect(await canSell(client, { adjudicator: reportTrigger, listing, key })).toBe(false)
  })

  test('error: NotALossError, WrongSourceError', async () => {
    const { client, actors } = world
    const { pool, listing } = asked
    const { event, facts } = await insure(asked, 'BA120')
    await over(event)
    const call = { reportTrigger, listing, event, facts, pool }
    const { result: requestId } = await simulateRequestReport(client, call)
    await world.mined(requestReport(keeper, { ...call, gas }))
    await answer(requestId, encodeReportAnswer({ value: 29n, distance: 0n, status: 0 }))
    const proof = { reportTrigger, listing, event, pool, fee, account: actors.keeper }
    await expect(simulateProveReport(client, proof)).rejects.toThrow(NotALossError)
    await expect(simulateRequestReport(client, { ...call, listing: signed.listing })).rejects.toThrow(WrongSourceError)
    const report = { value: 1n, distance: 0n, status: 0, time: event.ends }
    await expect(simulateSubmitReport(client, { ...call, report, signatures: [] })).rejects.toThrow(WrongSourceError)
  })

  test('getReportConfig', async () => {
    const { client } = world
    const stored = await getReportConfig(client, { reportTrigger, listing: asked.listing })
    expect(JSON.stringify(stored, text).toLowerCase()).toBe(JSON.stringify(config, text).toLowerCase())
    const { source } = await getReportConfig(client, { reportTrigger, listing: signed.listing })
    expect(source).toBe('signers')
  })
})

/** Bigints as text, and fields in one order. */
function text(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

test('behavior: keys and digests are the contract’s', async () => {
  const { client, chain } = world
  const event: InsuredEvent = {
    ...{ facts: keccak256('0x01'), zone: 5n, begins: 1_800_000_000n, ends: 1_800_086_400n, lastSale: 1_799_990_000n },
  }
  const key = getQuoteKey(event)
  expect(await getEventKey(client, { reportTrigger, event })).toBe(key)
  const report: Report = { value: 2n ** 96n - 1n, distance: 2n ** 64n - 1n, status: 255, time: 2n ** 32n - 1n }
  const { listing } = signed
  const parameters = { reportTrigger, chainId: chain.chainId, listing, key, report }
  expect(await getReportHash(client, parameters)).toBe(hashReport(parameters))
  const { chainId, ...domain } = await getReportDomain(client, { reportTrigger })
  const typed = getReportTypedData(parameters).domain
  expect({ ...domain, chainId: Number(chainId) }).toEqual({ ...typed, verifyingContract: domain.verifyingContract })
  expect(await getReportRatio(client, { reportTrigger, listing, report: { ...report, status: 0 } })).toBe(wad / 2n)
})

test('error: InvalidConfigError', async () => {
  const { client, terms, actors } = world
  const signers = { members: [actors.keeper.address], threshold: 1, rotator: zeroAddress, rotationDelay: 0n }
  await expect(
    simulateCreateReportListing(client, {
      ...{
        reportTrigger,
        terms: { ...terms, adjudicator: reportTrigger, keyed: true, grace: 12n * day },
        wording: 'x',
      },
      config: { source: 'signers', signers, ...times },
    }),
  ).rejects.toThrow(InvalidConfigError)
})
