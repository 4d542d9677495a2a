import { getCapital, getShareBalance } from '@bulwark/sdk'
import type { World } from '../world/World.ts'
import type { Complaints } from './comparePaid.ts'
import type { History } from './readHistory.ts'

/** What is left to do once every cover has run off and every window has closed: nothing, or sentences that name it. */
export async function checkDone(world: World, { incidents }: History): Promise<Complaints> {
  const client = world.chain.public
  const complaints: string[] = []
  for (const { number, closed, ratio } of incidents) {
    if (ratio !== undefined && !closed) complaints.push(`Incident ${number} was granted and is not closed.`)
  }
  for (const pool of world.template.pools) {
    const { scr, openReserve, funded, unearned } = await getCapital(client, { pool })
    if (scr !== 0n) complaints.push(`Pool ${pool} still holds ${scr} for exposure that has run off.`)
    if (openReserve !== 0n) complaints.push(`Pool ${pool} still holds ${openReserve} for an open incident.`)
    if (funded !== 0n) complaints.push(`Pool ${pool} still holds ${funded} for a closed incident.`)
    if (unearned !== 0n) complaints.push(`Pool ${pool} still has ${unearned} of premium to earn.`)
    // The queue of exits is the balance of the pool in its own shares.
    const queued = await getShareBalance(client, { pool, owner: pool })
    if (queued !== 0n) complaints.push(`Exits of ${queued} shares of pool ${pool} wait, and nothing keeps them.`)
  }
  return complaints
}
