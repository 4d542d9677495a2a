import { type ClassTotals, type ExposureClass, moveExposure, requirementUp } from '@bulwark/risk/exact'
import type { Backed, PoolTerms, Reserve } from './types.ts'

const day = 86_400n

type Risk = { exposure: bigint; runOff: Map<bigint, bigint> }

/** What a pool has sold, by listing, and the requirement that follows from it. Every amount is grains. */
export class ExposureBook {
  readonly classes: ExposureClass[]
  totals: ClassTotals = { s: 0n, s2: 0n }
  private readonly r: bigint
  private readonly groups = new Map<string, bigint>()
  private readonly risks = new Map<string, Risk>()
  private readonly reserves = new Map<string, Reserve>()
  private readonly backed = new Map<string, Backed>()

  constructor({ classes, r }: Pick<PoolTerms, 'classes' | 'r'>) {
    this.classes = classes.map(({ rho }) => ({ q: 0n, a: 0n, rho }))
    this.r = r
  }

  back(backed: Backed): void {
    this.backed.set(backed.listing, backed)
  }

  backing(listing: string): Backed {
    const backed = this.backed.get(listing)
    if (!backed) throw new Error(`The pool does not back ${listing}`)
    return backed
  }

  /** SCR. */
  requirement(): bigint {
    return requirementUp(this.totals, this.r)
  }

  /** What open incidents have reserved beyond what is granted. */
  open(): bigint {
    let sum = 0n
    for (const { open, granted } of this.reserves.values()) if (open > granted) sum += open - granted
    return sum
  }

  /** What open incidents may be granted in all: grants on one risk are not capped together. */
  grantable(): bigint {
    let sum = 0n
    for (const [listing, { open, granted, openCount }] of this.reserves) {
      const exposure = this.exposure(listing)
      const each = (open < exposure ? open : exposure) * BigInt(openCount)
      const claimable = open > granted ? open - granted : 0n
      sum += each > claimable ? each : claimable
    }
    return sum
  }

  /** Is an incident open on any listing? */
  get isOpen(): boolean {
    return [...this.reserves.values()].some(({ openCount }) => openCount > 0)
  }

  exposure(listing: string): bigint {
    return this.risks.get(listing)?.exposure ?? 0n
  }

  reserve(listing: string): Reserve {
    return this.reserves.get(listing) ?? { open: 0n, granted: 0n, base: 0n, openCount: 0, unsettled: 0 }
  }

  private reserved(listing: string): bigint {
    const { open, granted } = this.reserve(listing)
    return open > granted ? open : granted
  }

  /** Exposure, less what is reserved, of the group that a listing is in. */
  groupNet(listing: string): bigint {
    return this.groups.get(this.groupOf(listing)) ?? 0n
  }

  private groupOf(listing: string): string {
    const { class: index, group } = this.backing(listing)
    return `${index}/${group}`
  }

  /** Books a new exposure and reserve of a listing; the requirement counts what is not reserved. */
  change(listing: string, exposure: bigint, reserve: Reserve): void {
    const { class: index } = this.backing(listing)
    const old = this.net(listing, this.exposure(listing))
    // What another incident has paid cannot be claimed again.
    this.reserves.set(listing, { ...reserve, open: reserve.open < exposure ? reserve.open : exposure })
    const before = this.groupNet(listing)
    const afterwards = before + this.net(listing, exposure) - old
    const exposureClass = this.classes[index] as ExposureClass
    const moved = moveExposure({ exposureClass, totals: this.totals, before, afterwards })
    this.classes[index] = moved.exposureClass
    this.totals = moved.totals
    this.groups.set(this.groupOf(listing), afterwards)
    this.risks.set(listing, { runOff: new Map(), ...this.risks.get(listing), exposure })
  }

  private net(listing: string, exposure: bigint): bigint {
    const reserved = this.reserved(listing)
    return exposure > reserved ? exposure - reserved : 0n
  }

  /** Moves the exposure of covers that end at `end`, and what will be freed on the day when they have run off. */
  move(listing: string, { end, by, reserve }: { end: bigint; by: bigint; reserve: Reserve }): void {
    this.change(listing, this.exposure(listing) + by, reserve)
    const { runOff } = this.risks.get(listing) as Risk
    const on = (end + this.backing(listing).grace + day - 1n) / day
    runOff.set(on, (runOff.get(on) ?? 0n) + by)
  }

  /** Frees exposure that has run off, unless an incident still keeps it. */
  release(at: bigint, listing: string): void {
    const risk = this.risks.get(listing)
    const { openCount, unsettled } = this.reserve(listing)
    if (!risk || openCount > 0 || unsettled > 0) return
    let released = 0n
    for (const [on, amount] of risk.runOff) {
      if (on > at / day) continue
      released += amount
      risk.runOff.delete(on)
    }
    this.change(listing, risk.exposure - released, this.reserve(listing))
  }
}
