import { prepareStep } from '@bulwark/sdk'
import type { KeeperState } from '../state/KeeperState.ts'
import type { Action } from './Action.ts'

/** Journal entries behind which a pool is stepped although none concerns it; past eight nothing can be sold. */
const tolerated = 4
/** Entries that one transaction may step past. */
const atOnce = 40

/** Pools step past what the journal tells them: at once if it concerns them. */
export function planSteps({ index, cursors }: KeeperState): Action[] {
  const actions: Action[] = []
  for (const pool of index.pools.values()) {
    const cursor = cursors.get(pool.address)
    if (cursor === undefined) continue
    const behind = index.journal.slice(Number(cursor))
    if (behind.length === 0) continue
    const isConcerned = behind.some(({ risk }) => pool.risks.has(risk))
    if (!isConcerned && behind.length < tolerated) continue
    const call = prepareStep({ pool: pool.address, max: BigInt(Math.min(behind.length, atOnce)) })
    actions.push({
      ...{ id: `step:${pool.address}:${cursor}`, job: 'step', urgency: isConcerned ? 'urgent' : 'idle' },
      ...{ delayCost: 0n, task: { kind: 'call', call } },
    })
  }
  return actions
}
