import { moveExposure, utilisationDown } from '@bulwark/risk/exact'
import { deployToken, send } from '@bulwark/testkit'
import { type Hex, keccak256, parseEventLogs, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  AdjudicatorRefusesError,
  AmountNotOnGrainError,
  buy,
  CapacityExceededError,
  createPool,
  DeadlineExpiredError,
  encodeQuote,
  getCapital,
  getCover,
  getCoverOwner,
  getQuoteKey,
  getRiskId,
  getSaleTerms,
  getShareSupply,
  JournalBehindError,
  ListingLimitExceededError,
  NotBackedError,
  PeriodOutOfBoundsError,
  PremiumAboveMaximumError,
  pauseSales,
  poolAbi,
  prepareBuy,
  type Quote,
  QuoteMismatchError,
  QuoteSignerNotApprovedError,
  quote,
  quoteOffline,
  RateStaleError,
  SalesArePausedError,
  signQuote,
  simulateBuy,
  simulateCreatePool,
  step,
  stop,
  TransferFromFailedError,
  wasEverSold,
  ZeroAmountError,
} from '../src/index.ts'
import { day, gas, startWorld, type World, wad } from './helpers/startWorld.ts'

const amount = 10_000_000_000n
const deadline = 2n ** 32n
const duration = 30n * day
let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

/** What a holder needs to buy from a pool. */
async function insuredIn(pool: Hex, listing: bigint) {
  const [holder] = world.actors.holders
  await world.fund(holder, pool, amount)
  return { pool, listing, amount, duration, owner: holder.address, account: holder, maxPremium: amount, deadline }
}

describe('buy', () => {
  test('default', async () => {
    const { client, actors, addresses, chain } = world
    const { pool, listing } = await world.openPool()
    const [holder] = actors.holders
    const purchase = await insuredIn(pool, listing)
    const before = await world.dollars(holder.address)
    const time = (await world.now()) + 60n
    const premium = await quote(client, { ...purchase, blockOverrides: { time } })
    await chain.test.setNextBlockTimestamp({ timestamp: time })
    const wallet = world.walletOf(holder)
    const receipt = await world.mined(buy(wallet, { ...purchase, maxPremium: premium.total, gas }))

    // The quote equals what was charged, to the unit.
    const [bought] = parseEventLogs({ abi: poolAbi, logs: receipt.logs, eventName: 'CoverBought' })
    expect(before - (await world.dollars(holder.address))).toBe(premium.total)
    expect(bought?.args.premium).toBe(premium.net)
    expect(bought?.args.fees).toBe(premium.total - premium.net)
    expect(premium.protocolFee).toBe((premium.net * 500n + 9_999n) / 10_000n)

    const id = bought?.args.id ?? 0n
    const cover = await getCover(client, { covers: addresses.covers, id })
    expect(cover).toMatchObject({ amount, insured: amount, listing, start: time, end: time + duration, changed: 0n })
    expect(cover.protectedAccount).toBe(zeroAddress)
    expect(await getCoverOwner(client, { covers: addresses.covers, id })).toBe(holder.address)
    expect((await getCapital(client, { pool })).scr).toBe(amount)
    expect(await wasEverSold(client, { pool, risk: getRiskId({ listing }) })).toBe(true)
  })

  test('behavior: simulates what it then does', async () => {
    const { pool, listing } = await world.openPool()
    const purchase = await insuredIn(pool, listing)
    const { result, request } = await simulateBuy(world.client, purchase)
    expect(result.id % 2n ** 40n).toBe(1n)
    expect(result.premium).toBe((await quote(world.client, purchase)).total)
    expect(request).toEqual(prepareBuy(purchase))
    await world.mined(world.walletOf(purchase.account).sendTransaction({ ...request, gas }))
    expect((await getCover(world.client, { covers: world.addresses.covers, id: result.id })).amount).toBe(amount)
  })

  test('behavior: a commission is charged on top', async () => {
    const { pool, listing } = await world.openPool()
    const purchase = await insuredIn(pool, listing)
    const [plain, referred] = await Promise.all([
      quote(world.client, purchase),
      quote(world.client, { ...purchase, referrer: world.actors.keeper.address, referrerFee: 1_000 }),
    ])
    expect(plain.referrerFee).toBe(0n)
    expect(referred.referrerFee).toBe((plain.net + 9n) / 10n)
    expect(referred.total).toBe(plain.total + referred.referrerFee)
  })

  test('behavior: a keyed risk is bought with a signed quote', async () => {
    const { client, actors, addresses } = world
    const keyed = { keyed: true, minPeriod: 0n, minRate: wad / 1_000n } as const
    const { pool, listing } = await world.openPool(keyed)
    const now = await world.now()
    const offer: Quote = {
      listing,
      facts: keccak256('0x1234'),
      zone: 7n,
      begins: now + 3n * day,
      ends: now + 4n * day,
      lastSale: now + 2n * day,
      rate: wad / 50n,
      expiry: now + day,
    }
    const signer = actors.quoteSigner
    const { listings } = addresses
    const signature = await signQuote(world.walletOf(signer), { listings, quote: offer })
    const signed = encodeQuote({ quote: offer, signer: signer.address, signature })
    const insured = { listing, amount: 200_000_000n, quote: signed }
    const id = await world.insure(pool, actors.holders[1], insured)
    const { key, end } = await getCover(client, { covers: addresses.covers, id })
    expect(key).toBe(getQuoteKey(offer))
    expect(end).toBe(offer.ends)
    expect(await wasEverSold(client, { pool, risk: getRiskId({ listing, key }) })).toBe(true)

    const forged = encodeQuote({ quote: { ...offer, rate: wad / 1_000n }, signer: signer.address, signature })
    await expect(quote(client, { pool, ...insured, quote: forged })).rejects.toThrow(QuoteSignerNotApprovedError)
    await expect(quote(client, { pool, listing, amount, duration })).rejects.toThrow(QuoteMismatchError)
  })
})

test('quoteOffline: equals the chain to the unit, with and without a book', async () => {
  const { client, chain, addresses, usd } = world
  const { pool, listing } = await world.openPool()
  const purchase = await insuredIn(pool, listing)
  const terms = await getSaleTerms(client, { listings: addresses.listings, listing, asset: usd.address })
  const snapshotAt = async (timestamp: bigint) => {
    const { low, priceBacking } = await getCapital(client, { pool, blockOverrides: { time: timestamp } })
    const supply = await getShareSupply(client, { pool })
    return {
      pool: { grain: 1n, r: 2_500n, kappa: 2n * 10n ** 15n, curatorFee: 0n, supply, queued: 0n, low, priceBacking },
      maxLossProbability: wad / 5n,
      timestamp,
      terms,
      amount,
      duration,
    }
  }
  const empty = { q: 0n, a: 0n, rho: 5_000n }
  const time = (await world.now()) + 600n
  const first = await snapshotAt(time)
  // The curve of a pool that never sold has drifted since its creation: the chain says to where.
  const { level } = await getCapital(client, { pool, blockOverrides: { time } })
  const curve = { level, moved: time, utilisation: 0n }
  const offline = quoteOffline({
    ...first,
    pool: { ...first.pool, writtenDown: false, curve, totals: { s: 0n, s2: 0n } },
    risk: { exposureClass: empty, groupNet: 0n },
  })
  expect(offline).toEqual(await quote(client, { ...purchase, blockOverrides: { time } }))

  await chain.test.setNextBlockTimestamp({ timestamp: time })
  await world.mined(buy(world.walletOf(purchase.account), { ...purchase, gas }))
  const book = moveExposure({ exposureClass: empty, totals: { s: 0n, s2: 0n }, before: 0n, afterwards: amount })
  const utilisation = utilisationDown(amount, first.pool.priceBacking)
  const later = time + 3n * day
  const second = await snapshotAt(later)
  expect(
    quoteOffline({
      ...second,
      referrerFee: 250,
      pool: { ...second.pool, writtenDown: false, curve: { level, moved: time, utilisation }, totals: book.totals },
      risk: { exposureClass: book.exposureClass, groupNet: amount },
    }),
  ).toEqual(
    await quote(client, {
      ...{ ...purchase, referrer: purchase.owner, referrerFee: 250 },
      blockOverrides: { time: later },
    }),
  )
  expect(() =>
    quoteOffline({
      ...second,
      duration: 1n,
      pool: { ...second.pool, writtenDown: false, curve, totals: book.totals },
      risk: { exposureClass: book.exposureClass, groupNet: amount },
    }),
  ).toThrow(PeriodOutOfBoundsError)
})

describe('refusals', () => {
  let pool: Hex
  let listing: bigint
  let purchase: Awaited<ReturnType<typeof insuredIn>>

  beforeAll(async () => {
    const opened = await world.openPool()
    pool = opened.pool
    listing = opened.listing
    purchase = await insuredIn(pool, listing)
  })

  test('error: NotBackedError', async () => {
    const other = await world.newListing()
    const refusal = quote(world.client, { ...purchase, listing: other })
    await expect(refusal).rejects.toThrow(NotBackedError)
    await expect(refusal).rejects.toMatchObject({
      name: 'NotBackedError',
      args: { listing: other },
      shortMessage: `The pool does not back listing ${other}.`,
      advice: 'Choose a pool whose curator backs it.',
    })
  })

  test('error: PeriodOutOfBoundsError', async () => {
    const refusal = quote(world.client, { ...purchase, duration: 400n * day })
    await expect(refusal).rejects.toThrow(PeriodOutOfBoundsError)
    await expect(refusal).rejects.toMatchObject({ args: { duration: 400n * day, min: day, max: 365n * day } })
    await expect(refusal).rejects.toThrow('Choose between 1 day and 365 days.')
  })

  test('error: ZeroAmountError', () =>
    expect(quote(world.client, { ...purchase, amount: 0n })).rejects.toThrow(ZeroAmountError))

  test('error: QuoteMismatchError', () =>
    expect(quote(world.client, { ...purchase, quote: '0x1234' })).rejects.toThrow(QuoteMismatchError))

  test('error: AmountNotOnGrainError', async () => {
    const { client, chain, actors, bulwark, addresses } = world
    const dai = await deployToken(chain, { name: 'Dai', symbol: 'DAI', decimals: 18 })
    const parameters = {
      ...{ factory: addresses.factory, creationCode: bulwark.pool.bytecode, asset: dai.address },
      ...{ curator: actors.curator.address, name: 'Dai pool', symbol: 'DP' },
      ...{ cooldown: 14n * day, r: wad / 4n, kappa: 0n },
      classes: [{ rho: wad / 2n, maxLossProbability: wad / 5n }],
    }
    const { result: inDai } = await simulateCreatePool(client, parameters)
    await world.mined(createPool(world.walletOf(actors.curator), { ...parameters, gas }))
    await world.back(inDai, listing, 1n)
    const refusal = quote(client, { ...purchase, pool: inDai, amount: 10n ** 18n + 1n })
    await expect(refusal).rejects.toThrow(AmountNotOnGrainError)
    await expect(refusal).rejects.toThrow(`Use ${10n ** 18n} or ${10n ** 18n + 10n ** 12n}.`)
  })

  test('error: PremiumAboveMaximumError', () =>
    expect(simulateBuy(world.client, { ...purchase, maxPremium: 1n })).rejects.toMatchObject({
      name: 'PremiumAboveMaximumError',
      args: { maximum: 1n },
    }))

  test('error: DeadlineExpiredError', () =>
    expect(simulateBuy(world.client, { ...purchase, deadline: 1n })).rejects.toThrow(DeadlineExpiredError))

  test('error: CapacityExceededError', async () => {
    const refusal = quote(world.client, { ...purchase, amount: 2_000_000_000_000n })
    await expect(refusal).rejects.toThrow(CapacityExceededError)
    await expect(refusal).rejects.toMatchObject({ args: { scr: 2_000_000_000_000n, backing: 1_000_000_000_000n } })
  })

  test('error: ListingLimitExceededError', () =>
    expect(quote(world.client, { ...purchase, amount: 2n * 10n ** 15n })).rejects.toThrow(ListingLimitExceededError))

  test('error: TransferFromFailedError', () =>
    expect(simulateBuy(world.client, { ...purchase, account: world.actors.attacker })).rejects.toThrow(
      TransferFromFailedError,
    ))

  test('error: PremiumAboveMaximumError, when the write itself foresees it', () =>
    expect(buy(world.walletOf(world.actors.holders[0]), { ...purchase, maxPremium: 1n })).rejects.toThrow(
      PremiumAboveMaximumError,
    ))

  test('error: AdjudicatorRefusesError', async () => {
    const setSells = (sells: boolean) =>
      send(world.chain, { ...world.trigger, functionName: 'setSells', args: [sells], account: world.actors.keeper })
    await setSells(false)
    await expect(quote(world.client, purchase)).rejects.toThrow(AdjudicatorRefusesError)
    await setSells(true)
  })

  test('error: JournalBehindError, IncidentOpenError', async () => {
    const { pool, listing } = await world.openPool()
    await world.insure(pool, world.actors.holders[2], { listing, amount, duration })
    await world.openIncident(pool, listing)
    await expect(quote(world.client, { ...purchase, pool, listing })).rejects.toThrow(JournalBehindError)
    await world.mined(step(world.walletOf(world.actors.keeper), { pool, max: 8n, gas }))
    await expect(quote(world.client, { ...purchase, pool, listing })).rejects.toMatchObject({
      name: 'IncidentOpenError',
      args: { risk: getRiskId({ listing }), open: 1n },
    })
  })

  test('error: SalesArePausedError, RateStaleError', async () => {
    const { addresses, actors, client } = world
    const { listings } = addresses
    await world.mined(pauseSales(world.walletOf(actors.guardian), { listings, duration: day, gas }))
    await expect(quote(client, purchase)).rejects.toThrow(SalesArePausedError)
    await world.wait(8n * day)
    await expect(quote(client, purchase)).rejects.toThrow(RateStaleError)
    await world.postRate(listing)
    expect((await quote(client, purchase)).total).toBeGreaterThan(0n)
  })

  test('error: NotBackedError, once the curator has stopped sales', async () => {
    await world.mined(stop(world.walletOf(world.actors.curator), { pool, listing, gas }))
    await expect(quote(world.client, purchase)).rejects.toThrow(NotBackedError)
  })
})
