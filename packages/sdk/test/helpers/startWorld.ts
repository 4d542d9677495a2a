import {
  type Actor,
  type Actors,
  type Anvil,
  type Bulwark,
  type Chain,
  chainTime,
  createPool as createTestPool,
  type Deployed,
  deploy,
  deployBulwark,
  deployToken,
  increaseTo,
  readForgeArtifact,
  send,
  startAnvil,
} from '@bulwark/testkit'
import {
  type Account,
  type Address,
  createWalletClient,
  type Hash,
  http,
  parseEventLogs,
  type TransactionReceipt,
  type Transport,
  type Chain as ViemChain,
  type WalletClient,
  zeroAddress,
  zeroHash,
} from 'viem'
import {
  buy,
  createListing,
  deposit,
  getTerms,
  type Insured,
  listingsAbi,
  postRates,
  prepareSetAdjudicatorLimit,
  prepareSetBacking,
  prepareSetGroupLimit,
  quote,
  simulateBuy,
  simulateCreateListing,
  type Terms,
} from '../../src/index.ts'

export const day = 86_400n
export const wad = 10n ** 18n
/** More grains than any test insures. */
export const noLimit = 10n ** 15n
/** Gas for every write: an estimate is made for a block of another time than the one that is mined. */
export const gas = 2n ** 24n

/** Triggers that a world has if it is asked to. */
const triggers = {
  vaultLossTrigger: 'VaultLossTrigger',
  deficitTrigger: 'DeficitTrigger',
  reserveTrigger: 'ReserveTrigger',
  frozenTrigger: 'FrozenTrigger',
  reportTrigger: 'ReportTrigger',
} as const

type TriggerName = keyof typeof triggers

/** Where Bulwark is, as the actions take it. */
export type Addresses = Record<
  | ('factory' | 'listings' | 'covers' | 'incidents' | 'lossProofs' | 'salvage' | 'priceFeedTrigger' | TriggerName)
  | ('governanceToken' | 'governor' | 'timelock' | 'accessManager'),
  Address
>

/** A viem client of one actor. */
export type Wallet = WalletClient<Transport, ViemChain, Account>

/** Bulwark on an anvil of its own, with two adjudicators that rule as they are told, a dollar and short ways to act. */
export type World = {
  readonly chain: Chain
  readonly client: Chain['public']
  readonly actors: Actors
  readonly bulwark: Bulwark
  readonly addresses: Addresses
  readonly usd: Deployed
  /** Rules once per event. */
  readonly trigger: Deployed
  /** May raise what it granted. */
  readonly court: Deployed
  /** Terms under which the trigger rules. */
  readonly terms: Terms
  /** Terms under which a loss is asserted against a bond of 100 dollars. */
  readonly courtTerms: Terms
  walletOf(account: Actor): Wallet
  /** Waits for a transaction, which must succeed. */
  mined(hash: Promise<Hash>): Promise<TransactionReceipt>
  /** Gives an actor dollars, and lets a contract take them. */
  fund(account: Actor, spender: Address, amount: bigint): Promise<void>
  /** Creates a listing and, unless it is keyed, posts a rate of 2 % a year. */
  newListing(changed?: Partial<Terms>): Promise<bigint>
  postRate(listing: bigint, rate?: bigint): Promise<TransactionReceipt>
  /** Creates a pool of two classes without capital. */
  newPool(): Promise<Address>
  /** Lets a pool that has no shares yet back a listing without limits that matter. */
  back(pool: Address, listing: bigint, group: bigint, changed?: Partial<Terms>): Promise<void>
  /** Deposits dollars of an underwriter's own. */
  underwrite(pool: Address, account: Actor, assets: bigint): Promise<TransactionReceipt>
  /** A pool with a million dollars of the first underwriter that backs one listing. */
  openPool(changed?: Partial<Terms>): Promise<{ pool: Address; listing: bigint }>
  /** A listing made through a trigger by the transaction, with a rate and a pool of a million dollars that backs it. */
  openListed(hash: Promise<Hash>, adjudicator: Address): Promise<{ pool: Address; listing: bigint }>
  /** Buys a cover for an actor, at whatever it costs. */
  insure(pool: Address, holder: Actor, insured: Insured): Promise<bigint>
  /** Opens an incident as the trigger does, and returns its number. */
  openIncident(pool: Address, listing: bigint): Promise<bigint>
  /** Rules on an incident: 1 grants, 2 denies. */
  ruleAs(by: Deployed, incident: bigint, verdict: 1 | 2, ratio?: bigint): Promise<TransactionReceipt>
  /** Opens an incident as the trigger does, and has it granted. */
  lose(pool: Address, listing: bigint, ratio?: bigint): Promise<bigint>
  now(): Promise<bigint>
  wait(seconds: bigint): Promise<void>
  dollars(owner: Address): Promise<bigint>
  stop(): Promise<void>
}

/**
 * Starts an anvil and deploys Bulwark, with the price feed trigger and those that are named.
 *
 * @example
 * const world = await startWorld()
 * const { pool, listing } = await world.openPool()
 */
export async function startWorld(...named: readonly TriggerName[]): Promise<World> {
  return openWorld({ named })
}

/** What a world has beside what every one has. */
export type WorldOptions = {
  /** Further triggers. @default none */
  named?: readonly TriggerName[]
  /** Blocks from one whose state counts for proofs to the next. @default six hours of mainnet */
  grid?: bigint
  /** Does the vote decide, or still the launch council? @default false */
  launched?: boolean
  /** Runs while the deployer may still do what the timelock may afterwards. */
  configure?: (bulwark: Bulwark) => Promise<void>
}

/** Like {@link startWorld}, with a grid and further set-up of one's own. */
export async function openWorld({ named = [], configure, ...options }: WorldOptions): Promise<World> {
  const anvil: Anvil = await startAnvil({ timestamp: 1_700_000_000 })
  const { chain } = anvil
  const { actors } = chain
  const usd = await deployToken(chain, { name: 'Test dollar', symbol: 'TUSD', decimals: 6 })
  const adjudicator = async (rulesOnce: boolean): Promise<Deployed> =>
    deploy(chain, { ...(await readForgeArtifact('TestAdjudicator')), args: [rulesOnce, 3n * day] })
  const [trigger, court] = [await adjudicator(true), await adjudicator(false)]
  const deployed = {} as Record<TriggerName, Address>
  const bulwark: Bulwark = await deployBulwark(chain, {
    ...options,
    configure: async (unguarded) => {
      const { listings, incidents, covers } = unguarded
      const account = actors.deployer
      const adjudicators = [trigger, court]
      for (const name of named) {
        const args = [incidents, listings, covers].slice(0, name === 'reportTrigger' ? 3 : 2)
        const artifact = await readForgeArtifact(triggers[name])
        const made = await deploy(chain, { ...artifact, args: args.map(({ address }) => address) })
        adjudicators.push(made)
        deployed[name] = made.address
      }
      for (const { address } of adjudicators) {
        await send(chain, { ...listings, functionName: 'setAdjudicator', args: [address, true], account })
      }
      const signer = actors.quoteSigner.address
      await send(chain, { ...listings, functionName: 'setQuoteSigner', args: [signer, true], account })
      await send(chain, { ...listings, functionName: 'setProtocolFee', args: [500], account })
      await configure?.(unguarded)
    },
  })
  const addresses: Addresses = {
    ...deployed,
    factory: bulwark.factory.address,
    listings: bulwark.listings.address,
    covers: bulwark.covers.address,
    incidents: bulwark.incidents.address,
    lossProofs: bulwark.lossProofs.address,
    salvage: bulwark.salvage.address,
    priceFeedTrigger: bulwark.priceFeedTrigger.address,
    governanceToken: bulwark.token.address,
    governor: bulwark.governor.address,
    timelock: bulwark.timelock.address,
    accessManager: bulwark.accessManager.address,
  }
  const { listings } = addresses
  const client = chain.public

  const walletOf = (account: Actor): Wallet =>
    createWalletClient({
      account,
      chain: client.chain,
      transport: http(anvil.url, { retryCount: 0 }),
      pollingInterval: 20,
    })

  const mined = async (hash: Promise<Hash>): Promise<TransactionReceipt> => {
    const receipt = await client.waitForTransactionReceipt({ hash: await hash })
    if (receipt.status !== 'success') throw new Error(`Transaction ${receipt.transactionHash} reverted`)
    return receipt
  }

  const fund = async (account: Actor, spender: Address, amount: bigint) => {
    await send(chain, { ...usd, functionName: 'mint', args: [account.address, amount], account })
    await send(chain, { ...usd, functionName: 'approve', args: [spender, amount], account })
  }

  const terms: Terms = {
    adjudicator: trigger.address,
    secondAdjudicator: zeroAddress,
    lossProof: 'none',
    keyed: false,
    personal: false,
    maxRatio: wad,
    deductible: 0n,
    waiting: 0n,
    grace: 7n * day,
    eventWindow: 0n,
    minPeriod: day,
    maxPeriod: 365n * day,
    minRate: 0n,
    maxRate: wad,
    bondToken: zeroAddress,
    bond: 0n,
    finderReward: 0,
    settlerReward: 0,
    family: 0,
    proofTerms: zeroHash,
  }
  const courtTerms: Terms = {
    ...terms,
    adjudicator: court.address,
    bondToken: usd.address,
    bond: 100_000_000n,
    eventWindow: 3n * day,
  }

  const newListing = async (changed: Partial<Terms> = {}): Promise<bigint> => {
    const listing = { ...terms, ...changed, listings, wording: 'What is covered, and what is paid.' }
    const { result } = await simulateCreateListing(client, listing)
    await mined(createListing(walletOf(actors.holders[9]), { ...listing, gas }))
    if (!listing.keyed) await postRate(result)
    return result
  }

  const postRate = (listing: bigint, rate = wad / 50n) =>
    mined(
      postRates(walletOf(actors.ratePoster), {
        listings,
        posts: [{ listing, rate }],
        dataHash: zeroHash,
        modelHash: zeroHash,
        gas,
      }),
    )

  const newPool = async (): Promise<Address> => {
    const classes = Array.from({ length: 2 }, () => ({ rho: wad / 2n, maxLossProbability: wad / 5n }))
    const { address } = await createTestPool(bulwark, { asset: usd.address, name: 'Test pool', symbol: 'TP', classes })
    return address
  }

  const back = async (pool: Address, listing: bigint, group: bigint, changed: Partial<Terms> = {}) => {
    const wallet = walletOf(actors.curator)
    const { adjudicator } = { ...terms, ...changed }
    for (const call of [
      prepareSetBacking({ pool, listing, class: 0, group, limit: noLimit }),
      prepareSetGroupLimit({ pool, class: 0, group, limit: noLimit }),
      prepareSetAdjudicatorLimit({ pool, adjudicator, limit: noLimit }),
    ]) {
      await mined(wallet.sendTransaction({ ...call, gas }))
    }
  }

  const underwrite = async (pool: Address, account: Actor, assets: bigint) => {
    await fund(account, pool, assets)
    return mined(deposit(walletOf(account), { pool, assets, receiver: account.address, gas }))
  }

  const openPool = async (changed: Partial<Terms> = {}) => {
    const pool = await newPool()
    const listing = await newListing(changed)
    await back(pool, listing, listing, changed)
    await underwrite(pool, actors.underwriters[0], 1_000_000_000_000n)
    return { pool, listing }
  }

  const openListed = async (hash: Promise<Hash>, adjudicator: Address) => {
    const { logs } = await mined(hash)
    const [created] = parseEventLogs({ abi: listingsAbi, logs, eventName: 'ListingCreated' })
    const listing = created?.args.listing ?? 0n
    const { keyed } = await getTerms(client, { listings, listing })
    if (!keyed) await postRate(listing)
    const pool = await newPool()
    await back(pool, listing, listing, { adjudicator })
    await underwrite(pool, actors.underwriters[0], 1_000_000_000_000n)
    return { pool, listing }
  }

  const insure = async (pool: Address, holder: Actor, insured: Insured): Promise<bigint> => {
    const { total } = await quote(client, { pool, ...insured })
    await fund(holder, pool, total * 2n)
    const bounds = { owner: holder.address, maxPremium: total * 2n, deadline: 2n ** 32n, account: holder }
    const { result } = await simulateBuy(client, { pool, ...insured, ...bounds })
    await mined(buy(walletOf(holder), { pool, ...insured, ...bounds, gas }))
    return result.id
  }

  const lose = async (pool: Address, listing: bigint, ratio = wad): Promise<bigint> => {
    const incident = await openIncident(pool, listing)
    await ruleAs(trigger, incident, 1, ratio)
    return incident
  }

  const openIncident = async (pool: Address, listing: bigint): Promise<bigint> => {
    const time = BigInt(await chainTime(chain))
    const args = [addresses.incidents, listing, zeroHash, time, pool]
    await send(chain, { ...trigger, functionName: 'open', args, account: actors.keeper, value: 2n * 10n ** 15n })
    return client.readContract({ ...bulwark.incidents, functionName: 'count' }) as Promise<bigint>
  }

  const ruleAs = (by: Deployed, incident: bigint, verdict: 1 | 2, ratio = wad) =>
    send(chain, {
      ...by,
      functionName: 'rule',
      args: [addresses.incidents, incident, verdict, ratio],
      account: actors.keeper,
    })

  const now = async (): Promise<bigint> => BigInt(await chainTime(chain))
  const wait = async (seconds: bigint) => increaseTo(chain, Number((await now()) + seconds))
  const dollars = (owner: Address) =>
    client.readContract({ ...usd, functionName: 'balanceOf', args: [owner] }) as Promise<bigint>

  return {
    ...{ chain, client, actors, bulwark, addresses, usd, trigger, court, terms, courtTerms },
    ...{ walletOf, mined, fund, newListing, postRate, newPool, back, underwrite, openPool, openListed, insure },
    ...{ openIncident, ruleAs, lose, now, wait, dollars, stop: () => anvil.stop() },
  }
}
