import { deployPriceFeed, type PriceFeed, proxyRoundId, submitRound } from '@bulwark/testkit'
import { getAddress, type Hex, parseEventLogs, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  AlreadyArmedError,
  advance,
  approach,
  arm,
  armAndProve,
  canSell,
  createTriggerListing,
  formatHoursUp,
  getArmedIncident,
  getEpisode,
  getIncident,
  getIncidentBounds,
  getTriggerConfig,
  getTriggerPhase,
  getWorstCaseTime,
  InvalidConfigError,
  listingsAbi,
  NotArmedError,
  NotConfiguredError,
  PhaseUnchangedError,
  prove,
  RoundMissingError,
  RoundNotBeyondStrikeError,
  recoverSpan,
  SpanCompleteError,
  SpanTooShortError,
  settle,
  simulateArm,
  simulateArmAndProve,
  simulateCreateTriggerListing,
  simulateNotePhase,
  simulateProve,
  simulateRecoverSpan,
  type TriggerConfig,
  WrongFeeError,
  worstCaseTime,
} from '../src/index.ts'
import { day, gas, startWorld, type Wallet, type World, wad } from './helpers/startWorld.ts'

const hour = 3_600n
let world: World
let keeper: Wallet
let priceFeedTrigger: Hex
let feed: PriceFeed
let pool: Hex
let listing: bigint
let config: TriggerConfig
let fee: bigint

/** Publishes a price a while after the last block, and returns the proxy's round id. */
async function publish(answer: bigint, after = hour): Promise<bigint> {
  return proxyRoundId(await submitRound(feed, { answer, updatedAt: Number((await world.now()) + after) }))
}

beforeAll(async () => {
  world = await startWorld()
  keeper = world.walletOf(world.actors.keeper)
  priceFeedTrigger = world.addresses.priceFeedTrigger
  feed = await deployPriceFeed(world.chain, { description: 'USDC / USD' })
  await publish(100_000_000n)
  config = {
    ...{
      feed: feed.proxy,
      decimals: 8,
      direction: 'fall',
      lookback: 0n,
      heartbeat: day,
      sequencer: zeroAddress,
      sequencerGrace: 0n,
    },
    ...{ strike: 95_000_000n, recovery: 98_000_000n, warning: 99_000_000n, par: 100_000_000n },
    ...{ persistence: 6n * hour, table: [{ move: wad / 20n, ratio: wad / 2n }] },
  }
  const terms = { ...world.terms, adjudicator: priceFeedTrigger }
  const parameters = { priceFeedTrigger, terms, wording: 'Pays half if the price stays low.', config }
  const receipt = await world.mined(createTriggerListing(keeper, { ...parameters, gas }))
  const [created] = parseEventLogs({ abi: listingsAbi, logs: receipt.logs, eventName: 'ListingCreated' })
  listing = created?.args.listing ?? 0n
  await world.postRate(listing)
  pool = await world.newPool()
  await world.back(pool, listing, 1n, { adjudicator: priceFeedTrigger })
  await world.underwrite(pool, world.actors.underwriters[0], 1_000_000_000_000n)
  fee = (await getIncidentBounds(world.client, world.addresses)).triggerFee
})
afterAll(() => world.stop())

describe('prove', () => {
  test('default', async () => {
    const { client, actors, addresses } = world
    const { incidents } = addresses
    const amount = 10_000_000_000n
    const id = await world.insure(pool, actors.holders[0], { listing, amount, duration: 60n * day })
    const recovered = await publish(99_500_000n)
    const firstRound = await publish(90_000_000n)
    expect(await canSell(client, { adjudicator: priceFeedTrigger, listing })).toBe(false)
    const armed = { priceFeedTrigger, listing, recovered, firstRound, pool, fee }
    const account = actors.keeper
    await expect(simulateArm(client, { ...armed, fee: 1n, account })).rejects.toThrow(WrongFeeError)
    await expect(simulateArm(client, { ...armed, firstRound: recovered, account })).rejects.toThrow(
      RoundNotBeyondStrikeError,
    )
    const { result: incident } = await simulateArm(client, { ...armed, account })
    await world.mined(arm(keeper, { ...armed, gas }))
    expect(await getArmedIncident(client, { priceFeedTrigger, listing, firstRound })).toBe(incident)
    expect(await getEpisode(client, { priceFeedTrigger, incident })).toMatchObject({
      ...{ listing, firstRound, verdict: 'pending', passed: 0n, behind: 0n, level: 90_000_000n },
    })
    await expect(simulateArm(client, { ...armed, account })).rejects.toThrow(AlreadyArmedError)

    const second = await publish(91_000_000n)
    const early = simulateProve(client, { priceFeedTrigger, incident, closingRound: second })
    await expect(early).rejects.toThrow(SpanTooShortError)
    const third = await publish(91_500_000n)
    await world.mined(advance(keeper, { priceFeedTrigger, incident, to: third, gas }))
    expect((await getEpisode(client, { priceFeedTrigger, incident })).passed).toBe(1n)
    const closingRound = await publish(92_000_000n, 6n * hour)
    await expect(simulateRecoverSpan(client, { priceFeedTrigger, incident, round: closingRound })).rejects.toThrow(
      SpanCompleteError,
    )
    const { result: ratio } = await simulateProve(client, { priceFeedTrigger, incident, closingRound })
    expect(ratio).toBe(wad / 2n)
    await world.mined(prove(keeper, { priceFeedTrigger, incident, closingRound, gas }))
    expect(await getIncident(client, { incidents, incident })).toMatchObject({ status: 'granted', share: wad / 2n })

    const before = await world.dollars(actors.holders[0].address)
    await world.mined(settle(keeper, { incidents, incident, ids: [id], gas }))
    expect((await world.dollars(actors.holders[0].address)) - before).toBe(amount / 2n)
  })

  test('behavior: a span that recovers is dismissed', async () => {
    const { client, addresses, actors } = world
    const recovered = await publish(99_500_000n)
    await publish(99_600_000n)
    const firstRound = await publish(94_000_000n)
    await world.mined(approach(keeper, { priceFeedTrigger, listing, recovered, to: firstRound, gas }))
    const armed = { priceFeedTrigger, listing, recovered, firstRound, pool, fee }
    const { result: incident } = await simulateArm(client, { ...armed, account: actors.keeper })
    await world.mined(arm(keeper, { ...armed, gas }))
    const round = await publish(99_000_000n)
    await publish(99_100_000n)
    await world.mined(recoverSpan(keeper, { priceFeedTrigger, incident, round, gas }))
    expect((await getIncident(client, { incidents: addresses.incidents, incident })).status).toBe('denied')
    expect((await getEpisode(client, { priceFeedTrigger, incident })).verdict).toBe('denied')
  })

  test('behavior: armed and proven at once', async () => {
    const { client, addresses, actors } = world
    const recovered = await publish(99_500_000n)
    const firstRound = await publish(90_000_000n)
    const closingRound = await publish(90_000_000n, 7n * hour)
    const proven = { priceFeedTrigger, listing, recovered, firstRound, closingRound, pool, fee }
    const { result } = await simulateArmAndProve(client, { ...proven, account: actors.keeper })
    expect(result.ratio).toBe(wad / 2n)
    await world.mined(armAndProve(keeper, { ...proven, gas }))
    const { incident } = result
    expect((await getIncident(client, { incidents: addresses.incidents, incident })).status).toBe('granted')
    await expect(simulateProve(client, { priceFeedTrigger, incident, closingRound })).rejects.toThrow(NotArmedError)
  })

  test('error: RoundMissingError', () =>
    expect(
      simulateArm(world.client, {
        ...{ priceFeedTrigger, listing, recovered: proxyRoundId(900), firstRound: proxyRoundId(901), pool, fee },
        account: world.actors.keeper,
      }),
    ).rejects.toThrow(RoundMissingError))
})

describe('views', () => {
  test('default', async () => {
    const { client } = world
    expect(await getTriggerConfig(client, { priceFeedTrigger, listing })).toEqual({
      ...config,
      feed: getAddress(config.feed),
    })
    expect(await getTriggerPhase(client, { priceFeedTrigger, listing })).toEqual({ phase: 1n, since: 0n })
    const { ruling, total } = await worstCaseTime(client, { ...world.addresses, listing })
    expect(ruling).toBe(config.persistence + config.heartbeat + hour + 3n * day)
    expect(ruling).toBe(await getWorstCaseTime(client, { adjudicator: priceFeedTrigger, listing }))
    expect(formatHoursUp(total)).toBe('127 h')
  })

  test('error: NotConfiguredError, PhaseUnchangedError, InvalidConfigError', async () => {
    const { client, terms } = world
    await expect(getTriggerConfig(client, { priceFeedTrigger, listing: 999n })).rejects.toThrow(NotConfiguredError)
    await expect(simulateNotePhase(client, { priceFeedTrigger, listing })).rejects.toThrow(PhaseUnchangedError)
    const invalid = { ...config, persistence: 1n }
    await expect(
      simulateCreateTriggerListing(client, {
        ...{ priceFeedTrigger, terms: { ...terms, adjudicator: priceFeedTrigger }, wording: 'x', config: invalid },
      }),
    ).rejects.toThrow(InvalidConfigError)
  })
})
