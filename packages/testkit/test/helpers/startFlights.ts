import {
  type Abi,
  type Address,
  encodeAbiParameters,
  type Hex,
  keccak256,
  parseEventLogs,
  stringToHex,
  zeroAddress,
  zeroHash,
} from 'viem'
import {
  type Actor,
  type Anvil,
  type Bulwark,
  type Chain,
  chainTime,
  createPool,
  type Deployed,
  deployBulwark,
  deployToken,
  send,
  startAnvil,
} from '../../src/index.ts'

export const day = 86_400
export const wad = 10n ** 18n
export const triggerFee = 2n * 10n ** 15n
/** What one cover pays at most, in dollars of 6 decimals. */
export const amount = 10_000_000_000n

/** An event as quotes and reports name it. */
export type InsuredEvent = { facts: Hex; zone: bigint; begins: number; ends: number; lastSale: number }

/** Bulwark with a report trigger on an anvil of its own, and short ways to cover of flights. */
export type Flights = {
  readonly chain: Chain
  readonly bulwark: Bulwark
  readonly reports: Deployed
  readonly usd: Deployed
  /** Reads from a contract. */
  read<T>(contract: Deployed, functionName: string, args: readonly unknown[]): Promise<T>
  /** Calls a contract as an actor. */
  call(
    contract: Deployed,
    functionName: string,
    args: readonly unknown[],
    options?: { account?: Actor; value?: bigint },
  ): ReturnType<typeof send>
  /** Creates a listing through the trigger, as the deployer. */
  list(config: Record<string, unknown>): Promise<bigint>
  /** A pool with a million dollars that backs one listing. */
  openPool(listing: bigint): Promise<Deployed>
  /** A flight in two days that takes a day, on sale for one more. */
  flight(facts: Hex): Promise<InsuredEvent>
  /** Buys cover of one flight by a signed quote; returns the cover's number. */
  insure(pool: Deployed, listing: bigint, event: InsuredEvent, holder: Actor): Promise<bigint>
  stop(): Promise<void>
}

const step = (minValue: bigint, status: number, ratio: bigint) => ({ minValue, maxDistance: 0n, status, ratio })

/** 15, 30 and 45 minutes late pay a fourth, a half and all; diverted (2) a half, cancelled (1) all. */
export const delayTable = [
  step(15n, 0, wad / 4n),
  step(30n, 0, wad / 2n),
  step(0n, 2, wad / 2n),
  step(45n, 0, wad),
  step(0n, 1, wad),
]

export const noSigners = { members: [], threshold: 0, rotator: zeroAddress, rotationDelay: 0 }
export const noFunctions = {
  ...{ router: zeroAddress, subscription: 0n, callbackGas: 0, request: '0x' },
  donId: `0x${'0'.repeat(64)}`,
}

const quoteTypes = {
  Quote: [
    { name: 'listing', type: 'uint32' },
    { name: 'facts', type: 'bytes32' },
    { name: 'zone', type: 'uint56' },
    { name: 'begins', type: 'uint32' },
    { name: 'ends', type: 'uint32' },
    { name: 'lastSale', type: 'uint32' },
    { name: 'rate', type: 'uint64' },
    { name: 'expiry', type: 'uint32' },
  ],
} as const

/** Starts an anvil, deploys Bulwark, and admits the quote signer. */
export async function startFlights(): Promise<Flights> {
  const anvil: Anvil = await startAnvil({ timestamp: 1_700_000_000 })
  const { chain } = anvil
  const { deployer, curator, quoteSigner, underwriters } = chain.actors
  let errors: Abi = []
  const call: Flights['call'] = (contract, functionName, args, { account = deployer, value = 0n } = {}) =>
    send(chain, { ...contract, functionName, args, account, value, errors })
  const read = <T>(contract: Deployed, functionName: string, args: readonly unknown[]) =>
    chain.public.readContract({ ...contract, functionName, args }) as Promise<T>

  const bulwark = await deployBulwark(chain, {
    configure: async ({ listings }) => {
      await call(listings, 'setQuoteSigner', [quoteSigner.address, true])
    },
  })
  const { listings, incidents, reportTrigger: reports } = bulwark
  errors = [...incidents.abi, ...listings.abi, ...reports.abi].filter(({ type }) => type === 'error')
  const usd = await deployToken(chain, { name: 'Test dollar', symbol: 'TUSD', decimals: 6 })
  const fund = async (account: Actor, spender: Address, assets: bigint) => {
    await call(usd, 'mint', [account.address, assets])
    await call(usd, 'approve', [spender, assets], { account })
  }

  return {
    ...{ chain, bulwark, reports, usd, call, read },
    async list(config) {
      const terms = {
        ...{
          adjudicator: reports.address,
          secondAdjudicator: zeroAddress,
          lossProof: 0,
          proofTerms: zeroHash,
          keyed: true,
          personal: false,
          maxRatio: wad,
        },
        ...{ deductible: 0n, waiting: 3_600, grace: 12 * day, eventWindow: 0, minPeriod: 0, maxPeriod: 60 * day },
        ...{
          minRate: 0n,
          maxRate: wad,
          bondToken: zeroAddress,
          bond: 0n,
          finderReward: 0,
          settlerReward: 0,
          family: 0,
        },
      }
      const wording = stringToHex('Pays if a flight is late, diverted or cancelled.')
      const receipt = await call(reports, 'createListing', [terms, wording, config])
      const [log] = parseEventLogs({ abi: listings.abi, logs: receipt.logs, eventName: 'ListingCreated' })
      return (log as unknown as { args: { listing: bigint } }).args.listing
    },
    async openPool(listing) {
      const classes = [{ rho: wad / 2n, maxLossProbability: wad / 5n }]
      const pool = await createPool(bulwark, { asset: usd.address, name: 'Flights', symbol: 'FLY', classes })
      const limit = 10n ** 15n
      const account = curator
      await call(pool, 'setBacking', [listing, 0, 1, limit], { account })
      await call(pool, 'setGroupLimit', [0, 1, limit], { account })
      await call(pool, 'setAdjudicatorLimit', [reports.address, limit], { account })
      const [underwriter] = underwriters
      await fund(underwriter, pool.address, 10n ** 12n)
      await call(pool, 'deposit', [10n ** 12n, underwriter.address], { account: underwriter })
      return pool
    },
    async flight(facts) {
      const begins = (await chainTime(chain)) + 2 * day
      return { facts: keccak256(facts), zone: 7n, begins, ends: begins + day, lastSale: begins - day }
    },
    async insure(pool, listing, event, holder) {
      const expiry = (await chainTime(chain)) + 3_600
      const message = { listing: Number(listing), ...event, rate: (3n * wad) / 100n, expiry }
      const domain = {
        name: 'Bulwark Listings',
        version: '1',
        chainId: chain.chainId,
        verifyingContract: listings.address,
      }
      const signature = await quoteSigner.signTypedData({ domain, types: quoteTypes, primaryType: 'Quote', message })
      const quote = encodeAbiParameters(
        [{ type: 'tuple', components: quoteTypes.Quote }, { type: 'address' }, { type: 'bytes' }],
        [message, quoteSigner.address, signature],
      )
      const purchase = {
        ...{ listing: Number(listing), duration: 0, amount, owner: holder.address, account: zeroAddress, quote },
        ...{ maxPremium: amount, deadline: 2n ** 32n, referrer: zeroAddress, referrerFee: 0 },
      }
      await fund(holder, pool.address, amount)
      const receipt = await call(pool, 'buy', [purchase], { account: holder })
      const [log] = parseEventLogs({ abi: bulwark.covers.abi, logs: receipt.logs, eventName: 'Transfer' })
      return BigInt(log?.topics[3] ?? 0)
    },
    stop: () => anvil.stop(),
  }
}
