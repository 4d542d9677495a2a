import type { LeafClaim } from '@bulwark/sdk'
import {
  type Actor,
  type Bulwark,
  type Chain,
  chainTime,
  createPool,
  type Deployed,
  deployToken,
  send,
  TransactionRevertedError,
  type Uma,
} from '@bulwark/testkit'
import {
  type Abi,
  type Address,
  type Hex,
  keccak256,
  maxUint256,
  parseEventLogs,
  toHex,
  zeroAddress,
  zeroHash,
} from 'viem'
import { describeRefusal } from './describeRefusal.ts'
import { type Asset, money } from './format.ts'
import { inBatches, paidBy } from './payments.ts'
import { signQuote } from './signQuote.ts'
import type { Teller } from './Teller.ts'
import { day, hour } from './time.ts'
import type { InsuredEvent, ListParameters, PoolPlan, Purchase, SoldCover } from './types.ts'

const wad = 10n ** 18n
/** Largest exposure of anything here: the stories are about losses, not about limits. */
const noLimit = 10n ** 17n
/** Rates must be younger than a week when something is sold. */
const rateAge = 5 * day

type Pool = Deployed & { plan: PoolPlan; asset: Asset; token: Deployed }
type Listing = {
  number: bigint
  rate: bigint
  worst: number
  waiting: number
  trigger: Deployed
  keyed: boolean
  postedAt: number
}

/** Where a story is played: its chain, its pools and listings by name, and its clock. */
export class Stage {
  readonly chain: Chain
  readonly bulwark: Bulwark
  /** UMA's contracts, where the story uses them. */
  readonly uma: Uma | undefined
  readonly teller: Teller
  readonly covers: SoldCover[] = []
  /** When losses happened that were paid, by listing. */
  readonly losses = new Map<string, number[]>()
  refused = 0
  private readonly tokens = new Map<string, Deployed & Asset>()
  private readonly pools = new Map<string, Pool>()
  private readonly listings = new Map<string, Listing>()
  private readonly people = new Map<string, Actor>()
  private clock: number

  constructor({
    bulwark,
    teller,
    begins,
    uma,
  }: { bulwark: Bulwark; teller: Teller; begins: number; uma?: Uma | undefined }) {
    this.chain = bulwark.chain
    this.bulwark = bulwark
    this.teller = teller
    this.uma = uma
    this.clock = begins
  }

  // -- Time and transactions --------------------------------------------------------------------------------------

  get now(): number {
    return this.clock
  }

  /** Moves the story's clock; every transaction from now on is dated so. */
  at(time: number): this {
    if (time < this.clock) throw new Error(`A story does not go back: ${time} is before ${this.clock}.`)
    this.clock = time
    return this
  }

  /** Dates the next block. Several may share a second. */
  async setTime(): Promise<void> {
    await this.chain.test.setNextBlockTimestamp({ timestamp: BigInt(this.clock) })
  }

  /** Catches up after helpers that date their own blocks. */
  async sync(): Promise<void> {
    this.clock = Math.max(this.clock, await chainTime(this.chain))
  }

  /** A block without a transaction, so that reads see the story's time. */
  async mine(): Promise<void> {
    await this.setTime()
    await this.chain.test.mine({ blocks: 1 })
  }

  /** Sends a transaction at the story's time; whoever is not named is the keeper, who may do what anyone may. */
  async send(
    contract: Deployed,
    functionName: string,
    args: readonly unknown[] = [],
    { who, value = 0n }: { who?: string | Actor; value?: bigint } = {},
  ) {
    const account = who === undefined ? this.chain.actors.keeper : typeof who === 'string' ? this.person(who) : who
    await this.setTime()
    return send(this.chain, { ...contract, functionName, args, account, value, errors: this.errors() })
  }

  read<T>(contract: Deployed, functionName: string, args: readonly unknown[] = []): Promise<T> {
    return this.chain.public.readContract({ ...contract, functionName, args }) as Promise<T>
  }

  private errors(): Abi {
    const { pool, incidents, listings, timelock, court, optimistic } = this.bulwark
    const all = [pool, incidents, listings, timelock, court, ...(optimistic ? [optimistic] : [])]
    return all.flatMap(({ abi }) => abi as Abi).filter(({ type }) => type === 'error')
  }

  // -- Who and what -----------------------------------------------------------------------------------------------

  /** Somebody by name: an account of his own for each. */
  person(name: string): Actor {
    const { holders, underwriters, assessors, voters } = this.chain.actors
    const known = this.people.get(name)
    if (known) return known
    const next = [...holders, ...underwriters, ...assessors, ...voters][this.people.size]
    if (!next) throw new Error(`There is no account left for ${name}.`)
    this.people.set(name, next)
    return next
  }

  /** The name of somebody who has one here. */
  nameOf(address: Address): string {
    const [name] = [...this.people].find(([, actor]) => actor.address === address) ?? [address]
    return name
  }

  pool(name: string): Pool {
    return this.pools.get(name) as Pool
  }

  listing(name: string): Listing {
    return this.listings.get(name) as Listing
  }

  /** A token that anyone may mint. */
  async token(symbol: string, name: string, decimals: number): Promise<Deployed> {
    await this.setTime()
    const token = await deployToken(this.chain, { name, symbol, decimals })
    this.know(token, { symbol, decimals })
    return token
  }

  /** A token that was there before the story. */
  know(token: Deployed, { symbol, decimals }: Asset): void {
    this.tokens.set(symbol, { ...token, symbol, decimals })
  }

  /** Gives somebody tokens, and approves who may take them. */
  async give(token: Deployed, who: string, amount: bigint, spender?: Address): Promise<void> {
    await this.send(token, 'mint', [this.person(who).address, amount])
    if (spender) await this.send(token, 'approve', [spender, maxUint256], { who })
  }

  // -- Listings and pools -----------------------------------------------------------------------------------------

  /** Creates a listing through its trigger, or for one who judges. Waiting: a day; grace: a month. */
  async list(name: string, parameters: ListParameters): Promise<bigint> {
    const { trigger, config, metaEvidence, wording, summary = wording, rate, terms = {}, keyed = false } = parameters
    const full = {
      ...{
        adjudicator: trigger.address,
        secondAdjudicator: zeroAddress,
        lossProof: 0,
        keyed,
        personal: false,
        maxRatio: wad,
      },
      ...{ proofTerms: zeroHash },
      ...{ deductible: 0n, waiting: day as number, grace: 30 * day, eventWindow: 0 },
      ...{ minPeriod: keyed ? 0 : 2 * day, maxPeriod: 730 * day, minRate: 0n, maxRate: wad },
      ...{ bondToken: zeroAddress, bond: 0n, finderReward: 0, settlerReward: 0, family: 0, ...terms },
    }
    const { deployer } = this.chain.actors
    const meta = metaEvidence === undefined ? [] : [metaEvidence]
    const receipt =
      config === undefined
        ? await this.send(this.bulwark.listings, 'create', [full, toHex(wording)], { who: deployer })
        : await this.send(trigger, 'createListing', [full, toHex(wording), ...meta, config], { who: deployer })
    const [log] = parseEventLogs({ abi: this.bulwark.listings.abi, logs: receipt.logs, eventName: 'ListingCreated' })
    const { listing: number } = (log as unknown as { args: { listing: bigint } }).args
    const worst = Number(await this.read<bigint>(trigger, 'worstCaseTime', [number]))
    this.listings.set(name, { number, rate, worst, waiting: full.waiting, trigger, keyed, postedAt: 0 })
    this.teller.say(this.now, `listed: ${summary}`)
    return number
  }

  /** Creates a pool, has it back listings, and takes its underwriters' deposits. */
  async openPool(plan: PoolPlan): Promise<void> {
    const token = this.tokens.get(plan.asset) as Deployed & Asset
    const classes = [{ rho: wad / 2n, maxLossProbability: wad / 4n }]
    await this.setTime()
    const pool = await createPool(this.bulwark, {
      ...{ asset: token.address, name: `Bulwark ${plan.name}`, symbol: `b${plan.name}`, classes },
    })
    this.pools.set(plan.name, { ...pool, plan, asset: token, token })
    const { curator } = this.chain.actors
    const triggers = new Set<Address>()
    for (const [index, listing] of plan.backs.entries()) {
      const { number, trigger } = this.listing(listing)
      await this.send(pool, 'setBacking', [number, 0, index + 1, noLimit], { who: curator })
      await this.send(pool, 'setGroupLimit', [0, index + 1, noLimit], { who: curator })
      triggers.add(trigger.address)
    }
    for (const trigger of triggers) await this.send(pool, 'setAdjudicatorLimit', [trigger, noLimit], { who: curator })
    for (const [who, amount] of Object.entries(plan.deposits)) {
      await this.give(token, who, amount, pool.address)
      await this.send(pool, 'deposit', [amount, this.person(who).address], { who })
      await this.say(`${who} deposits ${money(token, amount)} in the pool ${plan.name}`, { pool: plan.name })
    }
  }

  // -- Sales ------------------------------------------------------------------------------------------------------

  /** Somebody buys a cover. */
  async buy(purchase: Purchase, { isQuiet = false }: { isQuiet?: boolean } = {}): Promise<void> {
    const { pool: name, listing, who, amount, days, event, cover = who, on = listing } = purchase
    const pool = this.pool(name)
    const { receipt, premium } = await this.purchase(purchase)
    const [log] = parseEventLogs({ abi: this.bulwark.pool.abi, logs: receipt.logs, eventName: 'CoverBought' })
    const { id } = (log as unknown as { args: { id: bigint } }).args
    const { worst, waiting } = this.listing(listing)
    const worstHours = worst / hour
    const since = this.now + waiting
    const until = days === undefined ? (event?.ends ?? since) : this.now + days * day
    const holder = this.person(who).address
    this.covers.push({
      ...purchase,
      cover,
      id,
      holder,
      paid: 0n,
      boughtAt: this.now,
      since,
      until,
      hours: null,
      worstHours,
    })
    if (isQuiet) return
    const length = days === undefined ? '' : `, ${days} days`
    const what = `${who} buys ${money(pool.asset, amount)} of cover on ${on}${length}, for ${money(pool.asset, premium)}`
    await this.say(what, { pool: name })
  }

  /** Somebody wants a cover and must be refused, for this reason. */
  async refuse(purchase: Purchase, errorName: string): Promise<void> {
    const { pool: name, listing, who, amount, on = listing } = purchase
    const refusal = await this.attempt(this.purchase(purchase))
    const asked = `${who} wants ${money(this.pool(name).asset, amount)} of cover on ${on}`
    if (refusal !== errorName) throw new Error(`${asked}: ${refusal ?? 'sold'} instead of ${errorName}.`)
    this.refused++
    await this.say(`${asked}: refused, ${describeRefusal(errorName)}`)
  }

  private async purchase(purchase: Purchase) {
    const { who, pool: name, listing, amount, days = 0, event, account = zeroAddress } = purchase
    const pool = this.pool(name)
    const { number } = this.listing(listing)
    await this.postRate(listing)
    await this.give(pool.token, who, amount, pool.address)
    const holder = this.person(who).address
    const balance = () => this.read<bigint>(pool.token, 'balanceOf', [holder])
    const before = await balance()
    const order = {
      ...{ listing: Number(number), duration: days * day, amount, owner: holder, account },
      ...{ maxPremium: maxUint256, deadline: maxUint256, referrer: zeroAddress, referrerFee: 0 },
      quote: event ? await this.quote(listing, event) : '0x',
    }
    const receipt = await this.send(pool, 'buy', [order], { who })
    return { receipt, premium: before - (await balance()) }
  }

  private quote(name: string, event: InsuredEvent): Promise<Hex> {
    const { number, rate } = this.listing(name)
    return signQuote(this.bulwark, { listing: Number(number), ...event, rate, expiry: this.now + hour })
  }

  private async postRate(name: string): Promise<void> {
    const listing = this.listing(name)
    if (listing.keyed || this.now - listing.postedAt < rateAge) return
    const post = [{ listing: listing.number, rate: listing.rate }]
    const hash = keccak256(toHex(name))
    await this.send(this.bulwark.listings, 'postRates', [post, hash, hash], { who: this.chain.actors.ratePoster })
    listing.postedAt = this.now
  }

  // -- Incidents --------------------------------------------------------------------------------------------------

  /** Wei that opening an incident by a trigger costs. */
  fee(): Promise<bigint> {
    return this.read(this.bulwark.incidents, 'TRIGGER_FEE')
  }

  /** Every pool that backs a listing steps past the newest journal entry. */
  async step(listing: string): Promise<void> {
    for (const { plan, ...pool } of this.pools.values()) {
      if (plan.backs.includes(listing)) await this.send(pool, 'step', [8n])
    }
  }

  /**
   * Settles an incident in batches, as anyone may, and notes what each holder got.
   *
   * @param lossAt when the loss happened, unix seconds, as the story's facts say.
   * @param among names of the covers that are tried. @default all on the listing
   */
  async settle(listing: string, incident: bigint, lossAt: number, among?: readonly string[]): Promise<void> {
    this.losses.set(listing, [...(this.losses.get(listing) ?? []), lossAt])
    for (const [name, pool] of this.pools) {
      const covers = this.covers.filter(
        (cover) => cover.pool === name && cover.listing === listing && (among?.includes(cover.cover) ?? true),
      )
      let [paid, count] = [0n, 0]
      for (const part of inBatches(covers)) {
        const balances = () =>
          Promise.all(part.map(({ holder }) => this.read<bigint>(pool.token, 'balanceOf', [holder])))
        const before = await balances()
        const settling = this.send(this.bulwark.incidents, 'settle', [incident, part.map(({ id }) => id)])
        const refusal = await this.attempt(settling)
        if (refusal === 'NothingToSettle') continue
        if (refusal) throw new Error(`Incident ${incident} cannot be settled: ${refusal}.`)
        for (const [index, after] of (await balances()).entries()) {
          const got = after - (before[index] as bigint)
          if (got === 0n) continue
          const cover = part[index] as SoldCover
          cover.paid += got
          cover.hours = Math.max(cover.hours ?? 0, (this.now - lossAt) / hour)
          ;[paid, count] = [paid + got, count + 1]
        }
      }
      if (count === 0) continue
      const what = `${name} pays ${money(pool.asset, paid)} on ${count} ${count === 1 ? 'cover' : 'covers'}`
      await this.say(what, { pool: name })
    }
  }

  /**
   * Settles covers by leaves of a ruled list of losses, as anyone may, and notes what each cover paid.
   *
   * @param lossAt when the loss happened, unix seconds.
   * @param claims each batch of leaves, with the name of its cover.
   */
  async settleLeaves(
    incident: bigint,
    lossAt: number,
    claims: readonly { cover: string; claim: Omit<LeafClaim, 'id'> }[],
  ): Promise<void> {
    for (const { cover: name, claim } of claims) {
      const cover = this.covers.find((cover) => cover.cover === name) as SoldCover
      this.losses.set(cover.listing, [...(this.losses.get(cover.listing) ?? []), lossAt])
      const args = [incident, [{ ...claim, id: cover.id }]]
      const { logs } = await this.send(this.bulwark.incidents, 'settleLeaves', args)
      const paid = paidBy(this.bulwark.incidents.abi, logs)
      cover.paid += paid
      if (paid > 0n) cover.hours = Math.max(cover.hours ?? 0, (this.now - lossAt) / hour)
    }
  }

  /** The name of the error of a transaction that may revert. */
  async attempt(sending: Promise<unknown>): Promise<string | undefined> {
    try {
      await sending
    } catch (error) {
      if (error instanceof TransactionRevertedError) return error.errorName ?? 'without a reason'
      throw error
    }
    return undefined
  }

  // -- Telling ----------------------------------------------------------------------------------------------------

  /** Says what happens, with a reading in the margin and a pool's figures where they matter. */
  async say(what: string, { gauge, pool: name }: { gauge?: string; pool?: string } = {}): Promise<void> {
    const pool = name === undefined ? undefined : this.pool(name)
    if (!pool || !this.teller.isHeard) return this.teller.say(this.now, what, gauge)
    const { high, scr } = await this.read<{ high: bigint; scr: bigint }>(pool, 'capital')
    this.teller.say(this.now, what, gauge, { asset: pool.asset, high, scr })
  }
}
