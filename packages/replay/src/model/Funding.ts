import { type Cohort, type FundingStack, findCohort, heldUp, liftFunding, pushCohort } from '@bulwark/risk/exact'
import type { Grant } from './types.ts'

const wad = 10n ** 18n

/** Money that a pool has, units: own funds before fundings, and what open incidents may still be granted. */
type Money = { free: bigint; grantable: bigint }

/** What a pool has set aside for granted incidents. Every amount is units. */
export class Funding {
  /** Set aside for incidents that are funded in full. */
  full = 0n
  private stack: FundingStack = { nextId: 0n, net: 0n, cohorts: [] }
  private readonly grants = new Map<number, Grant>()

  /** Is any incident funded below 1? */
  get isShort(): boolean {
    return this.stack.cohorts.length !== 0
  }

  /** Set aside for incidents that are funded below 1. */
  get net(): bigint {
    return this.isShort ? this.stack.net : 0n
  }

  /** Shares what has come in among those that are funded below 1. */
  lift({ free, grantable }: Money): void {
    const { stack, completed } = liftFunding({ stack: this.stack, free, open: grantable })
    this.stack = stack
    this.full += completed
  }

  /** Sets aside what a granted incident can cost. */
  grant(incident: number, amount: bigint, money: Money): void {
    const grant = { unclaimed: amount, short: 0n, paid: 0n, cohort: 0n }
    if (!this.isShort && amount + money.grantable <= money.free) {
      this.full += amount
    } else {
      const { stack, id } = pushCohort(this.stack, amount)
      this.stack = stack
      grant.cohort = id
      this.lift(money)
    }
    this.grants.set(incident, grant)
  }

  isGranted(incident: number): boolean {
    return this.grants.has(incident)
  }

  /** The level of funding of a granted incident, WAD, as it stands. */
  level(incident: number): bigint | null {
    const grant = this.grants.get(incident)
    if (!grant) return null
    return this.cohortOf(grant)?.level ?? wad
  }

  /** What holders have not claimed yet. */
  unclaimed(incident: number): bigint {
    return this.grants.get(incident)?.unclaimed ?? 0n
  }

  /** Is there a claim on the incident that was not paid in full? */
  isPaidShort(incident: number): boolean {
    return (this.grants.get(incident)?.short ?? 0n) > 0n
  }

  private cohortOf({ cohort }: Grant): Cohort | undefined {
    return cohort === 0n ? undefined : this.stack.cohorts[findCohort(this.stack, cohort) - 1]
  }

  /** Pays a cover, or the difference since it was last paid; `paid` is what it has had until now. */
  pay(incident: number, payment: { claim: bigint; isFirst: boolean; payout: bigint; paid: bigint }): void {
    const { claim, isFirst, payout, paid } = payment
    const grant = this.grants.get(incident) as Grant
    if (isFirst) grant.unclaimed -= claim
    const cohort = this.cohortOf(grant)
    if (cohort) {
      if (isFirst) grant.short += claim
      grant.paid += payout
      this.replace(cohort, { ...cohort, paid: cohort.paid + payout }, payout)
      return
    }
    if (!isFirst) {
      grant.short -= claim
      grant.paid -= paid
    }
    this.full -= payout
  }

  /** Ends an incident's funding: what is left of it is no longer set aside. */
  close(incident: number): void {
    const grant = this.grants.get(incident) as Grant
    this.grants.delete(incident)
    const reserve = grant.unclaimed + grant.short
    const cohort = this.cohortOf(grant)
    if (!cohort) {
      this.full -= reserve - grant.paid
      return
    }
    const smaller = { ...cohort, reserve: cohort.reserve - reserve, paid: cohort.paid - grant.paid }
    const [held, kept] = [heldUp(cohort), heldUp(smaller)]
    this.replace(cohort, smaller, held < kept ? 0n : held - kept)
  }

  private replace(cohort: Cohort, by: Cohort, less: bigint): void {
    const cohorts = this.stack.cohorts.map((other) => (other === cohort ? by : other))
    this.stack = { ...this.stack, net: this.stack.net - less, cohorts }
  }
}
