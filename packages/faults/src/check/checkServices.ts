import type { Cast } from '../Cast.ts'
import type { World } from '../world/World.ts'
import type { Complaints } from './comparePaid.ts'

type KeeperAnswer = {
  isHealthy: boolean
  isReady: boolean
  inFlight: number
  head?: { number: string }
  planned: { urgent: number; soon: number; idle: number }
  failure?: string
}

/** Does every keeper follow the head, in good health, with nothing on its way and nothing to do? */
export async function checkServices(cast: Cast, { world }: { world: World }): Promise<Complaints> {
  const complaints: string[] = [...cast.failures]
  const head = await world.chain.public.getBlockNumber()
  for (const keeper of cast.keepers) {
    const status = await keeper.ask<KeeperAnswer>('/status')
    if (!status) complaints.push(`${keeper.name} does not answer.`)
    else if (!status.isReady || status.failure !== undefined)
      complaints.push(`${keeper.name} is not well: ${status.failure ?? 'not ready'}.`)
    else if (BigInt(status.head?.number ?? 0) + 4n < head)
      complaints.push(`${keeper.name} is at block ${status.head?.number}, not at ${head}.`)
    else if (status.planned.urgent + status.planned.soon > 0) {
      complaints.push(`${keeper.name} has ${JSON.stringify(status.planned)} to do.`)
    }
  }
  return complaints
}
