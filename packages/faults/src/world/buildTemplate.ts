import { deploymentOf } from '@bulwark/replay'
import {
  formatDeployment,
  getWorstCaseTime,
  listingsAbi,
  type PreparedCall,
  prepareCreateReportListing,
  prepareCreateTriggerListing,
  prepareDeposit,
  preparePostRates,
  prepareSetAdjudicatorLimit,
  prepareSetBacking,
  prepareSetGroupLimit,
  type Terms,
} from '@bulwark/sdk'
import {
  type Actor,
  type Bulwark,
  type Chain,
  createPool,
  deployBulwark,
  deployPriceFeed,
  deployToken,
  type PriceFeed,
  send,
  submitRound,
} from '@bulwark/testkit'
import { type Address, maxUint256, parseEventLogs, zeroAddress, zeroHash } from 'viem'
import type { Template, WorldDepeg } from './Template.ts'

const wad = 10n ** 18n
const hour = 3_600n
const day = 86_400n
const noLimit = 10n ** 15n
const prices = { strike: 95_000_000n, recovery: 98_000_000n, warning: 99_000_000n, par: 100_000_000n }

/**
 * Deploys the world that each seed begins with: Bulwark, two listings on feeds and one on flights, two pools with
 * capital, and people with dollars.
 *
 * @example
 * const template = await buildTemplate(chain)
 */
export async function buildTemplate(chain: Chain): Promise<Template> {
  const { deployer, curator, quoteSigner, ratePoster, holders, underwriters, reporters } = chain.actors
  const bulwark = await deployBulwark(chain, {
    configure: async ({ listings }) => {
      const account = deployer
      await send(chain, { ...listings, functionName: 'setQuoteSigner', args: [quoteSigner.address, true], account })
      await send(chain, { ...listings, functionName: 'setProtocolFee', args: [500], account })
    },
  })
  const call = async (account: Actor, { to, data, value }: PreparedCall) => {
    const hash = await chain.wallet.sendTransaction({ account, to, data, value, gas: 2n ** 24n })
    return chain.public.waitForTransactionReceipt({ hash })
  }
  const usd = await deployToken(chain, { name: 'Test dollar', symbol: 'TUSD', decimals: 6 })
  const classes = [{ rho: wad / 2n, maxLossProbability: wad / 5n }]
  const pools: Address[] = []
  for (const name of ['First', 'Second']) {
    const made = { asset: usd.address, name, symbol: name.slice(0, 3), cooldown: Number(day), classes }
    pools.push((await createPool(bulwark, made)).address)
  }
  const [first, second] = pools as [Address, Address]

  const terms: Terms = {
    ...{ adjudicator: zeroAddress, secondAdjudicator: zeroAddress, lossProof: 'none', keyed: false },
    ...{ personal: false, maxRatio: wad, deductible: 0n, waiting: 0n, grace: 5n * day, eventWindow: 0n },
    ...{ minPeriod: day, maxPeriod: 60n * day, minRate: 0n, maxRate: wad, bondToken: zeroAddress, bond: 0n },
    ...{ finderReward: 0, settlerReward: 0, family: 0, proofTerms: zeroHash },
  }
  const listingOf = async (made: PreparedCall): Promise<bigint> => {
    const { logs } = await call(deployer, made)
    const [created] = parseEventLogs({ abi: listingsAbi, logs, eventName: 'ListingCreated' })
    return created?.args.listing ?? 0n
  }
  const back = async (pool: Address, listing: bigint, adjudicator: Address) => {
    await call(curator, prepareSetBacking({ pool, listing, class: 0, group: listing, limit: noLimit }))
    await call(curator, prepareSetGroupLimit({ pool, class: 0, group: listing, limit: noLimit }))
    await call(curator, prepareSetAdjudicatorLimit({ pool, adjudicator, limit: noLimit }))
  }

  const depegs: WorldDepeg[] = []
  for (const times of [
    { persistence: hour, heartbeat: 2n * hour },
    { persistence: 4n * hour, heartbeat: day },
  ]) {
    depegs.push(await makeDepeg(bulwark, { times, terms, listingOf }))
  }
  const { priceFeedTrigger, reportTrigger } = bulwark
  const ratio = wad / 2n
  const members = [...reporters.slice(0, 3)]
    .map(({ address }) => address)
    .sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))
  const flights = await listingOf(
    prepareCreateReportListing({
      reportTrigger: reportTrigger.address,
      terms: {
        ...terms,
        ...{ adjudicator: reportTrigger.address, keyed: true, waiting: 60n, minPeriod: 0n, grace: 14n * day },
      },
      wording: 'Pays half if a flight is half an hour late.',
      config: {
        ...{ source: 'signers', longestEvent: day, window: 3n * day },
        table: [{ minValue: 30n, maxDistance: 0n, status: 0, ratio }],
        signers: { members, threshold: 2, rotator: zeroAddress, rotationDelay: 0n },
      },
    }),
  )
  for (const { listing } of depegs) await back(first, listing, priceFeedTrigger.address)
  await back(first, flights, reportTrigger.address)
  await back(second, depegs[0]?.listing ?? 0n, priceFeedTrigger.address)
  const posts = depegs.map(({ listing }) => ({ listing, rate: wad / 50n }))
  const { listings } = bulwark
  await call(
    ratePoster,
    preparePostRates({ listings: listings.address, posts, dataHash: zeroHash, modelHash: zeroHash }),
  )

  for (const account of [...holders.slice(0, 6), ...underwriters.slice(0, 4)]) {
    await send(chain, { ...usd, functionName: 'mint', args: [account.address, 10n ** 13n], account })
    for (const pool of pools) await send(chain, { ...usd, functionName: 'approve', args: [pool, maxUint256], account })
  }
  for (const [index, pool] of pools.entries()) {
    const account = underwriters[index] as Actor
    await call(account, prepareDeposit({ pool, assets: 2n * 10n ** 12n, receiver: account.address }))
  }
  const worstCase = await getWorstCaseTime(chain.public, { adjudicator: reportTrigger.address, listing: flights })
  return {
    ...{ usd: usd.address, pools: [first, second], depegs: depegs as [WorldDepeg, WorldDepeg] },
    deployment: formatDeployment(await deploymentOf(bulwark, { name: 'faults' })),
    flights: { listing: flights, worstCase, ratio },
    time: (await chain.public.getBlock()).timestamp,
  }
}

type MakeDepeg = {
  times: { persistence: bigint; heartbeat: bigint }
  terms: Terms
  listingOf: (made: PreparedCall) => Promise<bigint>
}

async function makeDepeg(
  { chain, priceFeedTrigger }: Bulwark,
  { times, terms, listingOf }: MakeDepeg,
): Promise<WorldDepeg> {
  const feed: PriceFeed = await deployPriceFeed(chain, { description: 'USD / USD' })
  const { proxy, aggregator, oracle } = feed
  const time = Number((await chain.public.getBlock()).timestamp)
  await submitRound(feed, { answer: prices.par, updatedAt: time + 10 })
  const adjudicator = priceFeedTrigger.address
  const listing = await listingOf(
    prepareCreateTriggerListing({
      priceFeedTrigger: adjudicator,
      terms: { ...terms, adjudicator },
      wording: 'Pays what the price fell.',
      config: {
        ...{ feed: proxy, decimals: 8, direction: 'fall', lookback: 0n, sequencer: zeroAddress, sequencerGrace: 0n },
        ...{ ...prices, ...times, table: [] },
      },
    }),
  )
  const worstCase = await getWorstCaseTime(chain.public, { adjudicator, listing })
  const { strike, recovery, par } = prices
  return { listing, feed: { proxy, aggregator, oracle }, strike, recovery, par, ...times, worstCase }
}
