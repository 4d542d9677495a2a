import {
  type FundingStack,
  findCohort,
  heldUp,
  liftFunding,
  pushCohort,
  RiskError,
  wad,
} from '../../src/exact/index.ts'
import type { Random } from './random.ts'
import { answer, product, type Table, times, type VectorFile } from './table.ts'

const max96 = (1n << 96n) - 1n

const held: Table = {
  name: 'heldUp',
  inputs: ['reserve', 'level', 'paid'],
  outputs: ['held'],
  minimum: 120,
  twin: () => (reserve, level, paid) => [heldUp({ reserve, level, id: 1n, paid } as never)],
  rows: (random) => [
    ...product([0n, 1n, max96], [0n, 1n, wad - 1n, wad], [0n, 1n, max96]),
    ...times(100, () => {
      const reserve = random.uint(96)
      return [reserve, random.below(wad + 1n), random.below(reserve + 1n)]
    }),
  ],
}

const [reset, push, lift, pay, finish, find] = [0n, 1n, 2n, 3n, 4n, 5n]

/** What the state machine answers: the top, and sums over the stack that a swap of two cohorts would change. */
function view(stack: FundingStack, answered: bigint): bigint[] {
  const sums = [0n, 0n, 0n, 0n] as [bigint, bigint, bigint, bigint]
  for (const [index, { reserve, level, id, paid }] of stack.cohorts.entries()) {
    const weight = BigInt(index + 1)
    sums[0] += weight * reserve
    sums[1] += weight * level
    sums[2] += weight * id
    sums[3] += weight * paid
  }
  return [answered, BigInt(stack.cohorts.length), stack.net, ...sums]
}

/** A stack that does as it is told, as `Claims` tells it. */
function machine(): (...inputs: bigint[]) => bigint[] {
  let stack: FundingStack = { nextId: 0n, net: 0n, cohorts: [] }
  const change = (place: bigint, reserve: bigint, paid: bigint) => {
    const cohorts = stack.cohorts.map((cohort, index) =>
      index === Number(place) - 1 ? { ...cohort, reserve: cohort.reserve - reserve, paid: cohort.paid + paid } : cohort,
    )
    const cohort = cohorts[Number(place) - 1] ?? { reserve: 0n, level: 0n, id: 0n, paid: 0n }
    const before = heldUp(stack.cohorts[Number(place) - 1] ?? cohort)
    const freed = before > heldUp(cohort) ? before - heldUp(cohort) : 0n
    stack = { ...stack, cohorts, net: stack.net - freed }
    return freed
  }
  return (operation = 0n, x = 0n, y = 0n) => {
    let answered = 0n
    if (operation === reset) stack = { nextId: x, net: 0n, cohorts: [] }
    else if (operation === push) ({ stack, id: answered } = pushCohort(stack, x))
    else if (operation === lift) ({ stack, completed: answered } = liftFunding({ stack, free: x, open: y }))
    else if (operation === pay) answered = change(x, 0n, y)
    else if (operation === finish) answered = change(x, y, 0n)
    else if (operation === find) answered = BigInt(findCohort(stack, x))
    return view(stack, answered)
  }
}

/** One life of a stack: grants while others are open, money in, payments, closings. */
function life(random: Random): bigint[][] {
  const run = machine()
  const rows: bigint[][] = []
  const step = (...inputs: [bigint, bigint, bigint]): bigint[] => {
    rows.push(inputs)
    const outputs = answer(run, inputs)
    if (outputs instanceof RiskError) throw outputs
    return outputs
  }
  step(reset, random.pick([0n, 1n, 1_000n]), 0n)
  const bits = Number(random.pick([4n, 20n, 40n, 90n]))
  const open = Array.from({ length: Number(random.between(1n, 6n)) }, () => random.uint(bits))
  let free = random.uint(bits + 1)
  let shadow: FundingStack = { nextId: 0n, net: 0n, cohorts: [] }
  let completed = 0n
  // The same machine beside it, to see what may be paid.
  const settle = () => {
    const still = open.reduce((sum, reserve) => sum + reserve, 0n)
    completed += step(lift, free - completed, still)[0] as bigint
    const lifted = liftFunding({ stack: shadow, free: free - completed, open: still })
    shadow = lifted.stack
  }
  for (let n = random.between(4n, 16n); n > 0n; n -= 1n) {
    const action = random.below(4n)
    if (action === 0n && open.length > 0) {
      const most = open.pop() as bigint
      if (random.oneIn(4n)) {
        settle()
        continue
      }
      step(push, random.below(most + 1n) + 1n, 0n)
    } else if (action === 1n) {
      free += random.uint(bits)
    } else if (action === 2n && random.oneIn(2n)) {
      open.push(random.uint(bits))
    }
    settle()
    step(find, random.between(0n, 12n), 0n)
  }
  return rows
}

/** What was paid counts as a cohort's money, and leaves with the claims that it was paid on. */
function payments(random: Random): bigint[][] {
  const reserve = random.between(1_000n, 1n << 60n)
  const money = random.between(1n, reserve)
  const other = random.between(1n, 1n << 60n)
  const level = (money * wad) / (reserve + other)
  const paid = (reserve * level) / wad / 2n
  const rest = money - paid
  return [
    [reset, 0n, 0n],
    [push, reserve, 0n],
    [lift, money, other],
    [pay, 1n, paid],
    [lift, rest, other],
    [push, other, 0n],
    [lift, rest, 0n],
    [lift, rest + 1n, 0n],
    [find, 1n, 0n],
    [find, 2n, 0n],
    [finish, 1n, reserve / 4n],
    [lift, rest + 1n, 0n],
    [lift, rest + reserve + other, 0n],
  ]
}

const steps: Table = {
  name: 'steps',
  inputs: ['operation', 'x', 'y'],
  outputs: ['answer', 'height', 'net', 'reserves', 'levels', 'ids', 'paid'],
  minimum: 1_200,
  twin: machine,
  rows: (random) => [
    // Nothing there; no money; a grant of nothing; all of it; more than all of it.
    ...[reset, lift, find, push, lift].map((operation) => [operation, 0n, 0n]),
    ...product([reset], [0n], [0n]),
    [push, max96, 0n],
    [lift, 0n, max96],
    [lift, max96 - 1n, 0n],
    [lift, max96, 0n],
    // The last number there is, and one more.
    [reset, (1n << 32n) - 2n, 0n],
    [push, 5n, 0n],
    [push, 5n, 0n],
    // Two reserves that one cohort cannot hold.
    [reset, 0n, 0n],
    [push, max96, 0n],
    [push, max96, 0n],
    [lift, max96, 0n],
    ...Array.from({ length: 70 }, () => life(random)).flat(),
    ...Array.from({ length: 30 }, () => payments(random)).flat(),
  ],
}

export const funding: VectorFile = { name: 'Funding', tables: [held, steps] }
