import {
  encodeQuote,
  getClaimableRedeemRequest,
  getQuoteKey,
  getReportRecord,
  getShareBalance,
  incidentsAbi,
  poolAbi,
  prepareBuy,
  prepareCancelCover,
  prepareDeposit,
  prepareExtendCover,
  preparePostRates,
  prepareRedeem,
  prepareRequestRedeem,
  prepareSubmitReport,
  type Quote,
  signQuote,
  signReport,
} from '@bulwark/sdk'
import type { Actor, Random } from '@bulwark/testkit'
import { type Address, encodeFunctionData, zeroHash } from 'viem'
import { flightsOf } from './flightsOf.ts'
import type { WorldFlight } from './Template.ts'
import type { World } from './World.ts'

const thousand = 1_000_000_000n
const day = 86_400n
const wad = 10n ** 18n
const forever = 2n ** 32n - 1n

/** What people do, by name. */
export const acts = [
  'buy',
  'buy',
  'buy',
  'buyFlight',
  'buyFlight',
  'extend',
  'cancel',
  'deposit',
  'leave',
  'collect',
] as const

/** What people do. */
export type Act = (typeof acts)[number]

/** Whoever buys, sells, reports and collects: each of them knows the chain and nothing else. */
export class People {
  private readonly world: World
  private readonly flights: readonly WorldFlight[]

  constructor(world: World) {
    this.world = world
    this.flights = flightsOf(world.template, world.flightOptions)
  }

  /** Does one thing, if it can be done now. */
  async act(act: Act, random: Random): Promise<boolean> {
    if (act === 'buy') return this.buy(random)
    if (act === 'buyFlight') return this.buyFlight(random)
    if (act === 'extend' || act === 'cancel') return this.change(act, random)
    const { pools, depegs: _ } = this.world.template
    const account = random.pick(this.world.chain.actors.underwriters.slice(0, 4))
    const pool = random.pick(pools)
    if (act === 'deposit') {
      const assets = BigInt(random.between(1, 50)) * thousand
      return this.world.submit(account, prepareDeposit({ pool, assets, receiver: account.address }))
    }
    const client = this.world.chain.public
    if (act === 'leave') {
      const balance = await getShareBalance(client, { pool, owner: account.address })
      const shares = (balance * BigInt(random.between(1, 10))) / 100n
      return this.world.submit(account, prepareRequestRedeem({ pool, shares, owner: account.address }))
    }
    const shares = await getClaimableRedeemRequest(client, { pool, controller: account.address })
    return this.world.submit(account, prepareRedeem({ pool, shares, controller: account.address }))
  }

  /** Whoever reports on flights does so once they are over. */
  async report(isLate: (flight: number) => boolean): Promise<number> {
    const { world, flights } = this
    const { listing } = world.template.flights
    const reportTrigger = world.at('reportTrigger')
    const now = await world.now()
    let reported = 0
    for (const [index, flight] of flights.entries()) {
      const event = { ...flight, facts: flight.factsHash }
      if (flight.ends > now || now > flight.ends + 2n * day || !isLate(index)) continue
      const key = getQuoteKey(event)
      const { state } = await getReportRecord(world.chain.public, { reportTrigger, listing, key })
      if (state !== 'none') continue
      const report = { value: 45n, distance: 0n, status: 0, time: flight.ends }
      const [a, b] = world.chain.actors.reporters
      const sign = async (account: Actor) => ({
        signer: account.address,
        signature: await signReport(world.chain.wallet, { reportTrigger, listing, key, report, account, chainId: 1 }),
      })
      const signatures = [await sign(a), await sign(b)]
      const call = prepareSubmitReport({ reportTrigger, listing, event, report, signatures })
      if (await world.submit(world.chain.actors.attacker, call)) reported++
    }
    return reported
  }

  /** Rates that are a week old sell nothing. */
  async postRates(): Promise<void> {
    const { world } = this
    const posts = world.template.depegs.map(({ listing }) => ({ listing, rate: wad / 50n }))
    const call = preparePostRates({ listings: world.at('listings'), posts, dataHash: zeroHash, modelHash: zeroHash })
    await world.submit(world.chain.actors.ratePoster, call)
  }

  private async buy(random: Random): Promise<boolean> {
    const { pools, depegs } = this.world.template
    const isSecond = random.chance(0.3)
    const { listing } = isSecond ? depegs[0] : random.pick(depegs)
    const holder = random.pick(this.world.chain.actors.holders.slice(0, 6))
    const amount = BigInt(random.between(1, 20)) * thousand + BigInt(random.between(0, 999_999))
    const duration = BigInt(random.between(24, 24 * 6)) * 3_600n + 600n
    return this.purchase(pools[isSecond ? 1 : 0], holder, { listing, amount, duration })
  }

  private async buyFlight(random: Random): Promise<boolean> {
    const { chain, template, at } = this.world
    const now = await this.world.now()
    const open = this.flights.filter(({ lastSale }) => lastSale > now)
    if (open.length === 0) return false
    const { factsHash: facts, zone, begins, ends, lastSale } = random.pick(open)
    const { listing } = template.flights
    const quote: Quote = { facts, zone, begins, ends, lastSale, listing, rate: wad / 30n, expiry: now + 3_600n }
    const account = chain.actors.quoteSigner
    const listings = at.call(this.world, 'listings')
    const signature = await signQuote(chain.wallet, { listings, quote, account, chainId: 1 })
    const signed = encodeQuote({ quote, signer: account.address, signature })
    const holder = random.pick(chain.actors.holders.slice(0, 6))
    const amount = BigInt(random.between(1, 5)) * thousand
    return this.purchase(template.pools[0], holder, { listing, amount, quote: signed })
  }

  private async purchase(
    pool: Address,
    holder: Actor,
    insured: { listing: bigint; amount: bigint; duration?: bigint; quote?: `0x${string}` },
  ): Promise<boolean> {
    const bounds = { owner: holder.address, maxPremium: insured.amount, deadline: forever }
    return this.world.submit(holder, prepareBuy({ pool, ...insured, ...bounds }))
  }

  private async change(act: 'extend' | 'cancel', random: Random): Promise<boolean> {
    const { chain, template, floor } = this.world
    const pool = random.pick(template.pools)
    const bought = await chain.public.getContractEvents({
      ...{ address: pool, abi: poolAbi, eventName: 'CoverBought', fromBlock: floor },
    })
    if (bought.length === 0) return false
    const { id = 0n, listing = 0n, owner } = random.pick(bought).args
    if (owner === undefined) return false
    const call =
      act === 'cancel'
        ? prepareCancelCover({ pool, id, minRefund: 0n })
        : prepareExtendCover({
            pool,
            id,
            listing,
            duration: BigInt(random.between(1, 3)) * day,
            maxPremium: 10n ** 12n,
            deadline: forever,
          })
    return this.world.submit({ address: owner }, call)
  }
}

/** Settles covers as whoever is paid by them might, besides every keeper. */
export async function settleBeside(
  world: World,
  incident: bigint,
  ids: readonly bigint[],
  account: Actor,
): Promise<boolean> {
  const data = encodeFunctionData({ abi: incidentsAbi, functionName: 'settle', args: [incident, [...ids]] })
  return world.submit(account, { to: world.at('incidents'), data, value: 0n })
}
