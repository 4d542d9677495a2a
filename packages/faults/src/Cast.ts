import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { FaultPlan } from '@bulwark/testkit'
import {
  createRandom,
  type FaultyNode,
  type FaultyPipe,
  noFaults,
  startFaultyNode,
  startFaultyPipe,
} from '@bulwark/testkit'
import type { Plan } from './drawPlan.ts'
import type { Database } from './services/Database.ts'
import { Service } from './services/Service.ts'
import { startKeeperService } from './services/startKeeperService.ts'
import type { World } from './world/World.ts'

/** The parameters of {@link Cast.start}. */
export type StartCastParameters = {
  plan: Pick<Plan, 'seed' | 'keepers' | 'nodes' | 'sharesKey' | 'indexers' | 'weather'>
  world: World
  database: Database
  /** The database of this seed. */
  name: string
  directory: string
}

/** Every service of a seed, with what stands between it and the chain or the database. */
export class Cast {
  readonly keepers: readonly Service[]
  readonly indexers: readonly Service[]
  /** Nodes by service: keepers first, then indexers. */
  readonly nodes: readonly (readonly FaultyNode[])[]
  readonly pipe: FaultyPipe
  /** How nodes behave on an ordinary day. */
  readonly weather: FaultPlan

  private constructor(fields: Pick<Cast, 'keepers' | 'indexers' | 'nodes' | 'pipe' | 'weather'>) {
    this.keepers = fields.keepers
    this.indexers = fields.indexers
    this.nodes = fields.nodes
    this.pipe = fields.pipe
    this.weather = fields.weather
  }

  /** Starts all of them. */
  static async start({ plan, world, database, name, directory }: StartCastParameters): Promise<Cast> {
    const codeCache = join(dirname(directory), 'code')
    const random = createRandom(plan.seed).fork('nodes')
    const nodesOf = async (who: string, count: number): Promise<FaultyNode[]> => {
      const made = Array.from({ length: count }, (_, index) => {
        return startFaultyNode({ target: world.anvil.url, random: random.fork(`${who} ${index}`) })
      })
      return Promise.all(made)
    }
    const pipe = await startFaultyPipe({ port: database.listensAt })
    const nodes: FaultyNode[][] = []
    const keepers: Service[] = []
    const { voters } = world.chain.actors
    for (let number = 0; number < plan.keepers; number++) {
      const own = await nodesOf(`keeper ${number}`, plan.nodes[number] ?? 1)
      nodes.push(own)
      const signer = voters[plan.sharesKey && number === 1 ? 0 : number]?.address ?? voters[0].address
      keepers.push(await startKeeperService({ world, directory, number, signer, nodes: own, codeCache }))
    }
    const indexers: Service[] = []
    const program = fileURLToPath(new URL('./services/runIndexer.ts', import.meta.url))
    for (let number = 0; number < plan.indexers; number++) {
      const own = await nodesOf(`indexer ${number}`, 2)
      nodes.push(own)
      const settings = join(directory, `indexer-${number}.json`)
      const rpcUrls = own.map(({ url }) => url)
      const databaseUrl = database.urlOf(name, pipe.port)
      await writeFile(settings, JSON.stringify({ deployment: world.template.deployment, rpcUrls, databaseUrl }))
      const logFile = join(directory, `indexer-${number}.log`)
      const service = new Service({ name: `indexer ${number}`, program, args: [settings], logFile, codeCache })
      service.start()
      indexers.push(service)
    }
    const cast = new Cast({ keepers, indexers, nodes, pipe, weather: plan.weather })
    for (const service of nodes.keys()) cast.misbehave(service)
    return cast
  }

  get services(): readonly Service[] {
    return [...this.keepers, ...this.indexers]
  }

  /** Sentences about services that ended by themselves. */
  get failures(): readonly string[] {
    return this.services.flatMap(({ failure }) => (failure === undefined ? [] : [failure]))
  }

  /** Waits until every keeper has begun, or half a minute: a machine that is busy with other things starts slowly. */
  async ready(): Promise<void> {
    for (let waited = 0; waited < 300; waited++) {
      const ticks = await this.ticks()
      if (ticks.every((count) => (count ?? 0) > 0)) return
      await wait(100)
    }
  }

  /** Gives the keepers that run the time to look at the chain once, if that is not more than a second. */
  async keepUp(): Promise<void> {
    const before = await this.ticks()
    for (let waited = 0; waited < 20; waited++) {
      const now = await this.ticks()
      if (now.every((count, keeper) => count === undefined || count > (before[keeper] ?? 0))) return
      await wait(50)
    }
  }

  private async ticks(): Promise<(number | undefined)[]> {
    return Promise.all(this.keepers.map(async (keeper) => (await keeper.ask<{ ticks: number }>('/status'))?.ticks))
  }

  /** Makes the nodes of one service misbehave, or leaves them to the weather. */
  misbehave(service: number, plan: FaultPlan = this.weather): void {
    for (const node of this.nodes[service % this.nodes.length] ?? []) node.misbehave(plan)
  }

  /** Nodes and connections do their work again, and everything runs. */
  heal(): void {
    for (const node of this.nodes.flat()) node.misbehave(noFaults)
    this.pipe.setOpen(true)
    for (const service of this.services) service.start()
  }

  async stop(): Promise<void> {
    await Promise.all(this.services.map((service) => service.stop()))
    await Promise.all(this.nodes.flat().map((node) => node.stop()))
    await this.pipe.stop()
  }
}
