import {
  accrueStream,
  addGain,
  driftedLevel,
  type ExposureClass,
  exitSharesDown,
  exitValueDown,
  type Gains,
  openStream,
  poolPremium,
  type Stream,
  settledBacking,
  streamEdgesUp,
  streamRateDown,
  unearnedUnitsUp,
  unvestedUp,
  utilisationDown,
} from '@bulwark/risk/exact'
import { ExitQueue } from './ExitQueue.ts'
import { ExposureBook } from './ExposureBook.ts'
import { Funding } from './Funding.ts'
import type { Backed, Entry, Figures, ModelCover, PoolTerms, Reserve } from './types.ts'

const wad = 10n ** 18n
const firstLevel = 50_000_000_000_000_000n

/**
 * A pool, in bigint, for the parts that replays use: what it should do, worked out without its contract. Every sum is
 * made of the exact twins; every method takes the time of its block, unix seconds.
 *
 * @example
 * const pool = new PoolModel(terms, 1_677_000_000n)
 * pool.deposit(1_677_000_010n, 'Alice', 1_000_000_000n)
 */
export class PoolModel {
  readonly grain: bigint
  readonly virtualShares: bigint
  readonly shares = new Map<string, bigint>()
  readonly claimable = new Map<string, bigint>()
  readonly terms: PoolTerms
  /** Everything that the pool holds, units. */
  cash = 0n
  private owed = 0n
  supply = 0n
  private stream: Stream
  private gains: Gains = { unvested: 0n, updated: 0n, end: 0n, b: 0n }
  private curve: { level: bigint; moved: bigint; utilisation: bigint }
  private readonly book: ExposureBook
  private readonly funding = new Funding()
  private readonly exits = new ExitQueue()

  constructor(terms: PoolTerms, createdAt: bigint) {
    this.terms = terms
    this.grain = terms.decimals > 6 ? 10n ** BigInt(terms.decimals - 6) : 1n
    this.virtualShares = 10n ** BigInt(18 - terms.decimals)
    this.stream = { unearned: 0n, rate: 0n, time: createdAt, deltas: new Map() }
    this.curve = { level: firstLevel, moved: createdAt, utilisation: 0n }
    this.book = new ExposureBook(terms)
  }

  // -- Capital --------------------------------------------------------------------------------------------------

  /** Own funds and requirement at a time, as if accrued; units, the requirement in grains. */
  figures(at: bigint): Figures {
    const { unearned } = accrueStream(this.stream, at)
    const claims = this.owed + this.funding.full + unearnedUnitsUp(unearned, this.grain) + unvestedUp(this.gains, at)
    const free = this.cash > claims ? this.cash - claims : 0n
    const high = free > this.funding.net ? free - this.funding.net : 0n
    const open = this.book.open() * this.grain
    return {
      free,
      open,
      grantable: this.book.grantable() * this.grain,
      high,
      low: !this.funding.isShort && high > open ? high - open : 0n,
      scr: this.book.requirement(),
    }
  }

  private settledB(at: bigint, { high, scr }: Figures): bigint {
    return settledBacking({ gains: this.gains, high, scr, cooldown: this.terms.cooldown, timestamp: at })
  }

  private accrue(at: bigint): Figures {
    const figures = this.figures(at)
    const unvested = unvestedUp(this.gains, at)
    const b = this.settledB(at, figures)
    this.stream = accrueStream(this.stream, at)
    this.gains = { unvested, updated: at, end: this.gains.end, b }
    if (!this.funding.isShort) return figures
    this.funding.lift(figures)
    return this.figures(at)
  }

  private addGain(at: bigint, gain: bigint): void {
    const { unvested, end } = this.gains
    this.gains = {
      ...this.gains,
      ...addGain({ unvested, end, gain, cooldown: this.terms.cooldown, timestamp: at }),
      updated: at,
    }
  }

  // -- Underwriters ---------------------------------------------------------------------------------------------

  /** Shares that a deposit mints. */
  deposit(at: bigint, who: string, assets: bigint): bigint {
    const { high } = this.accrue(at)
    const shares = exitSharesDown({ assets, funds: high, supply: this.supply, virtualShares: this.virtualShares })
    this.cash += assets
    this.supply += shares
    this.shares.set(who, (this.shares.get(who) ?? 0n) + shares)
    return shares
  }

  /** Puts all shares of somebody into the exit queue. */
  requestExit(at: bigint, who: string): void {
    const shares = this.shares.get(who) ?? 0n
    const { high } = this.figures(at)
    const value = exitValueDown({ shares, funds: high, supply: this.supply, virtualShares: this.virtualShares })
    this.shares.set(who, 0n)
    this.exits.add({ who, value, shares, askedAt: at })
  }

  /** Serves the queue in order, in part if need be. */
  processExits(at: bigint): void {
    const { high, low, scr } = this.accrue(at)
    const { supply, virtualShares, terms } = this
    const required = scr * this.grain
    const pool = { at, cooldown: terms.cooldown, high, low, required, supply, virtualShares }
    for (const { who, shares, assets, leaving } of this.exits.serve(pool)) {
      this.supply -= shares
      this.addGain(at, leaving - assets)
      this.owed += assets
      this.claimable.set(who, (this.claimable.get(who) ?? 0n) + assets)
    }
  }

  /** Takes out what was set aside for somebody. */
  claim(who: string): bigint {
    const assets = this.claimable.get(who) ?? 0n
    this.claimable.set(who, 0n)
    this.owed -= assets
    this.cash -= assets
    return assets
  }

  // -- Holders --------------------------------------------------------------------------------------------------

  back(backed: Backed): void {
    this.book.back(backed)
  }

  /** Sells a cover. */
  buy(at: bigint, { listing, amount, duration }: { listing: string; amount: bigint; duration: bigint }): ModelCover {
    const { class: index, rate, waiting, grace } = this.book.backing(listing)
    const figures = this.figures(at)
    const { from, end } = { from: at + waiting, end: at + duration }
    const premium = poolPremium({
      pool: {
        grain: this.grain,
        r: this.terms.r,
        kappa: this.terms.kappa,
        curatorFee: this.terms.curatorFee,
        supply: this.supply,
        queued: this.exits.queued,
        low: figures.low,
        priceBacking: this.settledB(at, figures),
        writtenDown: false,
        curve: this.curve,
        totals: this.book.totals,
      },
      risk: {
        exposureClass: this.book.classes[index] as ExposureClass,
        groupNet: this.book.groupNet(listing),
      },
      timestamp: at,
      amount,
      keyed: false,
      rate,
      from,
      end,
      grace,
      maxLossProbability: (this.terms.classes[index] as { maxLossProbability: bigint }).maxLossProbability,
      protocolFee: this.terms.protocolFee,
      referrerFee: 0n,
    })
    const b = this.settledB(at, figures)
    if (figures.scr === 0n) this.gains = { unvested: unvestedUp(this.gains, at), updated: at, end: this.gains.end, b }

    this.cash += premium.total
    this.owed += premium.total - premium.net
    const edges = streamEdgesUp(from, end)
    const streamRate = streamRateDown({ amount: premium.net, grain: this.grain, ...edges })
    this.stream = openStream({ stream: accrueStream(this.stream, at), rate: streamRate, ...edges })

    const grains = amount / this.grain
    const reserve = this.book.reserve(listing)
    const base = reserve.unsettled > 0 ? reserve.base + grains : reserve.base
    // What is sold now does not hide behind what several grants reserved beyond the exposure.
    const exposure = this.book.exposure(listing)
    const granted = reserve.granted < exposure ? reserve.granted : exposure
    this.book.move(listing, { end, by: grains, reserve: { ...reserve, base, granted } })
    const { level, utilisation, moved } = this.curve
    this.curve = { level: driftedLevel({ level, utilisation, elapsed: at - moved }), moved: at, utilisation: 0n }
    const { scr } = this.figures(at)
    this.curve.utilisation = utilisationDown(scr, b / this.grain)
    return { listing, start: at, end, amount, remaining: grains, premium }
  }

  /** Frees exposure that has run off. */
  release(at: bigint, listing: string): void {
    this.book.release(at, listing)
  }

  // -- Incidents ------------------------------------------------------------------------------------------------

  /** Steps past a journal entry. */
  step(at: bigint, { kind, incident, listing, share }: Entry): void {
    const exposure = this.book.exposure(listing)
    const reserve = { ...this.book.reserve(listing) }
    if (kind === 'opened') {
      if (exposure === 0n) return
      const isFirst = reserve.openCount === 0 && reserve.unsettled === 0
      if (isFirst || exposure > reserve.base) reserve.base = exposure
      reserve.openCount++
      const most = (exposure * share + wad - 1n) / wad
      if (most > reserve.open) reserve.open = most
      this.book.change(listing, exposure, reserve)
      return
    }
    if (kind === 'closed') {
      this.close(at, incident, listing)
      return
    }
    if (reserve.openCount === 0) return
    if (this.funding.isShort) this.accrue(at)
    if (--reserve.openCount === 0) reserve.open = 0n
    const most = kind === 'granted' ? (reserve.base * this.grain * share + wad - 1n) / wad : 0n
    const granted = most < exposure * this.grain ? most : exposure * this.grain
    reserve.granted += granted / this.grain
    if (granted !== 0n) reserve.unsettled++
    this.book.change(listing, exposure, reserve)
    const figures = this.figures(at)
    if (granted !== 0n) this.funding.grant(incident, granted, figures)
    else if (this.funding.isShort) this.funding.lift(figures)
  }

  /** The level of funding of a granted incident, WAD, as it stands. */
  level(incident: number): bigint | null {
    return this.funding.level(incident)
  }

  /** Pays covers of an incident, or the difference since they were last paid, and notes in them what they have had in all. */
  settle(
    at: bigint,
    incident: number,
    { share, covers }: { share: bigint; covers: readonly (ModelCover & { claim?: bigint; paid?: bigint })[] },
  ): void {
    if (this.funding.isShort) this.accrue(at)
    const level = this.level(incident) as bigint
    for (const cover of covers) {
      const { listing, end, paid = 0n } = cover
      const isFirst = cover.claim === undefined
      const claim = cover.claim ?? (cover.remaining * this.grain * share) / wad
      const due = (claim * level) / wad
      const payout = due - paid
      if (payout <= 0n && !isFirst) continue
      const grains = isFirst ? (claim + this.grain - 1n) / this.grain : 0n
      const before = this.funding.unclaimed(incident)
      this.funding.pay(incident, { claim, isFirst, payout, paid })
      const off = before / this.grain - this.funding.unclaimed(incident) / this.grain
      this.book.move(listing, { end, by: -grains, reserve: this.reserveWithout(listing, off) })
      this.cash -= payout
      Object.assign(cover, { remaining: cover.remaining - grains, claim, paid: due })
    }
  }

  private reserveWithout(listing: string, off: bigint): Reserve {
    const reserve = this.book.reserve(listing)
    return { ...reserve, granted: off < reserve.granted ? reserve.granted - off : 0n }
  }

  /** Ends an incident; what is left of its reserve lifts others, or streams in as a gain. */
  private close(at: bigint, incident: number, listing: string): void {
    if (!this.funding.isGranted(incident)) return
    const { high } = this.accrue(at)
    // Whoever was paid short has 30 days to be topped up; the stories end before those do.
    if ((this.book.isOpen && this.level(incident) !== wad) || this.funding.isPaidShort(incident)) return
    const wasShort = this.funding.isShort
    const reserve = this.reserveWithout(listing, this.funding.unclaimed(incident) / this.grain)
    this.funding.close(incident)
    this.book.change(listing, this.book.exposure(listing), { ...reserve, unsettled: reserve.unsettled - 1 })
    if (wasShort) this.funding.lift(this.figures(at))
    const gain = this.figures(at).high - high
    if (gain > 0n) this.addGain(at, gain)
  }
}
