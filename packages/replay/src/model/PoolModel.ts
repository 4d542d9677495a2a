import {
  accrueStream,
  addGain,
  type Cohort,
  driftedLevel,
  type ExposureClass,
  exitSharesDown,
  exitValueDown,
  type FundingStack,
  findCohort,
  type Gains,
  heldUp,
  liftFunding,
  moveExposure,
  openStream,
  type Premium,
  poolPremium,
  pushCohort,
  requirementUp,
  type Stream,
  servedExit,
  settledBacking,
  streamEdgesUp,
  streamRateDown,
  unearnedUnitsUp,
  unvestedUp,
  utilisationDown,
} from '@bulwark/risk/exact'

const wad = 10n ** 18n
const day = 86_400n
const firstLevel = 50_000_000_000_000_000n

/** What a pool is made with; rates and correlations are WAD, ρ and r in basis points. */
export type PoolTerms = {
  decimals: number
  cooldown: bigint
  r: bigint
  kappa: bigint
  curatorFee: bigint
  protocolFee: bigint
  classes: readonly { rho: bigint; maxLossProbability: bigint }[]
}

/** A listing as a pool backs it. */
export type Backed = { listing: string; class: number; group: bigint; rate: bigint; waiting: bigint; grace: bigint }

/** A cover sold. Amounts are units. */
export type ModelCover = {
  listing: string
  start: bigint
  end: bigint
  amount: bigint
  /** What remains insured, grains. */
  remaining: bigint
  premium: Premium
}

type Entry = { kind: 'opened' | 'granted' | 'dismissed' | 'closed'; incident: number; listing: string; share: bigint }
type Reserve = { open: bigint; granted: bigint; base: bigint; openCount: number }
type Grant = { unclaimed: bigint; short: bigint; paid: bigint; cohort: bigint }
type Figures = { free: bigint; high: bigint; low: bigint; scr: bigint }
type Request = { who: string; value: bigint; shares: bigint; askedAt: bigint }

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
  private cash = 0n
  private owed = 0n
  private full = 0n
  private supply = 0n
  private queued = 0n
  private stream: Stream
  private gains: Gains = { unvested: 0n, updated: 0n, end: 0n, b: 0n }
  private curve: { level: bigint; moved: bigint; utilisation: bigint }
  private stack: FundingStack = { nextId: 0n, net: 0n, cohorts: [] }
  private classes: ExposureClass[]
  private totals = { s: 0n, s2: 0n }
  private groups = new Map<string, bigint>()
  private exposures = new Map<string, { exposure: bigint; runOff: Map<bigint, bigint> }>()
  private reserves = new Map<string, Reserve>()
  private grants = new Map<number, Grant>()
  private backed = new Map<string, Backed>()
  private requests: Request[] = []
  private head = 0

  constructor(terms: PoolTerms, createdAt: bigint) {
    this.terms = terms
    this.grain = terms.decimals > 6 ? 10n ** BigInt(terms.decimals - 6) : 1n
    this.virtualShares = 10n ** BigInt(18 - terms.decimals)
    this.stream = { unearned: 0n, rate: 0n, time: createdAt, deltas: new Map() }
    this.curve = { level: firstLevel, moved: createdAt, utilisation: 0n }
    this.classes = terms.classes.map(({ rho }) => ({ q: 0n, a: 0n, rho }))
  }

  // -- Capital --------------------------------------------------------------------------------------------------

  /** Own funds and requirement at a time, as if accrued; units, the requirement in grains. */
  figures(at: bigint): Figures {
    const { unearned } = accrueStream(this.stream, at)
    const claims = this.owed + this.full + unearnedUnitsUp(unearned, this.grain) + unvestedUp(this.gains, at)
    const free = this.cash > claims ? this.cash - claims : 0n
    const net = this.stack.cohorts.length === 0 ? 0n : this.stack.net
    const high = free > net ? free - net : 0n
    const open = this.openUnits()
    return { free, high, low: high > open ? high - open : 0n, scr: requirementUp(this.totals, this.terms.r) }
  }

  private openUnits(): bigint {
    let sum = 0n
    for (const { open, granted } of this.reserves.values()) if (open > granted) sum += (open - granted) * this.grain
    return sum
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
    if (this.stack.cohorts.length === 0) return figures
    this.lift(figures.free)
    return this.figures(at)
  }

  private lift(free: bigint): void {
    const { stack, completed } = liftFunding({ stack: this.stack, free, open: this.openUnits() })
    this.stack = stack
    this.full += completed
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
    this.queued += shares
    this.requests.push({ who, value, shares, askedAt: at })
  }

  /** Serves the queue in order, in part if need be. */
  processExits(at: bigint): void {
    let { high, low, scr } = this.accrue(at)
    const required = scr * this.grain
    for (;;) {
      const request = this.requests[this.head]
      if (!request || at < request.askedAt + this.terms.cooldown) return
      const spare = low > required ? low - required : 0n
      const { supply, virtualShares } = this
      const { shares, assets, leaving } = servedExit({ request, high, low, spare, supply, virtualShares })
      if (shares === 0n) return
      high -= leaving
      low = low > leaving ? low - leaving : 0n
      this.supply -= shares
      this.queued -= shares
      this.addGain(at, leaving - assets)
      this.owed += assets
      this.claimable.set(request.who, (this.claimable.get(request.who) ?? 0n) + assets)
      const left = request.shares - shares
      request.value = left === 0n ? 0n : (request.value * left) / request.shares
      request.shares = left
      if (left !== 0n) return
      this.head++
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
    this.backed.set(backed.listing, backed)
  }

  /** Sells a cover. */
  buy(at: bigint, { listing, amount, duration }: { listing: string; amount: bigint; duration: bigint }): ModelCover {
    const backed = this.backing(listing)
    const { class: index, group, rate, waiting, grace } = backed
    const figures = this.figures(at)
    const exposureClass = this.classes[index] as ExposureClass
    const book = this.exposures.get(listing) ?? { exposure: 0n, runOff: new Map() }
    const { from, end } = { from: at + waiting, end: at + duration }
    const premium = poolPremium({
      pool: {
        grain: this.grain,
        r: this.terms.r,
        kappa: this.terms.kappa,
        curatorFee: this.terms.curatorFee,
        supply: this.supply,
        queued: this.queued,
        low: figures.low,
        priceBacking: this.settledB(at, figures),
        writtenDown: false,
        curve: this.curve,
        totals: this.totals,
      },
      risk: {
        exposureClass,
        groupNet: this.groupNet(index, group),
        exposure: book.exposure,
        reserved: this.reserved(listing),
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
    const runOff = this.runOffDay(listing, end)
    this.changeExposure(listing, book.exposure + grains, this.reserve(listing))
    const changed = this.exposures.get(listing) as { exposure: bigint; runOff: Map<bigint, bigint> }
    changed.runOff.set(runOff, (changed.runOff.get(runOff) ?? 0n) + grains)
    this.curve = { level: this.levelAt(at), moved: at, utilisation: 0n }
    const { scr } = this.figures(at)
    this.curve.utilisation = utilisationDown(scr, b / this.grain)
    return { listing, start: at, end, amount, remaining: grains, premium }
  }

  private levelAt(at: bigint): bigint {
    const { level, utilisation, moved } = this.curve
    return driftedLevel({ level, utilisation, elapsed: at - moved })
  }

  private backing(listing: string): Backed {
    const backed = this.backed.get(listing)
    if (!backed) throw new Error(`The pool does not back ${listing}`)
    return backed
  }

  // -- Exposure -------------------------------------------------------------------------------------------------

  private reserve(listing: string): Reserve {
    return this.reserves.get(listing) ?? { open: 0n, granted: 0n, base: 0n, openCount: 0 }
  }

  private reserved(listing: string): bigint {
    const { open, granted } = this.reserve(listing)
    return open > granted ? open : granted
  }

  private groupNet(index: number, group: bigint): bigint {
    return this.groups.get(`${index}/${group}`) ?? 0n
  }

  /** Books a new exposure and reserve of a listing; the requirement counts what is not reserved. */
  private changeExposure(listing: string, exposure: bigint, reserve: Reserve): void {
    const { class: index, group } = this.backing(listing)
    const book = this.exposures.get(listing) ?? { exposure: 0n, runOff: new Map<bigint, bigint>() }
    const net = (amount: bigint) => {
      const reserved = this.reserved(listing)
      return amount > reserved ? amount - reserved : 0n
    }
    const old = net(book.exposure)
    this.reserves.set(listing, reserve)
    const before = this.groupNet(index, group)
    const afterwards = before + net(exposure) - old
    const exposureClass = this.classes[index] as ExposureClass
    const moved = moveExposure({ exposureClass, totals: this.totals, before, afterwards })
    this.classes[index] = moved.exposureClass
    this.totals = moved.totals
    this.groups.set(`${index}/${group}`, afterwards)
    this.exposures.set(listing, { ...book, exposure })
  }

  /** Frees exposure that has run off. */
  release(at: bigint, listing: string): void {
    const book = this.exposures.get(listing)
    if (!book) return
    let released = 0n
    for (const [runOff, amount] of book.runOff) {
      if (runOff > at / day) continue
      released += amount
      book.runOff.delete(runOff)
    }
    this.changeExposure(listing, book.exposure - released, this.reserve(listing))
  }

  // -- Incidents ------------------------------------------------------------------------------------------------

  /** Steps past a journal entry. */
  step(at: bigint, { kind, incident, listing, share }: Entry): void {
    const exposure = this.exposures.get(listing)?.exposure ?? 0n
    const reserve = { ...this.reserve(listing) }
    if (kind === 'opened') {
      if (exposure === 0n) return
      if (reserve.openCount === 0 && reserve.granted === 0n) reserve.base = exposure
      if (exposure > reserve.base) reserve.base = exposure
      reserve.openCount++
      const most = (exposure * share + wad - 1n) / wad
      if (most > reserve.open) reserve.open = most
      this.changeExposure(listing, exposure, reserve)
      return
    }
    if (kind === 'closed') {
      this.close(at, incident, listing)
      return
    }
    if (reserve.openCount === 0) return
    if (this.stack.cohorts.length !== 0) this.accrue(at)
    if (--reserve.openCount === 0) reserve.open = 0n
    const granted = kind === 'granted' ? (reserve.base * this.grain * share + wad - 1n) / wad : 0n
    reserve.granted += granted / this.grain
    this.changeExposure(listing, exposure, reserve)
    if (granted !== 0n) this.grant(at, incident, granted)
    else if (this.stack.cohorts.length !== 0) this.lift(this.figures(at).free)
  }

  private grant(at: bigint, incident: number, amount: bigint): void {
    const { free } = this.figures(at)
    const grant = { unclaimed: amount, short: 0n, paid: 0n, cohort: 0n }
    if (this.stack.cohorts.length === 0 && amount + this.openUnits() <= free) {
      this.full += amount
    } else {
      const { stack, id } = pushCohort(this.stack, amount)
      this.stack = stack
      grant.cohort = id
      this.lift(free)
    }
    this.grants.set(incident, grant)
  }

  /** The level of funding of a granted incident, WAD, as it stands. */
  level(incident: number): bigint | null {
    const grant = this.grants.get(incident)
    if (!grant) return null
    const cohort = this.cohortOf(grant)
    return cohort ? cohort.level : wad
  }

  private cohortOf({ cohort }: Grant): Cohort | undefined {
    if (cohort === 0n) return undefined
    return this.stack.cohorts[findCohort(this.stack, cohort) - 1]
  }

  /** Pays covers of an incident, or the difference since they were last paid; returns what each has been paid in all. */
  settle(
    at: bigint,
    incident: number,
    { share, covers }: { share: bigint; covers: readonly (ModelCover & { claim?: bigint; paid?: bigint })[] },
  ): void {
    if (this.stack.cohorts.length !== 0) this.accrue(at)
    const grant = this.grants.get(incident) as Grant
    const level = this.level(incident) as bigint
    for (const cover of covers) {
      const first = cover.claim === undefined
      const claim = cover.claim ?? (cover.remaining * this.grain * share) / wad
      const due = (claim * level) / wad
      const payout = due - (cover.paid ?? 0n)
      if (payout <= 0n && !first) continue
      const grains = first ? (claim + this.grain - 1n) / this.grain : 0n
      this.book(cover, grant, { claim, first, payout, grains })
      cover.remaining -= grains
      cover.claim = claim
      cover.paid = due
    }
  }

  private book(
    { listing, end, paid = 0n }: ModelCover & { paid?: bigint },
    grant: Grant,
    { claim, first, payout, grains }: { claim: bigint; first: boolean; payout: bigint; grains: bigint },
  ): void {
    const reserve = { ...this.reserve(listing) }
    const before = grant.unclaimed / this.grain
    if (first) grant.unclaimed -= claim
    const off = before - grant.unclaimed / this.grain
    reserve.granted -= off < reserve.granted ? off : reserve.granted
    const cohort = this.cohortOf(grant)
    if (cohort) {
      if (first) grant.short += claim
      grant.paid += payout
      const cohorts = this.stack.cohorts.map((other) =>
        other === cohort ? { ...other, paid: other.paid + payout } : other,
      )
      this.stack = { ...this.stack, net: this.stack.net - payout, cohorts }
    } else {
      if (!first) {
        grant.short -= claim
        grant.paid -= paid
      }
      this.full -= payout
    }
    const exposure = (this.exposures.get(listing)?.exposure ?? 0n) - grains
    this.changeExposure(listing, exposure, reserve)
    const runOff = this.runOffDay(listing, end)
    const days = this.exposures.get(listing)?.runOff
    days?.set(runOff, (days.get(runOff) ?? 0n) - grains)
    this.cash -= payout
  }

  private runOffDay(listing: string, end: bigint): bigint {
    return (end + this.backing(listing).grace + day - 1n) / day
  }

  private close(at: bigint, incident: number, listing: string): void {
    const grant = this.grants.get(incident)
    if (!grant) return
    const { free } = this.accrue(at)
    const reserve = grant.unclaimed + grant.short
    const cohort = this.cohortOf(grant)
    const height = this.stack.cohorts.length
    let left = reserve - grant.paid
    let money = free
    if (cohort) {
      const smaller = { ...cohort, reserve: cohort.reserve - reserve, paid: cohort.paid - grant.paid }
      const held = heldUp(cohort)
      left = held - (held < heldUp(smaller) ? held : heldUp(smaller))
      const cohorts = this.stack.cohorts.map((other) => (other === cohort ? smaller : other))
      this.stack = { ...this.stack, net: this.stack.net - left, cohorts }
    } else {
      this.full -= left
      money += left
    }
    const risk = { ...this.reserve(listing) }
    const off = grant.unclaimed / this.grain
    risk.granted -= off < risk.granted ? off : risk.granted
    this.changeExposure(listing, this.exposures.get(listing)?.exposure ?? 0n, risk)
    this.grants.delete(incident)
    if (height !== 0) this.lift(money)
    if (this.stack.cohorts.length === 0) this.addGain(at, left)
  }
}
