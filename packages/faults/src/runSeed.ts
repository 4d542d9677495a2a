import { mkdir, rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { createRandom } from '@bulwark/testkit'
import { Cast } from './Cast.ts'
import { checkDatabase } from './check/checkDatabase.ts'
import { checkDone } from './check/checkDone.ts'
import { checkServices } from './check/checkServices.ts'
import { type Complaints, comparePaid } from './check/comparePaid.ts'
import { findOwed } from './check/findOwed.ts'
import { readHistory } from './check/readHistory.ts'
import { drawPlan, type FaultKind } from './drawPlan.ts'
import { Mischief } from './Mischief.ts'
import type { Database } from './services/Database.ts'
import { People } from './world/People.ts'
import type { Ground } from './world/startGround.ts'
import { World } from './world/World.ts'

/** The parameters of {@link runSeed}. */
export type RunSeedParameters = {
  seed: number
  /** The chain that it has to itself. */
  ground: Ground
  database: Database
  /** Where the seed keeps the logs of its services; they are left there if it fails. */
  directory: string
}

/** What became of a seed. */
export type SeedResult = {
  readonly seed: number
  /** What does not hold, each in a sentence; none if the seed is green. */
  readonly complaints: Complaints
  readonly seconds: number
  readonly steps: number
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>
  /** Requests to nodes that were answered wrongly or not at all. */
  readonly badAnswers: number
  readonly blocksTaken: number
  readonly kills: number
  readonly covers: number
  readonly payouts: number
  /** How often a service ended and was started again by its supervisor. */
  readonly restarts: number
  /** Seconds of the machine's clock, and blocks, from the last fault until all was well. */
  readonly recovery: { readonly seconds: number; readonly blocks: number }
}

const day = 86_400n
const minute = 60n
/** What services have after the last fault, seconds of the machine's clock and blocks. */
const patience = { seconds: 150, blocks: 400 }

/**
 * Lets people and services live through what a seed draws, mends everything, and looks whether all is as it must be.
 *
 * @example
 * const { complaints } = await runSeed({ seed: 7, ground, database, directory })
 */
export async function runSeed({ seed, ground, database, directory }: RunSeedParameters): Promise<SeedResult> {
  const began = Date.now()
  const plan = drawPlan(seed)
  const random = createRandom(seed)
  await mkdir(directory, { recursive: true })
  await database.restart()
  const name = `seed_${seed}`
  await database.drop(name)
  await database.create(name)
  const { template } = ground
  const world = await World.open(ground)
  const cast = await Cast.start({ plan, world, database, name, directory })
  const mischief = new Mischief({ world, cast, database })
  const people = new People(world)
  const complaints: string[] = []
  let recovery = { seconds: 0, blocks: 0 }
  try {
    await cast.ready()
    for (const [index, step] of plan.steps.entries()) {
      await mischief.tend(index)
      for (const fault of step.faults) await mischief.begin(fault, index)
      world.prices = step.prices
      if (world.isMining) {
        for (const [at, act] of step.acts.entries()) await people.act(act, random.fork(`act ${index} ${at}`))
        await people.report((flight) => plan.late[flight] ?? false)
        await world.advance(step.seconds)
      }
      await Promise.all([wait(step.pause), cast.keepUp()])
    }
    world.prices = [template.depegs[0].par, template.depegs[1].par]
    const sawEnd = Date.now()
    const before = await world.chain.public.getBlockNumber()
    await mischief.heal()
    await people.report((flight) => plan.late[flight] ?? false)

    const settled = async (): Promise<Complaints> => {
      const history = await readHistory(world)
      const owed = findOwed(world, history)
      const now = await world.now()
      const due = owed.filter(({ shownAt }) => shownAt <= now)
      return comparePaid({ history, owed: due, isOver: true })
    }
    const current = async () => [...(await settled()), ...(await checkServices(cast, { world }))]
    complaints.push(...(await waitUntil(world, current)))
    recovery = {
      seconds: (Date.now() - sawEnd) / 1_000,
      blocks: Number((await world.chain.public.getBlockNumber()) - before),
    }
    if (complaints.length === 0) complaints.push(...(await checkDatabase({ world, database, name })))

    if (complaints.length === 0) {
      // What is reported can be proven after a day, and exits are due after one.
      for (let days = 0; days < 2; days++) {
        await world.advance(day + minute)
        complaints.push(...(await waitUntil(world, settled)))
      }
      // Every cover has run off, and every window to settle has closed.
      await world.leap((await world.now()) + 45n * day)
      complaints.push(...(await waitUntil(world, async () => checkDone(world, await readHistory(world)))))
      complaints.push(...(await waitUntil(world, () => checkServices(cast, { world }))))
      complaints.push(...(await settled()), ...(await checkDatabase({ world, database, name })))
    }
    complaints.push(...cast.failures)
    const history = await readHistory(world)
    return {
      ...{ seed, complaints, steps: plan.steps.length, faults: mischief.counts, recovery },
      ...{ blocksTaken: mischief.taken, covers: history.covers.length, payouts: history.paid.length },
      badAnswers: cast.nodes
        .flat()
        .flatMap(({ counts }) => Object.values(counts))
        .reduce((sum, count) => sum + count, 0),
      kills: cast.services.reduce((sum, { kills }) => sum + kills, 0),
      restarts: cast.services.reduce((sum, { retries }) => sum + retries, 0),
      seconds: (Date.now() - began) / 1_000,
    }
  } finally {
    await cast.stop()
    await database.drop(name)
    if (complaints.length === 0) await rm(directory, { recursive: true, force: true })
  }
}

/** Lets blocks come until nothing is left to complain of, within what services are given; what is left then. */
async function waitUntil(world: World, look: () => Promise<Complaints>): Promise<Complaints> {
  const began = Date.now()
  for (let blocks = 0; ; blocks++) {
    const complaints = await look()
    if (complaints.length === 0) return []
    const isLate = Date.now() - began > patience.seconds * 1_000 && blocks > 20
    if (isLate || blocks > patience.blocks) return complaints
    await world.advance(minute)
    await wait(150)
  }
}
