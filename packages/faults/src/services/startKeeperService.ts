import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FaultyNode } from '@bulwark/testkit'
import type { Address } from 'viem'
import { flightsOf } from '../world/flightsOf.ts'
import type { World } from '../world/World.ts'
import { Service } from './Service.ts'

const program = fileURLToPath(new URL('../../../keeper/src/main.ts', import.meta.url))

/** The parameters of {@link startKeeperService}. */
export type StartKeeperServiceParameters = {
  world: World
  directory: string
  number: number
  /** Whose key it signs with. */
  signer: Address
  nodes: readonly FaultyNode[]
  codeCache: string
}

/** Writes the configuration of a keeper and starts its process. */
export async function startKeeperService(parameters: StartKeeperServiceParameters): Promise<Service> {
  const { world, directory, number, signer, nodes, codeCache } = parameters
  const { listing } = world.template.flights
  const [events, config, deployment] = ['events', `keeper-${number}`, 'deployment'].map((name) => {
    return join(directory, `${name}.json`)
  }) as [string, string, string]
  const known = flightsOf(world.template, world.flightOptions).map(({ facts, zone, begins, ends, lastSale }) => {
    const fields = { listing, zone, begins, ends, lastSale }
    return { facts, ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)])) }
  })
  await writeFile(events, JSON.stringify({ version: 1, events: known }))
  await writeFile(deployment, world.template.deployment)
  await writeFile(
    config,
    JSON.stringify({
      ...{ deployment, events, rpcUrls: nodes.map(({ url }) => url), state: join(directory, `state-${number}`) },
      // The key is held by a signer that no fault reaches.
      signer: { url: world.anvil.url, address: signer },
      ...{ intervalSeconds: 0.15, stuckSeconds: 0.6, dailyBudgetEther: '100', listen: { port: 0 } },
    }),
  )
  const service = new Service({
    ...{ name: `keeper ${number}`, program, args: [config], logFile: join(directory, `keeper-${number}.log`) },
    codeCache,
  })
  service.start()
  return service
}
