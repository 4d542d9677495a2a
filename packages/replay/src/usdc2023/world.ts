import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Actor,
  type Bulwark,
  type Chain,
  createPool,
  type Deployed,
  deploy,
  deployBulwark,
  deployPriceFeed,
  deployToken,
  type PriceFeed,
  readForgeArtifact,
  send,
} from '@bulwark/testkit'
import { type Address, keccak256, parseEventLogs, toHex, zeroAddress, zeroHash } from 'viem'
import { feedListings, grace, otherListings, pools as plannedPools, poolsAt, terms as shared } from './plan.ts'

/** The table that the story's rates are posted from. */
export const ratesFile = join(import.meta.dirname, '../../data/rates-2023-03.json')

const wad = 10n ** 18n
const day = 86_400
/** Largest exposure of anything here: the story is about the requirement, not about limits. */
const noLimit = 10n ** 15n

/** Everything on the chain of the story, by name. */
export type World = {
  chain: Chain
  bulwark: Bulwark
  feed: PriceFeed
  adjudicator: Deployed
  tokens: Readonly<Record<'USDT' | 'WETH', Deployed>>
  pools: ReadonlyMap<string, Deployed>
  listings: ReadonlyMap<string, bigint>
  people: ReadonlyMap<string, Actor>
  ratesHash: `0x${string}`
}

/** Deploys the feed; it has a history of its own before the rest of the story begins. */
export function deployUsdcFeed(chain: Chain): Promise<PriceFeed> {
  return deployPriceFeed(chain, { description: 'USDC / USD', decimals: 8 })
}

/**
 * Deploys Bulwark, its listings and the three pools, with nothing in them yet.
 *
 * @param shift seconds by which the story is moved against March 2023.
 */
export async function createWorld(chain: Chain, feed: PriceFeed, shift: number): Promise<World> {
  const token = (symbol: string, name: string, decimals: number) => deployToken(chain, { name, symbol, decimals })
  const usdc = await token('USDC', 'USD Coin', 6)
  const tokens = { USDT: await token('USDT', 'Tether USD', 6), WETH: await token('WETH', 'Wrapped Ether', 18) }
  const adjudicator = await deploy(chain, {
    ...(await readForgeArtifact('TestAdjudicator')),
    args: [true, BigInt(3 * day)],
  })
  const bulwark = await deployBulwark(chain, {
    configure: async ({ listings }) => {
      const asDeployer = (functionName: string, args: readonly unknown[]) =>
        send(chain, { ...listings, functionName, args, account: chain.actors.deployer })
      await asDeployer('setAdjudicator', [adjudicator.address, true])
      await asDeployer('setFamily', [usdc.address, 1])
      await asDeployer('setProtocolFee', [Number(shared.protocolFee)])
    },
  })
  const listings = new Map<string, bigint>()
  for (const listing of feedListings) listings.set(listing.name, await listDepeg(bulwark, feed, listing))
  for (const { name } of otherListings) listings.set(name, await list(bulwark, adjudicator.address, name))

  const pools = new Map<string, Deployed>()
  for (const [index, { name, asset, classes }] of plannedPools.entries()) {
    await chain.test.setNextBlockTimestamp({ timestamp: BigInt(poolsAt + shift + index) })
    const { kappa } = shared
    const parameters = { asset: tokens[asset].address, name: `Bulwark ${name}`, symbol: `b${name}`, classes, kappa }
    pools.set(name, await createPool(bulwark, parameters))
  }
  for (const planned of plannedPools) await configurePool(bulwark, planned, { pools, listings, adjudicator })

  const { underwriters, holders } = chain.actors
  const named = (names: readonly string[], actors: readonly Actor[]) =>
    names.map((name, index) => [name, actors[index]] as [string, Actor])
  const people = new Map([
    ...named(['Ada', 'Ben', 'Cleo', 'Dina', 'Emil', 'Finn'], underwriters),
    ...named(['Gus', 'Hana', 'Ivo', 'Juno', 'Kai', 'Lena'], holders),
  ])
  const ratesHash = keccak256(await readFile(ratesFile))
  return { chain, bulwark, feed, adjudicator, tokens, pools, listings, people, ratesHash }
}

/** Posts the rates of the published table, with its hash. */
export async function postRates({ chain, bulwark, listings, ratesHash }: World): Promise<void> {
  const posts = [...feedListings, ...otherListings].map(({ name, rate }) => ({ listing: listings.get(name), rate }))
  await send(chain, {
    ...bulwark.listings,
    functionName: 'postRates',
    args: [posts, ratesHash, keccak256(toHex('one in so many years, times the loss in such a case'))],
    account: chain.actors.ratePoster,
  })
}

const commonTerms = {
  secondAdjudicator: zeroAddress,
  lossProof: 0,
  proofTerms: zeroHash,
  keyed: false,
  personal: false,
  maxRatio: wad,
  deductible: 0n,
  waiting: 0,
  grace,
  eventWindow: 0,
  minPeriod: day,
  maxPeriod: 365 * day,
  minRate: 0n,
  maxRate: wad,
  bondToken: zeroAddress,
  bond: 0n,
  finderReward: 0,
  settlerReward: 0,
  family: 0,
} as const

async function list(bulwark: Bulwark, adjudicator: Address, name: string): Promise<bigint> {
  const receipt = await send(bulwark.chain, {
    ...bulwark.listings,
    functionName: 'create',
    args: [{ ...commonTerms, adjudicator }, toHex(`Total loss of the ${name} project, as the test adjudicator rules.`)],
    account: bulwark.chain.actors.curator,
  })
  return createdListing(bulwark, receipt.logs)
}

async function listDepeg(bulwark: Bulwark, feed: PriceFeed, listing: (typeof feedListings)[number]): Promise<bigint> {
  const { strike, recovery, warning, reference, persistence, heartbeat } = listing
  const price = (level: bigint) => (Number(level) / 1e8).toFixed(2)
  const wording =
    `USDC / USD below ${price(strike)}, with no round at or above ${price(recovery)}, for ${persistence / 3600n} hours. ` +
    'The loss ratio is one less the time-weighted mean price over that span.'
  const config = {
    feed: feed.proxy,
    decimals: 8,
    direction: 0,
    lookback: 0,
    heartbeat: Number(heartbeat),
    sequencer: zeroAddress,
    sequencerGrace: 0,
    strike,
    recovery,
    warning,
    par: reference,
    persistence: Number(persistence),
    table: [],
  }
  const receipt = await send(bulwark.chain, {
    ...bulwark.priceFeedTrigger,
    functionName: 'createListing',
    args: [{ ...commonTerms, adjudicator: bulwark.priceFeedTrigger.address, family: 1 }, toHex(wording), config],
    account: bulwark.chain.actors.curator,
    errors: bulwark.listings.abi,
  })
  return createdListing(bulwark, receipt.logs)
}

function createdListing(bulwark: Bulwark, logs: Parameters<typeof parseEventLogs>[0]['logs']): bigint {
  const [created] = parseEventLogs({ abi: bulwark.listings.abi, logs, eventName: 'ListingCreated' })
  return (created as unknown as { args: { listing: bigint } }).args.listing
}

async function configurePool(
  { chain, priceFeedTrigger }: Bulwark,
  { name, backs }: (typeof plannedPools)[number],
  { pools, listings, adjudicator }: Pick<World, 'pools' | 'listings' | 'adjudicator'>,
): Promise<void> {
  const pool = pools.get(name) as Deployed
  const asCurator = (functionName: string, args: readonly unknown[]) =>
    send(chain, { ...pool, functionName, args, account: chain.actors.curator })
  for (const [listing, { class: index, group }] of Object.entries(backs)) {
    await asCurator('setBacking', [listings.get(listing), index, Number(group), noLimit])
    await asCurator('setGroupLimit', [index, Number(group), noLimit])
  }
  for (const { address } of [adjudicator, priceFeedTrigger]) await asCurator('setAdjudicatorLimit', [address, noLimit])
  await asCurator('setCuratorFee', [Number(shared.curatorFee)])
}
