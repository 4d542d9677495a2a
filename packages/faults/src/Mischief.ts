import { setTimeout as wait } from 'node:timers/promises'
import type { Cast } from './Cast.ts'
import { type Fault, type FaultKind, faultKinds } from './drawPlan.ts'
import type { Database } from './services/Database.ts'
import type { World } from './world/World.ts'

const gwei = 10n ** 9n

/** Breaks things as planned, and mends them when their time is up. */
export class Mischief {
  /** How often each fault was brought about. */
  readonly counts = Object.fromEntries(faultKinds.map((kind) => [kind, 0])) as Record<FaultKind, number>
  /** Blocks that were taken back in all, and at most at once. */
  taken = 0
  deepest = 0
  private readonly world: World
  private readonly cast: Cast
  private readonly database: Database
  private running: { fault: Fault; until: number }[] = []

  constructor(parameters: { world: World; cast: Cast; database: Database }) {
    this.world = parameters.world
    this.cast = parameters.cast
    this.database = parameters.database
  }

  /** Brings a fault about. */
  async begin(fault: Fault, step: number): Promise<void> {
    const { world, cast, database } = this
    const { kind, target, size } = fault
    await wait(fault.at)
    if (kind === 'fullDisk' && !database.hasOwnDisk) return
    const isSame = this.running.some(({ fault }) => fault.kind === kind)
    if (isSame && ['stuck', 'fullDisk', 'killDatabase', 'refuseConnections'].includes(kind)) return
    this.counts[kind]++
    if (kind === 'rpc') cast.misbehave(target, fault.node)
    else if (kind === 'reorg') {
      if (!world.isMining) return
      const taken = await world.reorganise(size)
      this.taken += taken
      this.deepest = Math.max(this.deepest, taken)
      return
    } else if (kind === 'killKeeper') await cast.keepers[target % cast.keepers.length]?.kill()
    else if (kind === 'killIndexer') await cast.indexers[target % cast.indexers.length]?.kill()
    else if (kind === 'killAll') await Promise.all(cast.keepers.map((keeper) => keeper.kill()))
    else if (kind === 'killDatabase') await database.kill()
    else if (kind === 'breakConnections') return void cast.pipe.breakAll()
    else if (kind === 'refuseConnections') {
      cast.pipe.setOpen(false)
      cast.pipe.breakAll()
    } else if (kind === 'fullDisk') await database.fill()
    else if (kind === 'gasSpike') await world.setBaseFee(BigInt(size) * gwei)
    else if (kind === 'stuck') await world.setMining(false)
    this.running.push({ fault, until: step + fault.steps })
  }

  /** Mends what has lasted long enough, and keeps up what must be kept up. */
  async tend(step: number): Promise<void> {
    for (const { fault, until } of this.running) {
      if (until <= step) await this.mend(fault)
      else if (fault.kind === 'gasSpike' && this.world.isMining) await this.world.setBaseFee(BigInt(fault.size) * gwei)
    }
    this.running = this.running.filter(({ until }) => until > step)
  }

  /** Mends everything. */
  async heal(): Promise<void> {
    await this.tend(Number.POSITIVE_INFINITY)
    await this.database.free()
    await this.database.restart()
    if (!this.world.isMining) await this.world.setMining(true)
    await this.world.setBaseFee(gwei)
    this.cast.heal()
  }

  private async mend({ kind, target }: Fault): Promise<void> {
    const { world, cast, database } = this
    if (kind === 'rpc') cast.misbehave(target)
    else if (kind === 'killKeeper') cast.keepers[target % cast.keepers.length]?.start()
    else if (kind === 'killIndexer') cast.indexers[target % cast.indexers.length]?.start()
    else if (kind === 'killAll') for (const keeper of cast.keepers) keeper.start()
    else if (kind === 'killDatabase') await database.restart()
    else if (kind === 'refuseConnections') cast.pipe.setOpen(true)
    else if (kind === 'fullDisk') {
      await database.free()
      // A server that could not write its log has given up.
      await database.restart()
    } else if (kind === 'gasSpike') await world.setBaseFee(gwei)
    else if (kind === 'stuck') await world.setMining(true)
  }
}
