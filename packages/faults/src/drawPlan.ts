import { createRandom, type FaultPlan, noFaults, type Random } from '@bulwark/testkit'
import { type Act, acts } from './world/People.ts'

/** What is broken on purpose, by name. */
export const faultKinds = [
  ...(['rpc', 'reorg', 'killKeeper', 'killIndexer', 'killDatabase', 'breakConnections'] as const),
  ...(['refuseConnections', 'fullDisk', 'gasSpike', 'stuck', 'killAll'] as const),
] as const

/** What is broken on purpose. */
export type FaultKind = (typeof faultKinds)[number]

/** A fault: when it begins, and for how many steps it lasts. */
export type Fault = {
  readonly kind: FaultKind
  /** Which of several: a keeper, a node. */
  readonly target: number
  readonly steps: number
  /** Blocks that are taken back, gwei of a spike. */
  readonly size: number
  /** How a node behaves. */
  readonly node: FaultPlan
  /** Milliseconds into the step at which it happens. */
  readonly at: number
}

/** One step of a seed. */
export type Step = {
  /** Seconds of chain time that pass. */
  readonly seconds: bigint
  readonly acts: readonly Act[]
  /** What both oracles see, in the feeds' decimals. */
  readonly prices: readonly [bigint, bigint]
  readonly faults: readonly Fault[]
  /** Milliseconds of the machine's clock that services are given. */
  readonly pause: number
}

/** Everything that a seed decides beforehand. */
export type Plan = {
  readonly seed: number
  readonly keepers: number
  /** Nodes of each keeper. */
  readonly nodes: readonly number[]
  /** Do two keepers sign with one key? */
  readonly sharesKey: boolean
  readonly indexers: number
  /** How every node behaves when nothing is wrong with it in particular. */
  readonly weather: FaultPlan
  readonly steps: readonly Step[]
  /** Flights that are late. */
  readonly late: readonly boolean[]
}

const par = 100_000_000n
const weights: readonly (readonly [FaultKind, number])[] = [
  ...([
    ['rpc', 10],
    ['reorg', 8],
    ['killKeeper', 8],
    ['killIndexer', 2],
    ['killDatabase', 1.5],
  ] as const),
  ...([
    ['breakConnections', 3],
    ['refuseConnections', 1.5],
    ['fullDisk', 1.5],
    ['gasSpike', 4],
    ['stuck', 5],
    ['killAll', 1],
  ] as const),
]

/**
 * Draws what happens in a seed: the same seed gives the same plan, whatever the services make of it.
 *
 * @example
 * const { steps } = drawPlan(7)
 */
export function drawPlan(seed: number): Plan {
  const random = createRandom(seed)
  const keepers = random.between(2, 5)
  const count = random.between(40, 80)
  const falls = [drawFalls(random.fork('first'), count), drawFalls(random.fork('second'), count)] as const
  const steps = Array.from({ length: count }, (_, index): Step => {
    const drawn = random.fork(`step ${index}`)
    const hasFault = drawn.chance(0.4)
    const faults = hasFault ? [drawFault(drawn, keepers)] : []
    if (hasFault && drawn.chance(0.25)) faults.push(drawFault(drawn, keepers))
    return {
      seconds: BigInt(drawn.chance(0.1) ? drawn.between(3, 9) * 3_600 : drawn.between(2, 75) * 60),
      acts: Array.from({ length: drawn.between(0, 3) }, () => drawn.pick(acts)),
      prices: [falls[0][index] ?? par, falls[1][index] ?? par],
      ...{ faults, pause: drawn.between(20, 140) },
    }
  })
  return {
    ...{ seed, keepers, steps, sharesKey: random.chance(0.2), indexers: random.between(1, 2) },
    weather: random.chance(0.5) ? noFaults : mixed(random.pick([0.02, 0.05, 0.1])),
    nodes: Array.from({ length: keepers }, () => random.between(1, 2)),
    late: Array.from({ length: 64 }, () => random.chance(0.6)),
  }
}

/** Prices by step: at par, but for one or two falls of some steps. */
function drawFalls(random: Random, count: number): bigint[] {
  const prices = Array.from({ length: count }, () => par - BigInt(random.between(0, 900_000)))
  for (let fall = random.between(1, 2); fall > 0; fall--) {
    const from = random.between(5, count - 8)
    const price = random.pick([96_000_000n, 93_000_000n, 90_000_000n, 70_000_000n, 30_000_000n])
    for (let step = from; step < from + random.between(1, 9) && step < count; step++) prices[step] = price
  }
  return prices
}

function drawFault(random: Random, keepers: number): Fault {
  const kind = drawKind(random)
  const size = kind === 'reorg' ? drawDepth(random) : random.between(120, 2_000)
  return {
    kind,
    size,
    target: random.between(0, keepers),
    steps: random.between(1, 8),
    node: drawNode(random),
    at: random.between(0, 100),
  }
}

function drawKind(random: Random): FaultKind {
  let left = random.next() * weights.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [kind, weight] of weights) {
    left -= weight
    if (left < 0) return kind
  }
  return 'rpc'
}

/** One block mostly, up to sixty-four. */
function drawDepth(random: Random): number {
  return Math.min(64, Math.floor(2 ** (random.next() * 6.1)))
}

/** One kind of trouble, or some of each. */
function drawNode(random: Random): FaultPlan {
  const much = random.pick([0.1, 0.3, 0.6, 1])
  const kind = random.pick(['drop', 'crash', 'limit', 'refuse', 'slow', 'stale', 'lie', 'all'] as const)
  if (kind === 'slow') return { ...noFaults, slow: much, slowest: 800 }
  if (kind !== 'all') return { ...noFaults, [kind]: much }
  return mixed(Math.min(much, 0.3))
}

/** Some of each kind of trouble. */
function mixed(some: number): FaultPlan {
  const broken = { drop: some / 4, crash: some / 4, limit: some / 4, refuse: some / 4 }
  return { ...broken, slow: some, slowest: 200, stale: some, lie: some }
}
