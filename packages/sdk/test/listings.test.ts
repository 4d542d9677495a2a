import { createPublicClient, custom, getAddress, keccak256, parseEventLogs, stringToHex, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  AccessManagedUnauthorizedError,
  checkQuote,
  createListing,
  getAuthority,
  getDescriptor,
  getFamily,
  getListingBounds,
  getListingCount,
  getListingsDomain,
  getPausedUntil,
  getProtocolFee,
  getQuoteHash,
  getQuoteKey,
  getRate,
  getSaleTerms,
  getTerms,
  getTermsHash,
  getTreasury,
  getWording,
  hashQuote,
  InvalidQuoteError,
  InvalidTermsError,
  isAdjudicator,
  isQuoteSigner,
  KeyedMismatchError,
  listingsAbi,
  PauseOutOfBoundsError,
  pauseSales,
  postRates,
  type Quote,
  QuoteExpiredError,
  QuoteForAnotherListingError,
  RateOutOfBoundsError,
  RateStaleError,
  RateStepTooLargeError,
  setAdjudicator,
  setDescriptor,
  setFamily,
  setProtocolFee,
  setQuoteSigner,
  setTreasury,
  signQuote,
  simulateCreateListing,
  simulatePauseSales,
  simulatePostRates,
  simulateSetAdjudicator,
  UnknownListingError,
  WordingLengthError,
  WordingNotServedError,
} from '../src/index.ts'
import { day, gas, startWorld, type World, wad } from './helpers/startWorld.ts'

let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const hashes = { dataHash: keccak256('0x01'), modelHash: keccak256('0x02') }

describe('createListing', () => {
  test('default', async () => {
    const { client, addresses, actors, terms } = world
    const { listings } = addresses
    const wording = 'Pays if the price stays below 0.95 for a day. 保障。'
    const wallet = world.walletOf(actors.attacker)
    const receipt = await world.mined(createListing(wallet, { ...terms, listings, wording, gas }))
    const [created] = parseEventLogs({ abi: listingsAbi, logs: receipt.logs, eventName: 'ListingCreated' })
    expect(created?.args.wording).toBe(stringToHex(wording))
    const listing = created?.args.listing ?? 0n
    expect(await getListingCount(client, { listings })).toBe(listing)
    expect(await getTerms(client, { listings, listing })).toEqual({
      ...terms,
      adjudicator: getAddress(terms.adjudicator),
    })
    expect(await getTermsHash(client, { listings, listing })).toBe(created?.args.termsHash)
  })

  test('error: InvalidTermsError', async () => {
    const { terms, addresses, client } = world
    const refusal = simulateCreateListing(client, {
      ...{ ...terms, maxRatio: 0n },
      ...{ listings: addresses.listings, wording: 'x' },
    })
    await expect(refusal).rejects.toThrow(InvalidTermsError)
    await expect(refusal).rejects.toThrow('The field maxRatio of the terms is out of its bounds.')
  })

  test('error: WordingLengthError', () =>
    expect(
      simulateCreateListing(world.client, { ...world.terms, listings: world.addresses.listings, wording: '' }),
    ).rejects.toThrow(WordingLengthError))
})

describe('getWording', () => {
  test('default', async () => {
    const { client, addresses, actors, terms } = world
    const { listings } = addresses
    const wording = 'Pays if somebody takes what is yours. 保障。'
    await world.newListing()
    await world.mined(createListing(world.walletOf(actors.attacker), { ...terms, listings, wording, gas }))
    const listing = await getListingCount(client, { listings })
    expect(await getWording(client, { listings, listing })).toBe(wording)
    expect(await getWording(client, { listings, listing, fromBlock: (await client.getBlockNumber()) - 1n })).toBe(
      wording,
    )
  })

  test('error: WordingNotServedError', async () => {
    const { client, addresses } = world
    const { listings } = addresses
    const listing = await world.newListing()
    const late = { listings, listing, fromBlock: (await client.getBlockNumber()) + 1n }
    await expect(getWording(client, late)).rejects.toThrow(WordingNotServedError)
    // An RPC that gives another text for it.
    const lying = createPublicClient({
      chain: client.chain,
      transport: custom({
        request: async (asked) => {
          const answer: unknown = await client.request(asked)
          if (asked.method !== 'eth_getLogs') return answer
          const logs = answer as { data: string }[]
          return logs.map((log) => ({ ...log, data: log.data.replace('57686174', '57686155') }))
        },
      }),
    })
    await expect(getWording(lying, { listings, listing })).rejects.toThrow(WordingNotServedError)
  })

  test('error: UnknownListingError', () =>
    expect(getWording(world.client, { listings: world.addresses.listings, listing: 999n })).rejects.toThrow(
      UnknownListingError,
    ))
})

describe('postRates', () => {
  test('default', async () => {
    const { client, addresses, actors, usd } = world
    const { listings } = addresses
    const listing = await world.newListing()
    const asset = usd.address
    expect(await getRate(client, { listings, listing })).toEqual({ rate: wad / 50n, postedAt: await world.now() })
    expect(await getSaleTerms(client, { listings, listing, asset })).toMatchObject({
      ...{ rate: wad / 50n, grace: 7n * day, minPeriod: day, maxPeriod: 365n * day, keyed: false, protocolFee: 500 },
    })
    const parameters = { listings, ...hashes, account: actors.ratePoster }
    await world.wait(day)
    const posts = [{ listing, rate: wad / 25n }]
    await world.mined(postRates(world.walletOf(actors.ratePoster), { listings, ...hashes, posts, gas }))
    expect((await getRate(client, { listings, listing })).rate).toBe(wad / 25n)

    const tooFast = simulatePostRates(client, { ...parameters, posts: [{ listing, rate: wad / 2n }] })
    await expect(tooFast).rejects.toThrow(RateStepTooLargeError)
    const tooHigh = simulatePostRates(client, { ...parameters, posts: [{ listing, rate: 2n * wad }] })
    await expect(tooHigh).rejects.toThrow(RateOutOfBoundsError)
    await expect(tooHigh).rejects.toThrow('Post a rate between 0 % and 100 %.')
    await world.wait(8n * day)
    const stale = getSaleTerms(client, { listings, listing, asset })
    await expect(stale).rejects.toThrow(RateStaleError)
    await expect(stale).rejects.toThrow('a rate sells for 7 days')
  })

  test('error: AccessManagedUnauthorizedError', () =>
    expect(
      simulatePostRates(world.client, {
        ...{ listings: world.addresses.listings, ...hashes, posts: [], account: world.actors.attacker },
      }),
    ).rejects.toMatchObject({
      constructor: AccessManagedUnauthorizedError,
      args: { caller: world.actors.attacker.address },
    }))
})

describe('quotes', () => {
  test('default', async () => {
    const { client, addresses, actors, chain } = world
    const { listings } = addresses
    const signer = actors.quoteSigner
    const listing = await world.newListing({ keyed: true, minPeriod: 0n, minRate: 1n })
    const now = await world.now()
    const offer: Quote = {
      listing,
      ...{ facts: keccak256('0x12'), zone: 2n ** 56n - 1n, begins: now + 2n * day, ends: now + 3n * day },
      ...{ lastSale: now + day, rate: wad / 50n, expiry: now + day },
    }
    const signature = await signQuote(world.walletOf(signer), { listings, quote: offer })
    const checked = { listings, listing, quote: offer, signer: signer.address, signature }
    expect(await checkQuote(client, checked)).toBe(getQuoteKey(offer))
    expect(await getQuoteHash(client, { listings, quote: offer })).toBe(
      hashQuote({ listings, chainId: chain.chainId, quote: offer }),
    )
    const domain = await getListingsDomain(client, { listings })
    expect(domain).toMatchObject({ name: 'Bulwark Listings', version: '1', chainId: 31_337n })

    await expect(checkQuote(client, { ...checked, listing: listing + 1n })).rejects.toThrow(QuoteForAnotherListingError)
    const expired = { ...checked, quote: { ...offer, expiry: 1n } }
    await expect(checkQuote(client, expired)).rejects.toThrow(QuoteExpiredError)
    const invalid = { ...checked, quote: { ...offer, rate: 2n * wad } }
    await expect(checkQuote(client, invalid)).rejects.toThrow(InvalidQuoteError)
    const unkeyed = await world.newListing()
    const mismatched = { ...checked, listing: unkeyed, quote: { ...offer, listing: unkeyed } }
    await expect(checkQuote(client, mismatched)).rejects.toThrow(KeyedMismatchError)
  })
})

describe('the registry', () => {
  test('default', async () => {
    const { client, addresses, bulwark, actors, trigger, usd } = world
    const { listings } = addresses
    expect(await isAdjudicator(client, { listings, adjudicator: trigger.address })).toBe(true)
    expect(await isQuoteSigner(client, { listings, signer: actors.quoteSigner.address })).toBe(true)
    expect(await isQuoteSigner(client, { listings, signer: actors.attacker.address })).toBe(false)
    expect(await getFamily(client, { listings, asset: usd.address })).toBe(0)
    expect(await getProtocolFee(client, { listings })).toBe(500)
    expect(await getTreasury(client, { listings })).toBe(actors.treasury.address)
    expect((await getDescriptor(client, { listings })).toLowerCase()).toBe(bulwark.descriptor.address.toLowerCase())
    expect((await getAuthority(client, { listings })).toLowerCase()).toBe(bulwark.accessManager.address.toLowerCase())
    expect(await getListingBounds(client, { listings })).toMatchObject({ maxRateAge: 7n * day, maxProtocolFee: 1_000n })
  })

  test('behavior: the timelock changes it', async () => {
    const { client, addresses, actors, usd, chain } = world
    const { listings, timelock } = addresses
    await chain.test.impersonateAccount({ address: timelock })
    await chain.test.setBalance({ address: timelock, value: wad })
    const wallet = world.walletOf({ address: timelock, type: 'json-rpc' } as never)
    const [adjudicator, signer, treasury] = actors.reporters.map(({ address }) => address)
    if (!adjudicator || !signer || !treasury) throw new Error('There are ten reporters')
    await world.mined(setAdjudicator(wallet, { listings, adjudicator, approved: true, gas }))
    await world.mined(setQuoteSigner(wallet, { listings, signer, approved: true, gas }))
    await world.mined(setFamily(wallet, { listings, asset: usd.address, family: 7, gas }))
    await world.mined(setProtocolFee(wallet, { listings, fee: 1_000, gas }))
    await world.mined(setTreasury(wallet, { listings, treasury, gas }))
    await world.mined(setDescriptor(wallet, { listings, descriptor: zeroAddress, gas }))
    expect(await isAdjudicator(client, { listings, adjudicator })).toBe(true)
    expect(await isQuoteSigner(client, { listings, signer })).toBe(true)
    expect(await getFamily(client, { listings, asset: usd.address })).toBe(7)
    expect(await getProtocolFee(client, { listings })).toBe(1_000)
    expect(await getTreasury(client, { listings })).toBe(treasury)
    expect(await getDescriptor(client, { listings })).toBe(zeroAddress)
  })

  test('behavior: the guardian pauses', async () => {
    const { client, addresses, actors } = world
    const { listings } = addresses
    await world.mined(pauseSales(world.walletOf(actors.guardian), { listings, duration: day, gas }))
    expect(await getPausedUntil(client, { listings })).toBe((await world.now()) + day)
    const again = simulatePauseSales(client, { listings, duration: day, account: actors.guardian })
    await expect(again).rejects.toThrow(PauseOutOfBoundsError)
  })

  test('error: AccessManagedUnauthorizedError', () =>
    expect(
      simulateSetAdjudicator(world.client, {
        ...{ listings: world.addresses.listings, adjudicator: world.trigger.address, approved: false },
        account: world.actors.attacker,
      }),
    ).rejects.toThrow(AccessManagedUnauthorizedError))

  test('error: UnknownListingError', async () => {
    const refusal = getTerms(world.client, { listings: world.addresses.listings, listing: 10_000n })
    await expect(refusal).rejects.toThrow(UnknownListingError)
  })
})
