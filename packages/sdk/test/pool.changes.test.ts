import { type Hex, keccak256, parseEventLogs } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  approveCover,
  BelowMinimumError,
  ClaimAboveAmountError,
  CoverEndedError,
  CoverOfAnotherError,
  cancelCover,
  DeadlineExpiredError,
  decreaseCover,
  encodeQuote,
  extendCover,
  getCapital,
  getCover,
  getCoverForSettlement,
  getCoversBounds,
  getPeriods,
  getRefund,
  getRemainingAmount,
  getRiskId,
  getStateFingerprint,
  increaseCover,
  JournalBehindError,
  KeyedCoverError,
  NothingLeftError,
  OnlyOwnerOfError,
  PeriodOutOfBoundsError,
  PremiumAboveMaximumError,
  PurchaseMismatchError,
  poolAbi,
  prepareCancelCover,
  prepareDecreaseCover,
  prepareExtendCover,
  prepareIncreaseCover,
  type Quote,
  QuoteMismatchError,
  quoteExtension,
  quoteIncrease,
  RiskFrozenError,
  signQuote,
  simulateCancelCover,
  simulateDecreaseCover,
  simulateExtendCover,
  simulateIncreaseCover,
  step,
  TokenDoesNotExistError,
  TooLateToExtendError,
  TooManyIncreasesError,
  TransferFromFailedError,
  UnknownListingError,
  ZeroAmountError,
} from '../src/index.ts'
import { day, gas, startWorld, type World, wad } from './helpers/startWorld.ts'

const amount = 10_000_000_000n
const duration = 30n * day
const waiting = 2n * day
const bounds = { maxPremium: amount, deadline: 2n ** 32n }
let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

/** A cover of thirty days, ten of which have passed, and what its holder needs to change it. */
async function coverOf(holder = world.actors.holders[0]) {
  const { pool, listing } = await world.openPool({ waiting, minPeriod: 3n * day })
  const id = await world.insure(pool, holder, { listing, amount, duration })
  const { covers } = world.addresses
  const { end } = await getCover(world.client, { covers, id })
  await world.wait(5n * day)
  await world.postRate(listing)
  await world.wait(5n * day)
  await world.fund(holder, pool, amount)
  return { pool, listing, id, covers, end, holder, wallet: world.walletOf(holder) }
}

/** Lets the next block be mined at a time that is known before. */
async function nextBlock(): Promise<bigint> {
  const time = (await world.now()) + 60n
  await world.chain.test.setNextBlockTimestamp({ timestamp: time })
  return time
}

/** A signed offer for a flight that begins in so many seconds. */
async function offerOf(listing: bigint, begins: bigint, facts: Hex = '0x1234') {
  const now = await world.now()
  const offer: Quote = {
    listing,
    facts: keccak256(facts),
    zone: 7n,
    begins: now + begins,
    ends: now + begins + day,
    lastSale: now + begins - day,
    rate: wad / 50n,
    expiry: now + begins,
  }
  const signer = world.actors.quoteSigner
  const { listings } = world.addresses
  const signature = await signQuote(world.walletOf(signer), { listings, quote: offer })
  return { offer, quote: encodeQuote({ quote: offer, signer: signer.address, signature }) }
}

const keyed = { keyed: true, minPeriod: 0n, minRate: wad / 1_000n } as const

describe('extendCover', () => {
  test('default', async () => {
    const { client } = world
    const { pool, listing, id, covers, end, holder, wallet } = await coverOf()
    const more = { pool, id, listing, duration: 20n * day }
    const before = await world.dollars(holder.address)
    const time = await nextBlock()
    const premium = await quoteExtension(client, { ...more, blockOverrides: { time } })
    const limits = { maxPremium: premium.total, deadline: time }
    const receipt = await world.mined(extendCover(wallet, { ...more, ...limits, gas }))

    // The quote equals what was charged, to the unit.
    expect(premium.net).toBeGreaterThan(0n)
    expect(before - (await world.dollars(holder.address))).toBe(premium.total)
    const [extended] = parseEventLogs({ abi: poolAbi, logs: receipt.logs, eventName: 'CoverExtended' })
    const fees = premium.total - premium.net
    expect(extended?.args).toEqual({ id, end: end + more.duration, premium: premium.net, fees })
    const cover = await getCover(client, { covers, id })
    expect(cover).toMatchObject({ amount, insured: amount, end: end + more.duration, changed: time })
    expect((await getCapital(client, { pool })).scr).toBe(amount)
  })

  test('behavior: simulates what it then does', async () => {
    const { pool, listing, id, covers, end, holder, wallet } = await coverOf()
    const more = { pool, id, listing, duration: 20n * day, ...bounds }
    const { result, request } = await simulateExtendCover(world.client, { ...more, account: holder })
    expect(result).toBe((await quoteExtension(world.client, more)).total)
    expect(request).toEqual(prepareExtendCover(more))
    await world.mined(wallet.sendTransaction({ ...request, gas }))
    expect((await getCover(world.client, { covers, id })).end).toBe(end + more.duration)
  })

  test('behavior: a commission is charged on top', async () => {
    const { pool, listing, id } = await coverOf()
    const more = { pool, id, listing, duration: 20n * day }
    const [plain, referred] = await Promise.all([
      quoteExtension(world.client, more),
      quoteExtension(world.client, { ...more, referrer: world.actors.keeper.address, referrerFee: 1_000 }),
    ])
    expect(referred.referrerFee).toBe((plain.net + 9n) / 10n)
    expect(referred.total).toBe(plain.total + referred.referrerFee)
  })

  test('error: PremiumAboveMaximumError, DeadlineExpiredError, OnlyOwnerOfError, TransferFromFailedError', async () => {
    const { pool, listing, id, covers, holder, wallet } = await coverOf()
    const { attacker } = world.actors
    const more = { pool, id, listing, duration: 20n * day, ...bounds, account: holder }
    const tooDear = extendCover(wallet, { ...more, maxPremium: 1n })
    await expect(tooDear).rejects.toThrow(PremiumAboveMaximumError)
    const tooLate = simulateExtendCover(world.client, { ...more, deadline: 1n })
    await expect(tooLate).rejects.toThrow(DeadlineExpiredError)
    const stranger = simulateExtendCover(world.client, { ...more, account: attacker })
    await expect(stranger).rejects.toThrow(OnlyOwnerOfError)
    // Whoever is approved may, but pays himself.
    await world.mined(approveCover(wallet, { covers, spender: attacker.address, id, gas }))
    const penniless = simulateExtendCover(world.client, { ...more, account: attacker })
    await expect(penniless).rejects.toThrow(TransferFromFailedError)
  })

  test('error: PurchaseMismatchError, PeriodOutOfBoundsError', async () => {
    const { pool, listing, id } = await coverOf()
    const more = { pool, id, listing, duration: 20n * day }
    const other = quoteExtension(world.client, { ...more, listing: listing - 1n })
    await expect(other).rejects.toThrow(PurchaseMismatchError)
    await expect(quoteExtension(world.client, { ...more, duration: 0n })).rejects.toThrow(PurchaseMismatchError)
    await expect(quoteExtension(world.client, { ...more, duration: 365n * day })).rejects.toThrow(
      PeriodOutOfBoundsError,
    )
  })

  test('error: CoverOfAnotherError', async () => {
    const { listing, id } = await coverOf()
    const other = await world.openPool()
    const refusal = quoteExtension(world.client, { pool: other.pool, id, listing, duration })
    await expect(refusal).rejects.toThrow(CoverOfAnotherError)
    await expect(refusal).rejects.toMatchObject({
      args: { id },
      shortMessage: `Cover ${id} is not one of this pool.`,
      advice: 'Call the pool that sold it: read `getCoverPool`.',
    })
  })

  test('error: TooLateToExtendError, CoverEndedError', async () => {
    const { pool, listing, id, end } = await coverOf()
    const more = { pool, id, listing, duration }
    await world.wait(end - waiting - (await world.now()) + 1n)
    await world.postRate(listing)
    const late = quoteExtension(world.client, more)
    await expect(late).rejects.toThrow(TooLateToExtendError)
    await expect(late).rejects.toMatchObject({ args: { latest: end - waiting } })
    await world.wait(waiting)
    const ended = quoteExtension(world.client, more)
    await expect(ended).rejects.toThrow(CoverEndedError)
    await expect(ended).rejects.toMatchObject({ args: { id, end } })
  })

  test('error: KeyedCoverError', async () => {
    const { pool, listing } = await world.openPool(keyed)
    const { quote } = await offerOf(listing, 10n * day)
    const id = await world.insure(pool, world.actors.holders[1], { listing, amount: 200_000_000n, quote })
    await expect(quoteExtension(world.client, { pool, id, listing, duration })).rejects.toThrow(KeyedCoverError)
  })

  test('error: JournalBehindError, RiskFrozenError', async () => {
    const { client } = world
    const { pool, listing, id, holder } = await coverOf()
    const more = { pool, id, listing, duration, ...bounds }
    await world.openIncident(pool, listing)
    await expect(quoteExtension(client, more)).rejects.toThrow(JournalBehindError)
    await expect(simulateExtendCover(client, { ...more, account: holder })).rejects.toThrow(RiskFrozenError)
    await world.mined(step(world.walletOf(world.actors.keeper), { pool, max: 8n, gas }))
    const frozen = { name: 'RiskFrozenError', args: { risk: getRiskId({ listing }) } }
    await expect(quoteExtension(client, more)).rejects.toMatchObject(frozen)
    await expect(getRefund(client, { pool, id, amount })).rejects.toMatchObject(frozen)
    const cancelled = simulateCancelCover(client, { pool, id, minRefund: 0n, account: holder })
    await expect(cancelled).rejects.toMatchObject(frozen)
  })
})

describe('increaseCover', () => {
  test('default', async () => {
    const { client } = world
    const { pool, listing, id, covers, end, holder, wallet } = await coverOf()
    const more = { pool, id, listing, amount: amount / 2n }
    const fingerprint = await getStateFingerprint(client, { covers, id })
    const before = await world.dollars(holder.address)
    const time = await nextBlock()
    const premium = await quoteIncrease(client, { ...more, blockOverrides: { time } })
    const limits = { maxPremium: premium.total, deadline: time }
    const receipt = await world.mined(increaseCover(wallet, { ...more, ...limits, gas }))

    // The quote equals what was charged, to the unit.
    expect(premium.net).toBeGreaterThan(0n)
    expect(before - (await world.dollars(holder.address))).toBe(premium.total)
    const since = time + waiting
    const [increased] = parseEventLogs({ abi: poolAbi, logs: receipt.logs, eventName: 'CoverIncreased' })
    const fees = premium.total - premium.net
    expect(increased?.args).toEqual({ id, amount: more.amount, since, premium: premium.net, fees })

    const insured = amount + more.amount
    const cover = await getCover(client, { covers, id })
    expect(cover).toMatchObject({ amount: insured, insured, end, changed: time })
    expect((await getCapital(client, { pool })).scr).toBe(insured)
    expect(await getStateFingerprint(client, { covers, id })).not.toBe(fingerprint)

    // What was added counts after the waiting time only.
    expect(await getRemainingAmount(client, { covers, id, time: since - 1n })).toBe(amount)
    expect(await getRemainingAmount(client, { covers, id, time: since })).toBe(insured)
    const settled = await getCoverForSettlement(client, { covers, id, time: since - 1n })
    expect(settled).toEqual({ cover: { ...cover, amount }, payTo: holder.address })
  })

  test('behavior: simulates what it then does', async () => {
    const { pool, listing, id, covers, holder, wallet } = await coverOf()
    const more = { pool, id, listing, amount, ...bounds }
    const { result, request } = await simulateIncreaseCover(world.client, { ...more, account: holder })
    expect(result).toBe((await quoteIncrease(world.client, more)).total)
    expect(request).toEqual(prepareIncreaseCover(more))
    await world.mined(wallet.sendTransaction({ ...request, gas }))
    expect((await getCover(world.client, { covers, id })).amount).toBe(2n * amount)
  })

  test('behavior: a cover on one event is increased with a quote for it', async () => {
    const { client, actors, addresses } = world
    const { pool, listing } = await world.openPool(keyed)
    const { quote } = await offerOf(listing, 10n * day)
    const [, holder] = actors.holders
    const more = { listing, amount: 200_000_000n, quote }
    const id = await world.insure(pool, holder, more)
    await world.fund(holder, pool, amount)
    await world.mined(increaseCover(world.walletOf(holder), { pool, id, ...more, ...bounds, gas }))
    expect((await getCover(client, { covers: addresses.covers, id })).amount).toBe(400_000_000n)

    const other = await offerOf(listing, 10n * day, '0x5678')
    const another = quoteIncrease(client, { pool, id, ...more, quote: other.quote })
    await expect(another).rejects.toThrow(PurchaseMismatchError)
    const { quote: _, ...without } = more
    await expect(quoteIncrease(client, { pool, id, ...without })).rejects.toThrow(QuoteMismatchError)
  })

  test('error: ZeroAmountError, PurchaseMismatchError, OnlyOwnerOfError, PremiumAboveMaximumError', async () => {
    const { client, actors } = world
    const { pool, listing, id, holder } = await coverOf()
    const more = { pool, id, listing, amount, ...bounds, account: holder }
    await expect(quoteIncrease(client, { ...more, amount: 0n })).rejects.toThrow(ZeroAmountError)
    await expect(quoteIncrease(client, { ...more, listing: listing - 1n })).rejects.toThrow(PurchaseMismatchError)
    const stranger = simulateIncreaseCover(client, { ...more, account: actors.attacker })
    await expect(stranger).rejects.toThrow(OnlyOwnerOfError)
    const tooDear = simulateIncreaseCover(client, { ...more, maxPremium: 1n })
    await expect(tooDear).rejects.toThrow(PremiumAboveMaximumError)
  })

  test('error: PeriodOutOfBoundsError, once less is left than the listing sells', async () => {
    const { pool, listing, id, end } = await coverOf()
    await world.wait(end - 3n * day - (await world.now()) + 1n)
    await world.postRate(listing)
    await expect(quoteIncrease(world.client, { pool, id, listing, amount })).rejects.toThrow(PeriodOutOfBoundsError)
  })

  test('error: TooManyIncreasesError', async () => {
    const { client } = world
    const { pool, listing, id, covers, holder, wallet } = await coverOf()
    const { maxIncreases } = await getCoversBounds(client, { covers })
    const more = { pool, id, listing, amount: 1_000_000n, ...bounds }
    for (let i = 0n; i < maxIncreases; i++) await world.mined(increaseCover(wallet, { ...more, gas }))
    const refusal = simulateIncreaseCover(client, { ...more, account: holder })
    await expect(refusal).rejects.toThrow(TooManyIncreasesError)
    await expect(refusal).rejects.toThrow(`Cover ${id} was increased 16 times, which is the most.`)
    expect(await getRemainingAmount(client, { covers, id, time: (await world.now()) + waiting })).toBe(
      amount + maxIncreases * more.amount,
    )
  })
})

describe('decreaseCover', () => {
  test('default', async () => {
    const { client } = world
    const { pool, id, covers, end, holder, wallet } = await coverOf()
    const less = { pool, id, amount: (2n * amount) / 5n }
    const before = await world.dollars(holder.address)
    const time = await nextBlock()
    const { refund, fee } = await getRefund(client, { ...less, blockOverrides: { time } })
    const receipt = await world.mined(decreaseCover(wallet, { ...less, minRefund: refund, gas }))

    // What was said equals what came back, to the unit; a tenth of what is unearned stays as a fee.
    expect(refund).toBeGreaterThan(0n)
    expect(fee).toBe((refund + fee + 9n) / 10n)
    expect((await world.dollars(holder.address)) - before).toBe(refund)
    const [decreased] = parseEventLogs({ abi: poolAbi, logs: receipt.logs, eventName: 'CoverDecreased' })
    expect(decreased?.args).toEqual({ id, amount: less.amount, refund, fee })
    const insured = amount - less.amount
    const cover = await getCover(client, { covers, id })
    expect(cover).toMatchObject({ amount: insured, insured, end, changed: time })
    expect(await getRemainingAmount(client, { covers, id, time })).toBe(insured)
    expect((await getCapital(client, { pool })).scr).toBe(insured)
  })

  test('behavior: simulates what it then does', async () => {
    const { pool, id, covers, holder, wallet } = await coverOf()
    const less = { pool, id, amount: amount / 2n, minRefund: 1n }
    const { result, request } = await simulateDecreaseCover(world.client, { ...less, account: holder })
    expect(result).toBe((await getRefund(world.client, less)).refund)
    expect(request).toEqual(prepareDecreaseCover(less))
    await world.mined(wallet.sendTransaction({ ...request, gas }))
    expect((await getCover(world.client, { covers, id })).amount).toBe(amount / 2n)
  })

  test('behavior: the owner is refunded, whoever calls', async () => {
    const { pool, id, covers, holder, wallet } = await coverOf()
    const { attacker } = world.actors
    await world.mined(approveCover(wallet, { covers, spender: attacker.address, id, gas }))
    const before = await world.dollars(holder.address)
    const less = { pool, id, amount: amount / 2n, minRefund: 1n }
    await world.mined(decreaseCover(world.walletOf(attacker), { ...less, gas }))
    expect(await world.dollars(holder.address)).toBeGreaterThan(before)
    expect(await world.dollars(attacker.address)).toBe(0n)
  })

  test('error: NothingLeftError, BelowMinimumError, ClaimAboveAmountError, OnlyOwnerOfError', async () => {
    const { client, actors } = world
    const { pool, id, holder } = await coverOf()
    const less = { pool, id, amount: amount / 2n, minRefund: 0n, account: holder }
    const all = simulateDecreaseCover(client, { ...less, amount })
    await expect(all).rejects.toThrow(NothingLeftError)
    await expect(all).rejects.toMatchObject({ args: { id } })
    await expect(simulateDecreaseCover(client, { ...less, minRefund: amount })).rejects.toThrow(BelowMinimumError)
    const above = getRefund(client, { pool, id, amount: amount + 1n })
    await expect(above).rejects.toThrow(ClaimAboveAmountError)
    await expect(above).rejects.toThrow(`Use at most ${amount}.`)
    await expect(getRefund(client, { pool, id, amount: 0n })).rejects.toThrow(ZeroAmountError)
    const stranger = simulateDecreaseCover(client, { ...less, account: actors.attacker })
    await expect(stranger).rejects.toThrow(OnlyOwnerOfError)
  })
})

describe('cancelCover', () => {
  test('default', async () => {
    const { client } = world
    const { pool, id, covers, holder, wallet } = await coverOf()
    const before = await world.dollars(holder.address)
    const time = await nextBlock()
    const { refund, fee } = await getRefund(client, { pool, id, amount, blockOverrides: { time } })
    const receipt = await world.mined(cancelCover(wallet, { pool, id, minRefund: refund, gas }))

    // What was said equals what came back, to the unit.
    expect((await world.dollars(holder.address)) - before).toBe(refund)
    const [cancelled] = parseEventLogs({ abi: poolAbi, logs: receipt.logs, eventName: 'CoverCancelled' })
    expect(cancelled?.args).toEqual({ id, refund, fee })
    expect((await getCapital(client, { pool })).scr).toBe(0n)
    await expect(getCover(client, { covers, id })).rejects.toThrow(TokenDoesNotExistError)
  })

  test('behavior: simulates what it then does', async () => {
    const { pool, id, covers, holder, wallet } = await coverOf()
    const all = { pool, id, minRefund: 1n }
    const { result, request } = await simulateCancelCover(world.client, { ...all, account: holder })
    expect(result).toBe((await getRefund(world.client, { pool, id, amount })).refund)
    expect(request).toEqual(prepareCancelCover(all))
    await world.mined(wallet.sendTransaction({ ...request, gas }))
    await expect(getCover(world.client, { covers, id })).rejects.toThrow(TokenDoesNotExistError)
  })

  test('error: BelowMinimumError, OnlyOwnerOfError, TokenDoesNotExistError', async () => {
    const { client, actors } = world
    const { pool, id, holder } = await coverOf()
    const all = { pool, id, minRefund: 0n, account: holder }
    const greedy = simulateCancelCover(client, { ...all, minRefund: amount })
    await expect(greedy).rejects.toThrow(BelowMinimumError)
    const stranger = simulateCancelCover(client, { ...all, account: actors.attacker })
    await expect(stranger).rejects.toThrow(OnlyOwnerOfError)
    const unknown = simulateCancelCover(client, { ...all, id: id + 1n })
    await expect(unknown).rejects.toThrow(TokenDoesNotExistError)
  })

  test('error: KeyedCoverError, once the event has begun', async () => {
    const { client, actors } = world
    const { pool, listing } = await world.openPool(keyed)
    const { offer, quote } = await offerOf(listing, 10n * day)
    const [, holder] = actors.holders
    const id = await world.insure(pool, holder, { listing, amount: 200_000_000n, quote })
    const all = { pool, id, minRefund: 0n, account: holder }
    expect((await simulateCancelCover(client, all)).result).toBeGreaterThan(0n)
    await world.wait(offer.ends - 1n - (await world.now()))
    await expect(simulateCancelCover(client, all)).rejects.toThrow(KeyedCoverError)
  })
})

describe('getPeriods', () => {
  test('default', async () => {
    const { listings } = world.addresses
    const listing = await world.newListing({ waiting, minPeriod: 3n * day, grace: 9n * day })
    expect(await getPeriods(world.client, { listings, listing })).toEqual({ waiting, grace: 9n * day, keyed: false })
  })

  test('error: UnknownListingError', () =>
    expect(getPeriods(world.client, { listings: world.addresses.listings, listing: 10_000n })).rejects.toThrow(
      UnknownListingError,
    ))
})
