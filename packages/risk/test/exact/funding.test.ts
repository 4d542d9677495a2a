import { expect, test } from 'vitest'
import { createRandom, type Random } from '../../scripts/vectors/random.ts'
import {
  ArithmeticError,
  type FundingStack,
  findCohort,
  fundingLevels,
  heldUp,
  liftFunding,
  NumberOutOfRangeError,
  pushCohort,
  wad,
} from '../../src/exact/index.ts'

/** A granted reserve: by the stack, and by the definition. */
type Grant = { reserve: bigint; cohort: bigint; claimed: bigint; paid: bigint; level: bigint; reference: bigint }

/** A pool that only grants and pays, kept twice: with the stack, as the contracts do, and by the definition alone. */
class Pool {
  /** Money that there is, units. */
  cash: bigint
  /** What the open incidents may take at most. */
  open: bigint[] = []
  grants: Grant[] = []
  stack: FundingStack = { nextId: 0n, net: 0n, cohorts: [] }
  /** What reserves that are funded in full hold. */
  full = 0n
  /** Was any grant ever funded in part? */
  short = false

  constructor(cash: bigint) {
    this.cash = cash
  }

  get openSum(): bigint {
    return this.open.reduce((sum, reserve) => sum + reserve, 0n)
  }

  /** A ruling: the first of the open ones, granted up to what it may take, or denied. */
  rule(granted: bigint): void {
    this.open.shift()
    if (granted !== 0n) this.grant(granted)
    this.settle()
  }

  private grant(granted: bigint): void {
    const free = this.cash - this.full
    const grant = { reserve: granted, cohort: 0n, claimed: 0n, paid: 0n, level: 0n, reference: 0n }
    this.grants.push(grant)
    if (this.stack.cohorts.length === 0 && granted + this.openSum <= free) this.full += granted
    else ({ stack: this.stack, id: grant.cohort } = pushCohort(this.stack, granted))
  }

  /** Lifts everything as far as the money goes, in both books. */
  settle(): void {
    const lifted = liftFunding({ stack: this.stack, free: this.cash - this.full, open: this.openSum })
    this.stack = lifted.stack
    this.full += lifted.completed

    // By the definition: what was paid counts as money, and everything granted takes part.
    const money = this.grants.reduce((sum, grant) => sum + grant.paid, this.cash)
    const granted = this.grants.map(({ reserve, reference }) => ({ reserve, level: reference }))
    const levels = fundingLevels({ granted, open: this.openSum, money })
    for (const [index, grant] of this.grants.entries()) {
      const place = grant.cohort === 0n ? 0 : findCohort(this.stack, grant.cohort)
      const level = this.stack.cohorts[place - 1]?.level ?? wad
      expect(level >= grant.level, 'levels never fall').toBe(true)
      if (level < wad) this.short = true
      grant.level = level
      grant.reference = levels[index] as bigint
    }
  }

  /** Claims some more of a grant, and pays everything claimed up to its level. */
  pay(random: Random): void {
    if (this.grants.length === 0) return
    const grant = random.pick(this.grants)
    grant.claimed += random.below(grant.reserve - grant.claimed + 1n)
    const payout = (grant.claimed * grant.level) / wad - grant.paid
    grant.paid += payout
    this.cash -= payout
    const place = grant.cohort === 0n ? 0 : findCohort(this.stack, grant.cohort)
    if (place === 0) {
      this.full -= payout
    } else {
      const cohorts = this.stack.cohorts.map((cohort, index) =>
        index === place - 1 ? { ...cohort, paid: cohort.paid + payout } : cohort,
      )
      this.stack = { ...this.stack, cohorts, net: this.stack.net - payout }
    }
  }

  /** Closes a grant whose level is final: what it did not use is free for the others. */
  close(random: Random): void {
    const final = this.grants.filter(({ level }) => level === wad || this.open.length === 0)
    if (final.length === 0) return
    const grant = random.pick(final)
    this.grants.splice(this.grants.indexOf(grant), 1)
    const place = grant.cohort === 0n ? 0 : findCohort(this.stack, grant.cohort)
    const cohort = this.stack.cohorts[place - 1]
    if (cohort) {
      const rest = { ...cohort, reserve: cohort.reserve - grant.reserve, paid: cohort.paid - grant.paid }
      const cohorts = this.stack.cohorts.with(place - 1, rest)
      this.stack = { ...this.stack, cohorts, net: this.stack.net - heldUp(cohort) + heldUp(rest) }
    } else {
      this.full -= grant.reserve - grant.paid
    }
    this.settle()
  }

  /** Both books agree, but for the definition's rounding of each grant; nobody was promised what is not there. */
  check(): void {
    expect(this.full + this.stack.net <= this.cash, 'never more than F is promised').toBe(true)
    const promised = this.grants.reduce((sum, { reserve, level }) => sum + (reserve * level) / wad, 0n)
    const paid = this.grants.reduce((sum, grant) => sum + grant.paid, 0n)
    expect(promised <= this.cash + paid, 'never more than F is promised').toBe(true)
    for (const { reserve, level, reference } of this.grants) {
      const difference = (reserve * (level > reference ? level - reference : reference - level)) / wad
      expect(difference <= BigInt(this.grants.length) + 1n, `${difference} units apart`).toBe(true)
    }
  }
}

test('behavior: CLM-5, the stack is the definition on 6,000 random timelines', () => {
  const random = createRandom(21n)
  let shared = 0
  for (let timeline = 0; timeline < 6_000; timeline += 1) {
    const bits = Number(random.pick([3n, 8n, 30n, 60n]))
    const pool = new Pool(random.uint(bits))
    for (let n = random.between(3n, 24n); n > 0n; n -= 1n) {
      const action = random.below(6n)
      if (action < 2n) pool.open.push(1n + random.uint(bits))
      else if (action < 4n && pool.open.length > 0) {
        pool.rule(random.oneIn(4n) ? 0n : random.between(1n, pool.open[0] as bigint))
      } else if (action === 4n) pool.pay(random)
      else if (action === 5n && random.oneIn(2n)) pool.close(random)
      else {
        pool.cash += random.uint(bits)
        pool.settle()
      }
      pool.check()
    }
    if (pool.short) shared += 1
  }
  // Most timelines that fund everything in full would prove little.
  expect(shared).toBeGreaterThan(1_500)
})

test('behavior: CLM-6, the order of rulings does not matter', () => {
  const random = createRandom(22n)
  for (let round = 0; round < 1_000; round += 1) {
    const count = Number(random.between(2n, 5n))
    const most = Array.from({ length: count }, () => random.between(1n, 1n << 40n))
    const granted = most.map((reserve) => (random.oneIn(4n) ? 0n : random.between(1n, reserve)))
    const cash = random.below(granted.reduce((sum, reserve) => sum + reserve) + 2n)
    const order = (first: number) => Array.from({ length: count }, (_, index) => (first + index) % count)
    const finals = [...Array(count).keys()].map((first) => {
      const pool = new Pool(cash)
      pool.open = order(first).map((index) => most[index] as bigint)
      for (const index of order(first)) pool.rule(granted[index] as bigint)
      const levels = new Map<number, bigint>()
      for (const index of order(first).filter((i) => granted[i] !== 0n)) {
        levels.set(index, pool.grants[levels.size]?.level ?? 0n)
      }
      return levels
    })
    for (const [index, reserve] of granted.entries()) {
      if (reserve === 0n) continue
      const levels = finals.map((final) => final.get(index) as bigint).sort((a, b) => (a < b ? -1 : 1))
      const spread = (levels.at(-1) as bigint) - (levels[0] as bigint)
      expect((reserve * spread) / wad <= 2n).toBe(true)
    }
  }
})

test('behavior: money lifts all fundings to one common level before anything else', () => {
  let { stack } = pushCohort({ nextId: 0n, net: 0n, cohorts: [] }, 100n)
  ;({ stack } = liftFunding({ stack, free: 50n, open: 0n }))
  ;({ stack } = pushCohort(stack, 100n))
  ;({ stack } = liftFunding({ stack, free: 50n, open: 0n }))
  expect(stack.cohorts.map(({ level }) => level)).toEqual([wad / 2n, 0n])
  ;({ stack } = liftFunding({ stack, free: 80n, open: 0n }))
  expect(stack.cohorts.map(({ level }) => level)).toEqual([wad / 2n, (3n * wad) / 10n])
  ;({ stack } = liftFunding({ stack, free: 120n, open: 0n }))
  expect(stack.cohorts).toEqual([{ reserve: 200n, level: (6n * wad) / 10n, id: 1n, paid: 0n }])
  const { stack: nothing, completed } = liftFunding({ stack, free: 200n, open: 0n })
  expect([nothing.cohorts.length, nothing.net, completed]).toEqual([0, 0n, 200n])
})

test('error: NumberOutOfRangeError', () => {
  const stack = { nextId: (1n << 32n) - 1n, net: 0n, cohorts: [] }
  expect(() => pushCohort(stack, 1n)).toThrow(NumberOutOfRangeError)
  expect(() => pushCohort({ ...stack, nextId: 0n }, 1n << 96n)).toThrow(NumberOutOfRangeError)
  expect(() => fundingLevels({ granted: [], open: -1n, money: 0n })).toThrow(NumberOutOfRangeError)
})

test('error: ArithmeticError', () => {
  const stack = { nextId: 1n, net: 0n, cohorts: [{ reserve: 5n, level: wad / 2n, id: 1n, paid: 0n }] }
  expect(() => liftFunding({ stack, free: 5n, open: 0n })).toThrow(ArithmeticError)
})
